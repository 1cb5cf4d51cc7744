import type { PaperOf } from '#libs/contracts/http/index.js';
import { isRefusal, quorum, say, type MessageCode } from '#libs/domain';
import type { SessionDoc, Store } from '#libs/store';
import { candidates, type Asked, type PaperSources } from './paper-sources.js';

/** The session a vote is cast in: what is voted on, how far it is, what must be reached. */
export async function askedOfVote(sources: PaperSources): Promise<Asked<'vote'>> {
  const session = await sessionOf(sources);
  return {
    session: sessionView(session),
    items: await candidates(sources, session.items),
    writtenOnly: session.state === 'called',
  };
}

/** What the minutes are about: who was there and how the count came out. */
export async function askedOfMinutes(sources: PaperSources): Promise<Asked<'minutes'>> {
  const session = await sessionOf(sources);
  const titles = await sources.names.posts(session.present);
  const items = await candidates(sources, session.items);
  const votes = countsOf(session);
  return {
    session: sessionView(session),
    present: session.present.map((post) => titles.get(post) ?? post),
    items: items.map((one) => ({ ...one, votes: votes.get(one.item) ?? null })),
  };
}

/** The count by item; empty until the ballot is closed and counted. */
export function countsOf({ tally, needed }: SessionDoc): Map<string, NonNullable<Counted>> {
  return new Map(
    (tally ?? []).map(({ item, yes, no, blank, missing, passed }) => [
      item,
      { yes, no, blank, missing, needed, passed },
    ]),
  );
}

export const sessionOfCampaign = async (store: Store, campaign: string): Promise<SessionDoc | null> =>
  await store.sessions.findOne({ campaign } as never);

type Counted = PaperOf<'minutes'>['items'][number]['votes'];

const sessionOf = async ({ store, owed: { campaign, step } }: PaperSources): Promise<SessionDoc> =>
  (await store.sessions.findOne({ campaign, step } as never))!;

export function sessionView({ _id, state, meetsAt, closesAt, members, needed, threshold }: SessionDoc) {
  const asked = quorum(members, { present: [], written: [], countWritten: false }, threshold.attendanceShare);
  return {
    id: _id,
    state,
    stateText: say(`state.${state}` as MessageCode),
    meetsAt: meetsAt.toISOString(),
    closesAt: closesAt.toISOString(),
    members: members.length,
    quorum: isRefusal(asked) ? members.length : asked.needed,
    needed,
    source: threshold.source,
  };
}
