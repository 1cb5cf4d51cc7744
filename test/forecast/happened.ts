import type { CampaignDoc, JournalDoc, MessageDoc, NoticeDoc, ObligationDoc, RoundDoc, Store } from '#libs/store';
import { letterLine, line, noticeLine } from './lines.js';

interface World {
  rounds: Map<string, RoundDoc>;
  obligations: Map<string, ObligationDoc>;
}

/** What happened in a campaign, one line each: from its journal, its notices, the mails sent, and how it stands in the end. */
export async function happened(store: Store, code: string): Promise<string[]> {
  const of = { campaign: code } as never;
  const [rounds, obligations, journal, notices, campaign] = await Promise.all([
    store.rounds.find(of).toArray() as unknown as Promise<RoundDoc[]>,
    store.obligations.find(of).toArray() as unknown as Promise<ObligationDoc[]>,
    store.journal.find({ book: code }).sort({ seq: 1 }).toArray() as Promise<JournalDoc[]>,
    store.notices.find(of).toArray() as unknown as Promise<NoticeDoc[]>,
    store.campaigns.findOne({ _id: code }) as unknown as Promise<CampaignDoc>,
  ]);
  const ids = [...new Set(notices.flatMap(({ message }) => message ?? []))];
  const messages = (await store.messages.find({ _id: { $in: ids } }).toArray()) as unknown as MessageDoc[];
  const world: World = {
    rounds: new Map(rounds.map((round) => [round._id, round])),
    obligations: new Map(obligations.map((one) => [one._id, one])),
  };
  return [
    ...journaled(journal, world),
    ...told(notices, world),
    ...messages.map((message) => letter(message, notices)),
    ...atRest(campaign, obligations),
  ].sort();
}

function journaled(journal: JournalDoc[], world: World): string[] {
  const single = journal.flatMap((entry) => stepLine(entry));
  return [...single, ...actLines(journal, world), ...countedLines(journal, world)];
}

function stepLine({ type, at, data, subject }: JournalDoc): string[] {
  const step = data.step as string;
  switch (type) {
    case 'drafted':
    case 'act':
    case 'round_finished':
    case 'parked':
      return [];
    case 'launched':
    case 'concluded':
    case 'closed':
      return [line(at, type)];
    case 'step_skipped':
      return [line(at, type, step, data.ground as string)];
    case 'step_opened':
      return [line(at, type, step, data.obligations as number)];
    case 'session_called':
    case 'session_counted':
      return [line(at, type, subject.slice(subject.indexOf('.') + 1))];
    default:
      return [line(at, type, step)];
  }
}

/** Acts of one instant on one level together, as one entry of the forecast tells them. */
function actLines(journal: JournalDoc[], { rounds, obligations }: World): string[] {
  const acts = new Map<string, { at: Date; parts: string[]; rounds: Set<string>; owed: string[] }>();
  for (const { type, at, data, subject } of journal) {
    if (type !== 'act') continue;
    const { step, level } = rounds.get(subject)!;
    for (const { act, rung } of data.acts as { act: string; rung: string }[]) {
      const parts = [act, step, level, rung];
      const key = [at.getTime(), ...parts].join('|');
      const known = acts.get(key) ?? { at, parts, rounds: new Set(), owed: [] };
      acts.set(key, known);
      known.rounds.add(subject);
      known.owed.push(...(data.obligations as [string, number][]).map(([id]) => id));
    }
  }
  return [...acts.values()].map(({ at, parts, rounds: of, owed }) => {
    const turn = parts[0] === 'lock' ? [] : owed.map((id) => ownerOf(obligations.get(id)!));
    return line(at, ...parts, owed.length, of.size, [...new Set(turn)].sort().join(' '));
  });
}

const ownerOf = ({ answeringPost, answeringUnit, answeringRole }: ObligationDoc): string =>
  answeringPost ?? `${answeringUnit}:${answeringRole}`;

function countedLines(journal: JournalDoc[], { rounds, obligations }: World): string[] {
  const counts = new Map<string, { at: Date; parts: string[]; count: number }>();
  for (const { type, at, subject } of journal) {
    if (type !== 'round_finished' && type !== 'parked') continue;
    const { step, level } = rounds.get(subject) ?? obligations.get(subject)!;
    const parts = [type, step, level];
    const key = [at.getTime(), ...parts].join('|');
    const known = counts.get(key) ?? { at, parts, count: 0 };
    counts.set(key, known);
    known.count += 1;
  }
  return [...counts.values()].map(({ at, parts, count }) => line(at, ...parts, count));
}

function told(notices: NoticeDoc[], { obligations }: World): string[] {
  const groups = new Map<string, { at: Date; step: string; level: string; rung: string; mine: NoticeDoc[] }>();
  for (const notice of notices) {
    const { at, rung } = notice;
    const { step, level } = obligations.get(notice.obligation)!;
    const key = [at.getTime(), step, level, rung].join('|');
    const known = groups.get(key) ?? { at, step, level, rung, mine: [] };
    groups.set(key, known);
    known.mine.push(notice);
  }
  return [...groups.values()].flatMap(({ at, mine, ...of }) => {
    const audiences = [...new Set(mine.map(({ audience }) => audience))];
    const count = (audience: string): number => mine.filter((one) => one.audience === audience).length;
    const posts = [...new Set(mine.map(({ post }) => post))].sort().join(' ');
    return [
      ...audiences.map((audience) => noticeLine(at, { ...of, audience, count: count(audience) })),
      line(at, 'told', of.step, of.level, of.rung, posts),
    ];
  });
}

function letter({ _id, at, person, posts, state }: MessageDoc, notices: NoticeDoc[]): string {
  const sent = notices.filter((notice) => notice.message === _id && notice.state === 'sent');
  return letterLine(at, { person, posts, notices: sent.length, outcome: state as 'sent' });
}

/** What is still owed and what never opened, where the campaign did not close. */
function atRest({ state, steps }: CampaignDoc, obligations: ObligationDoc[]): string[] {
  if (state === 'closed') return [];
  const owed = new Map<string, ObligationDoc[]>();
  for (const one of obligations.filter((each) => each.state === 'open')) {
    const key = `${one.step}|${one.level}`;
    owed.set(key, [...(owed.get(key) ?? []), one]);
  }
  const waiting = steps.filter((step) => step.state === 'waiting');
  return [
    ...[...owed.values()].map((mine) => line(null, 'rests', mine[0]!.step, mine[0]!.level, mine.length)),
    ...waiting.map(({ id }) => line(null, 'rests', id, null, 0)),
  ];
}
