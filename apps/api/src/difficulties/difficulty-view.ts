import type { DifficultyView } from '#libs/contracts/http/index.js';
import { say } from '#libs/domain';
import type { ObligationDoc } from '#libs/store';

/** What stands behind the ids of a page of difficulties. */
export interface Told {
  units: ReadonlyMap<string, string>;
  campaigns: ReadonlyMap<string, string>;
  /** Persons' words by the id of their note; erased ones are missing. */
  texts: ReadonlyMap<string, string>;
  /** Titles of reports. */
  reports: ReadonlyMap<string, string>;
}

export const unitsIn = ({ subject, answeringUnit, difficulty }: ObligationDoc): string[] => [
  ...[subject, answeringUnit],
  ...difficulty!.owners.map(({ unit }) => unit),
  ...difficulty!.answers.map(({ unit }) => unit),
];

export function notesIn({ difficulty }: ObligationDoc): string[] {
  const { words, owners, answers, retracted } = difficulty!;
  return [...words, ...owners, ...answers, ...(retracted ? [retracted] : [])].flatMap(({ note }) => note?.id ?? []);
}

/** A difficulty as its raiser, its owner and those above see it. */
export function difficultyView(o: ObligationDoc, { units, campaigns, texts, reports }: Told): DifficultyView {
  const { key, report, words, owners, answers, retracted, resolved } = o.difficulty!;
  const name = (unit: string): string => units.get(unit) ?? unit;
  const text = (note: { id: string } | undefined): string | null => texts.get(note?.id ?? '') ?? null;
  const standing = standingOf(o);
  return {
    ...{ id: o._id, campaign: o.campaign, campaignName: campaigns.get(o.campaign) ?? o.campaign, key },
    ...{ report, reportTitle: reports.get(report) ?? report },
    ...{ unit: o.subject, unitName: name(o.subject), owner: o.answeringUnit, ownerName: name(o.answeringUnit) },
    ...{ standing, standingText: say(`difficulty.standing.${standing}`) },
    ...{ dueAt: o.clock.dueAt.toISOString(), firstDueAt: o.deadlines[0]!.dueAt.toISOString() },
    ...{ overdue: o.overdueAt !== null, onTime: o.onTime, raisedAt: words[0]!.at.toISOString() },
    words: words.map(({ note, at, by, attempt }) => ({ text: text(note), at: at.toISOString(), by, attempt })),
    owners: owners.map(({ unit, from, by, note }) => ({
      ...{ unit, unitName: name(unit), from: from.toISOString(), by: by ?? null, reason: text(note) },
    })),
    answers: answers.map(({ outcome, note, document, unit, at, by }) => ({
      ...{ outcome, text: text(note), document: document ?? null, unitName: name(unit), at: at.toISOString(), by },
    })),
    retracted: retracted && { at: retracted.at.toISOString(), reason: text(retracted.note) },
    resolvedAt: resolved?.at.toISOString() ?? null,
    revision: o.revision,
  };
}

function standingOf({ state, difficulty }: ObligationDoc): DifficultyView['standing'] {
  if (state === 'parked') return 'parked';
  if (state === 'excused') return 'retracted';
  if (state !== 'done') return 'waiting';
  return difficulty!.resolved ? 'resolved' : difficulty!.answers.at(-1)!.outcome;
}
