import { ladderById } from '#libs/rules';
import type { JournalDoc, MessageDoc, NoticeDoc, ObligationDoc } from '#libs/store';
import type { CaughtMail } from '../../apps/cli/src/demo/dump.js';

export interface Drill {
  obligations: ObligationDoc[];
  notices: NoticeDoc[];
  messages: MessageDoc[];
  journal: JournalDoc[];
  caught: Pick<CaughtMail, 'messageId'>[];
}

interface Act {
  acts: { act: string; rung: string; at: Date }[];
  skipped: string[];
  obligations: [string, number][];
}

/** An entry of the agenda as the journal tells of it. */
interface Told {
  act: string;
  rung: string;
  at: Date;
  skipped: boolean;
}

const rungs = ladderById('drill').rungs;

/** What happened to each obligation by itself, from the journal. */
export function toldOf({ journal }: Drill): Map<string, Told[]> {
  const told = new Map<string, Told[]>();
  for (const { type, data } of journal) {
    if (type !== 'act') continue;
    const { acts, skipped, obligations } = data as unknown as Act;
    const entries = acts.map(({ act, rung, at }) => ({ act, rung, at: new Date(at), skipped: skipped.includes(rung) }));
    for (const [id] of obligations) told.set(id, [...(told.get(id) ?? []), ...entries]);
  }
  return told;
}

/** Whoever never reported: every entry of the agenda once, each rung spoken or recorded as skipped, overdue at the deadline, locked. */
export function silentOnes(drill: Drill, told: Map<string, Told[]>): string[] {
  const heard = noticesBy(drill);
  return drill.obligations
    .filter(({ submittedAt }) => submittedAt === null)
    .flatMap((one) => {
      const entries = told.get(one._id) ?? [];
      const wrong = (what: string): string => `${one._id}: ${what}`;
      const times = (act: string): number => entries.filter((entry) => entry.act === act).length;
      return [
        ...['open', 'remind', 'overdue', 'urge', 'escalate', 'lock'].flatMap((act) =>
          times(act) === 1 ? [] : [wrong(`${act} ${times(act)} times`)],
        ),
        ...rungs.flatMap(({ id }) => {
          const entry = entries.find(({ rung }) => rung === id);
          const spoken = (heard.get(one._id) ?? []).filter(({ rung }) => rung === id).length;
          return spoken === (entry?.skipped ? 0 : 1)
            ? []
            : [wrong(`rung ${id}: ${spoken} notices${entry?.skipped ? ' though skipped' : ''}`)];
        }),
        ...(one.overdueAt?.getTime() === one.clock.dueAt.getTime()
          ? []
          : [wrong('overdue fact is not at the deadline')]),
        ...(one.overdueNotedAt && one.overdueNotedAt >= one.clock.dueAt
          ? []
          : [wrong('noted overdue before the deadline')]),
        ...(one.state === 'lapsed' ? [] : [wrong(`${one.state} after the lock`)]),
      ];
    });
}

/**
 * Whoever reported hears nothing of what came after, is never locked, and is overdue only if the deadline had passed: how many
 * of the reminded are late depends on the machine, what follows from it does not.
 */
export function dutifulOnes(drill: Drill, told: Map<string, Told[]>): string[] {
  const heard = noticesBy(drill);
  return drill.obligations.flatMap((one) => {
    const { submittedAt } = one;
    if (submittedAt === null) return [];
    const dueAt = one.deadlines[0]!.dueAt;
    const late = submittedAt > dueAt;
    const after = [...(heard.get(one._id) ?? []), ...(told.get(one._id) ?? [])].filter(({ at }) => at > submittedAt);
    return [
      ...after.map(({ rung }) => `${one._id}: ${rung} after it reported`),
      ...(one.onTime === !late ? [] : [`${one._id}: onTime ${one.onTime}, reported ${submittedAt.toISOString()}`]),
      ...(one.overdueAt?.getTime() === (late ? dueAt.getTime() : undefined)
        ? []
        : [`${one._id}: overdue ${one.overdueAt?.toISOString() ?? 'never'}, due ${dueAt.toISOString()}`]),
      ...(one.state === 'submitted' ? [] : [`${one._id}: ${one.state}`]),
    ];
  });
}

/** No notice was written, and no act noted, before its instant. */
export function earlyOnes({ journal, notices, messages }: Drill): string[] {
  const sentAt = new Map(messages.map(({ _id, sentAt: at }) => [_id, at]));
  const acts = journal.flatMap(({ type, at, data }) =>
    type === 'act' ? (data as unknown as Act).acts.map((entry) => ({ ...entry, done: at })) : [],
  );
  return [
    ...acts
      .filter(({ at, done }) => new Date(at) > new Date(done))
      .map(({ rung, act }) => `${act} ${rung} before its instant`),
    ...notices.flatMap(({ _id, at, message }) => {
      const sent = message === null ? null : sentAt.get(message);
      return sent && sent < at ? [`notice ${_id} sent before its instant`] : [];
    }),
  ];
}

/** Every notice rests; each sent message was caught once, nothing else was caught. */
export function mailsOnce({ notices, messages, caught }: Drill): string[] {
  const copies = new Map<string, number>();
  for (const { messageId } of caught) copies.set(messageId, (copies.get(messageId) ?? 0) + 1);
  return [
    ...notices
      .filter(({ state }) => !['sent', 'withdrawn'].includes(state))
      .map(({ _id, state }) => `notice ${_id} is ${state}`),
    ...messages.flatMap(({ _id, messageId, state }) =>
      (copies.get(messageId) ?? 0) === (state === 'sent' ? 1 : 0)
        ? []
        : [`message ${_id}: ${state}, caught ${copies.get(messageId) ?? 0} times`],
    ),
  ];
}

function noticesBy({ notices }: Drill): Map<string, NoticeDoc[]> {
  const by = new Map<string, NoticeDoc[]>();
  for (const notice of notices.filter(({ phase }) => phase === 'submission'))
    by.set(notice.obligation, [...(by.get(notice.obligation) ?? []), notice]);
  return by;
}
