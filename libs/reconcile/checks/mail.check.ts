import { dispatchProcessId, INSTANT_SLOT } from '#libs/contracts';
import type { MessageState } from '#libs/store';
import { GRACE_MS, type CheckContext } from '../check.js';
import { finding, type Found, type Look } from '../finding.js';

interface Group {
  _id: string;
  count: number;
  since: Date;
  campaign: string;
}

/** Mail that was due is in a message, no message stands still past its lease, and every outcome reached its notices. */
export async function checkMail(context: CheckContext): Promise<Look> {
  const [due, stuck, unlike, checked] = await Promise.all([
    mailsDue(context),
    mailsStuck(context),
    noticesUnlikeMail(context),
    context.store.notices.countDocuments({}),
  ]);
  return { checked, found: [...due, ...stuck, ...unlike] };
}

const nudgeOf =
  ({ engine }: CheckContext, slot: string) =>
  (): Promise<void> => {
    const _id = dispatchProcessId(slot);
    return engine.nudge(_id, { _id, type: 'dispatchWorkflow', campaign: null, step: null, level: null });
  };

async function mailsDue(context: CheckContext): Promise<Found[]> {
  const { store, now } = context;
  const before = new Date(now.getTime() - GRACE_MS);
  const groups = (await store.notices
    .aggregate([
      {
        $match: {
          state: 'waiting',
          message: null,
          $or: [{ slotAt: { $ne: null, $lt: before } }, { slot: INSTANT_SLOT, at: { $lt: before } }],
        },
      },
      { $group: { _id: '$slot', count: { $sum: 1 }, since: { $min: '$at' }, campaign: { $first: '$campaign' } } },
    ])
    .toArray()) as Group[];
  return groups.map(({ _id: slot, count, since, campaign }) =>
    finding('mail-due', {
      subject: slot,
      campaign,
      mend: nudgeOf(context, slot),
      mark: String(count),
      data: { count, since: since.toISOString() },
    }),
  );
}

/** Claimed or sending past the lease, or ready although its slot has come and no retry is waited for. */
async function mailsStuck(context: CheckContext): Promise<Found[]> {
  const { store, wall } = context;
  const before = new Date(wall.getTime() - GRACE_MS);
  const groups = (await store.messages
    .aggregate([
      {
        $match: {
          $or: [
            { state: { $in: ['claimed', 'sending'] }, leaseUntil: { $lt: before } },
            { state: 'ready', retryAt: { $ne: null, $lt: before } },
            { state: 'ready', retryAt: null },
          ],
        },
      },
      { $group: { _id: { slot: '$slot', state: '$state' }, count: { $sum: 1 }, attempts: { $sum: '$attempts' } } },
    ])
    .toArray()) as { _id: { slot: string; state: MessageState }; count: number; attempts: number }[];
  const found: Found[] = [];
  for (const { _id, count, attempts } of groups) {
    const carried = await store.notices.findOne({ slot: _id.slot } as never, { projection: { campaign: 1 } });
    const data = { count, state: _id.state };
    found.push(
      finding('mail-stuck', {
        subject: _id.slot,
        campaign: carried?.campaign ?? null,
        mend: nudgeOf(context, _id.slot),
        mark: `${count}.${attempts}`,
        data,
      }),
    );
  }
  return found;
}

async function noticesUnlikeMail({ store }: CheckContext): Promise<Found[]> {
  const folded = (await store.notices
    .aggregate([
      { $match: { state: 'folded', message: { $ne: null } } },
      { $group: { _id: '$message', count: { $sum: 1 }, campaign: { $first: '$campaign' } } },
    ])
    .toArray()) as Omit<Group, 'since'>[];
  const ended = ['sent', 'failed', 'unconfirmed', 'withdrawn'] satisfies MessageState[];
  const messages = await store.messages
    .find({ _id: { $in: folded.map(({ _id }) => _id) }, state: { $in: ended } } as never, {
      projection: { state: 1, answer: 1, reason: 1 },
    })
    .toArray();
  const byId = new Map(messages.map((message) => [message._id, message]));
  return folded.flatMap(({ _id, count, campaign }) => {
    const message = byId.get(_id);
    if (!message) return [];
    const { state, answer, reason } = message;
    const set = { state, reason: state === 'sent' ? null : (reason ?? answer) };
    const mend = (): Promise<unknown> =>
      store.notices.updateMany({ message: _id, state: 'folded' } as never, { $set: set as never });
    return [finding('notice-unlike-mail', { subject: _id, campaign, mend, data: { count, state } })];
  });
}
