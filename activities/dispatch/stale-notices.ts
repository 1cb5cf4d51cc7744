import { requestStands, say, statesOfPhase } from '#libs/domain';
import type { CampaignDoc, NoticeDoc, ObligationDoc, Store } from '#libs/store';

/** Why a notice is taken back before it goes out. */
export type Withdrawal = 'withdrawn.settled' | 'withdrawn.changed' | 'withdrawn.cancelled' | 'withdrawn.holder-changed';

/** What a notice is judged by, as it stands now. */
export interface Standing {
  obligations: ReadonlyMap<string, Pick<ObligationDoc, keyof typeof JUDGED>>;
  campaigns: ReadonlyMap<string, Pick<CampaignDoc, 'state' | 'suspended'>>;
}

const JUDGED = { state: 1, clock: 1, extension: 1, extensions: 1 } as const;

/** Why a notice must not go out any more, or null. */
export function staleness(notice: NoticeDoc, { obligations, campaigns }: Standing): Withdrawal | null {
  const owed = obligations.get(notice.obligation);
  const campaign = campaigns.get(notice.campaign);
  if (!owed || !campaign || campaign.state === 'cancelled' || campaign.suspended) return 'withdrawn.cancelled';
  if (notice.phase === 'decision') return null;
  if (notice.phase === 'request') return requestStands(owed, notice.rung) ? null : 'withdrawn.settled';
  if (!(statesOfPhase[notice.phase] as readonly string[]).includes(owed.state)) return 'withdrawn.settled';
  return owed.clock.version === notice.clockVersion ? null : 'withdrawn.changed';
}

/** Writes reasons on notices that are still in the state in which they were judged. */
export async function withdrawNotices(
  store: Store,
  state: 'waiting' | 'folded',
  dead: Iterable<[string, Withdrawal]>,
): Promise<void> {
  const byReason = new Map<Withdrawal, string[]>();
  for (const [id, why] of dead) byReason.set(why, [...(byReason.get(why) ?? []), id]);
  for (const [why, ids] of byReason)
    await store.notices.updateMany(
      { _id: { $in: ids }, state },
      {
        $set: { state: 'withdrawn', reason: say(why) },
      },
    );
}

/**
 * Withdraws those that are no longer owed: what nobody can be told is looked at when it is folded, since it is never sent.
 * @returns the notices that still stand
 */
export async function withdrawStale(store: Store, notices: NoticeDoc[]): Promise<NoticeDoc[]> {
  if (notices.length === 0) return notices;
  const ids = (of: 'obligation' | 'campaign') => ({ _id: { $in: [...new Set(notices.map((one) => one[of]))] } });
  const [owed, campaigns] = await Promise.all([
    store.obligations.find(ids('obligation'), { projection: JUDGED }).toArray(),
    store.campaigns.find(ids('campaign'), { projection: { state: 1, suspended: 1 } }).toArray(),
  ]);
  const byId = <T extends { _id: string }>(found: T[]) => new Map(found.map((one) => [one._id, one]));
  const standing = { obligations: byId(owed), campaigns: byId(campaigns) } as unknown as Standing;
  const dead = new Map<string, Withdrawal>();
  for (const notice of notices) {
    const why = staleness(notice, standing);
    if (why) dead.set(notice._id, why);
  }
  await withdrawNotices(store, 'waiting', dead);
  return notices.filter(({ _id }) => !dead.has(_id));
}
