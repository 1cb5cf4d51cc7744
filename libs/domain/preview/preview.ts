import type { Clock } from '../ladder/ladder.types.js';
import { decide } from '../obligation/decide.js';
import type { Obligation } from '../obligation/obligation.types.js';
import { shiftObligation } from '../suspension/shift-obligation.js';
import type { Preview, PreviewGroup, PreviewInput, WaitingNotice } from './preview.types.js';
import { previewWarnings } from './preview-warnings.js';

type Foreseen = { clock: Clock } | { refused: { code: string; reason: string } };

/**
 * What a decision about a campaign's time would do, from the same rules by which it is done; nothing is stored.
 * @throws UnknownCalendarYear
 */
export function preview(input: PreviewInput): Preview {
  const { decision, obligations } = input;
  const refused: Preview['refused'] = [];
  const groups = new Map<string, PreviewGroup>();
  const changed = new Set<string>();
  for (const o of obligations) {
    const found = foresee(o, input);
    if ('refused' in found) refused.push({ obligation: o._id, ...found.refused });
    else {
      if (moves(o.clock, found.clock)) changed.add(o._id);
      addTo(groups, o, found.clock);
    }
  }
  const shown = [...groups.values()].flatMap((group) => {
    const warnings = previewWarnings(group, moved(group), input);
    return moved(group) || warnings.length ? [{ ...group, warnings }] : [];
  });
  const ended = decision.command === 'cancel' ? obligations.length : 0;
  return {
    moved: changed.size,
    kept: obligations.length - changed.size - ended - refused.length,
    ended,
    groups: shown.sort((a, b) => a.dueAfter.getTime() - b.dueAfter.getTime()),
    ...withdrawals(input, changed),
    refused,
  };
}

/** The clock that an obligation would have. An extension is judged by the very rule that grants it. */
function foresee(o: Obligation, { decision, actor, now, plan, suspensions, rules }: PreviewInput): Foreseen {
  if (decision.command === 'extend') {
    const note = { id: '', hash: '' };
    const command = { type: 'extend', lastDay: decision.lastDay, reason: '', note } as const;
    const made = decide(o, command, { now, actor, rules, campaign: { cancelled: false, closed: false } });
    return made.refused ? { refused: { code: made.code, reason: made.reason } } : { clock: made.next.clock ?? o.clock };
  }
  const from = suspensions.at(-1)?.from;
  if (decision.command !== 'resume' || decision.shift === 'keep' || !from || o.clock.opensAt >= now)
    return { clock: o.clock };
  const suspension = { from, to: now, document: decision.document };
  return { clock: shiftObligation(o, suspension, plan, rules.calendar(o.clock.calendar))?.clock ?? o.clock };
}

function addTo(groups: Map<string, PreviewGroup>, { step, level, clock }: Obligation, after: Clock): void {
  const facts = {
    ...{ step, level, phase: clock.phase },
    ...{ dueBefore: clock.dueAt, dueAfter: after.dueAt, lockBefore: clock.lockAt, lockAfter: after.lockAt },
  };
  const key = JSON.stringify(facts);
  const group = groups.get(key);
  if (group) group.count += 1;
  else groups.set(key, { ...facts, count: 1, warnings: [] });
}

const moves = (before: Clock, after: Clock): boolean => before.version !== after.version;

const moved = (group: PreviewGroup): boolean =>
  group.dueBefore.getTime() !== group.dueAfter.getTime() || group.lockBefore?.getTime() !== group.lockAfter?.getTime();

/** Told whatever the clock does meanwhile: a decision about more time, and a request that waits for one. */
const OUTLASTS: ReadonlySet<string> = new Set(['extension', 'extension_request', 'answered']);

/** A suspended or cancelled campaign sends nothing; a moved clock takes back what was written for the old date. */
function withdrawals(
  { decision, notices }: PreviewInput,
  changed: Set<string>,
): Pick<Preview, 'withdrawn' | 'letters'> {
  const all = decision.command === 'suspend' || decision.command === 'cancel';
  const dead = notices.filter(
    ({ obligation, act }: WaitingNotice) => all || (changed.has(obligation) && !OUTLASTS.has(act)),
  );
  const acts = [...new Set(dead.map(({ act }) => act))].sort();
  return {
    withdrawn: acts.map((act) => ({ act, notices: dead.filter((one) => one.act === act).length })),
    letters: new Set(dead.map(({ post, slot }) => `${post}|${slot}`)).size,
  };
}
