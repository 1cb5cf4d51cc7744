import { ObligationCommands, PreferenceCommands } from '#libs/commands';
import { INSTANT_SLOT, obligationId, slotId } from '#libs/contracts';
import { instantAt, type Preference } from '#libs/domain';
import type { NoticeDoc, ObligationDoc } from '#libs/store';
import type { NoticeSeed } from '../../activities/notice-seed.js';
import { Notices } from '../../activities/notices.js';
import { runningCampaign, type RunningCampaign } from '../support/running-campaign.js';
import { withServers } from '../support/servers.js';

const CODE = 'PM1';
const DISTRICTS = 7;
const unitOf = (n: number): string => `d00000${n}`;
const reportOf = (n: number): string => obligationId(CODE, 'report', 'report', unitOf(n));

/** Reminded on Thu 1, Thu 8 and Tue 13 October 2026, due on Thu 15, urged on Fri 16. */
withServers('mail as each person wants it', () => {
  let campaign: RunningCampaign;
  beforeAll(async () => {
    campaign = await runningCampaign(CODE, DISTRICTS);
    await choose(0, { digestAt: '09:15', frequency: 'weekly' });
    await choose(1, { digestAt: '07:15' });
    await choose(2, { frequency: 'twice_a_week' });
  });
  afterAll(() => campaign?.close());

  const choose = async (n: number, wish: Partial<Preference>): Promise<void> => {
    const actor = { post: `${unitOf(n)}:focal`, person: `p-${unitOf(n)}` };
    const outcome = await campaign.app
      .get(PreferenceCommands)
      .choose(actor, wish, { key: `wish-${n}-${JSON.stringify(wish)}` });
    expect(outcome.ok).toBe(true);
  };
  /** When the mails of a person left since an instant, local. */
  const mailsOf = async (n: number, since: Date): Promise<string[]> => {
    const sent = await campaign.store.messages
      .find({ person: `p-${unitOf(n)}`, state: 'sent', sentAt: { $gte: since } })
      .toArray();
    return sent.map(({ sentAt }) => new Date(sentAt!.getTime() + 7 * 3_600_000).toISOString().slice(0, 16)).sort();
  };
  const noticeOf = async (n: number, rung: string): Promise<NoticeDoc> =>
    (await campaign.store.notices.findOne({
      obligation: reportOf(n),
      rung,
      post: `${unitOf(n)}:focal`,
    })) as unknown as NoticeDoc;
  const holdsOf = async (n: number, rung: string) => (await noticeOf(n, rung)).holds?.map(({ why }) => why);

  it('comes at the hour and on the days they chose, and at eight to all others', async () => {
    const since = instantAt('2026-10-01');
    await campaign.walkTo(instantAt('2026-10-07', '18:00'));
    expect(await mailsOf(0, since)).toEqual(['2026-10-05T09:15']);
    expect(await holdsOf(0, 'remind-10')).toEqual(['hour', 'frequency']);
    expect(await mailsOf(1, since)).toEqual(['2026-10-01T07:15']);
    expect(await mailsOf(2, since)).toEqual(['2026-10-01T08:00']); // a Thursday is one of the two days
    for (const n of [3, 4, 5]) expect(await mailsOf(n, since)).toEqual(['2026-10-01T08:00']);
    expect(await holdsOf(3, 'remind-10')).toBeUndefined();
  });

  it('follows a choice made after the notice was written, and before it is folded', async () => {
    await campaign.walkTo(instantAt('2026-10-08', '07:30'));
    expect((await noticeOf(3, 'remind-5')).state).toBe('waiting');
    await choose(3, { digestAt: '10:00' });
    await campaign.walkTo(instantAt('2026-10-08', '18:00'));
    expect(await mailsOf(3, instantAt('2026-10-08'))).toEqual(['2026-10-08T10:00']);
    expect(await holdsOf(3, 'remind-5')).toEqual(['hour']);
  });

  it('is never later than the last morning before the due day, and urging waits for nothing but the hour', async () => {
    const since = instantAt('2026-10-13');
    await campaign.walkTo(instantAt('2026-10-16', '18:00'));
    expect(await mailsOf(0, since)).toEqual(['2026-10-14T09:15', '2026-10-16T09:15']);
    expect(await mailsOf(2, since)).toEqual(['2026-10-14T08:00', '2026-10-16T08:00']);
    expect(await mailsOf(4, since)).toEqual(['2026-10-13T08:00', '2026-10-16T08:00']);
  });

  const seedOf = (
    obligation: ObligationDoc,
    rung: string,
    act: string,
    more: Partial<NoticeSeed> = {},
  ): NoticeSeed => ({
    ...{ obligation, rung, act, audience: 'focal', post: `${obligation.answeringUnit}:focal`, class: 'instant' },
    ...{ phase: 'decision', at: campaign.stepper.now },
    ...more,
  });
  const owed = async (n: number): Promise<ObligationDoc> =>
    (await campaign.store.obligations.findOne({ _id: reportOf(n) })) as unknown as ObligationDoc;

  it('holds instant mail for the opening when nobody works, each then a mail of its own', async () => {
    const saturday = instantAt('2026-10-17', '10:00');
    await campaign.walkTo(saturday);
    const one = await owed(5);
    await campaign.app
      .get(Notices)
      .write([seedOf(one, 'extension', 'extension'), seedOf(one, 'extension-2', 'extension')]);
    await campaign.stepper.settle();
    expect(await holdsOf(5, 'extension')).toEqual(['window']);
    await campaign.walkTo(instantAt('2026-10-19', '06:59'));
    expect(await mailsOf(5, saturday)).toEqual([]);
    await campaign.walkTo(instantAt('2026-10-19', '07:00'));
    expect(await mailsOf(5, saturday)).toEqual(['2026-10-19T07:00', '2026-10-19T07:00']);
  });

  it('is five instant mails a day; what exceeds is folded into the next digest and says why, but never an escalation', async () => {
    const noon = instantAt('2026-10-21', '12:00');
    await campaign.walkTo(noon);
    const one = await owed(6);
    const decisions = Array.from({ length: 8 }, (_, n) => seedOf(one, `extension-${n + 1}`, 'extension'));
    const { version, phase } = one.clock;
    expect([version, phase]).toEqual([1, 'submission']);
    const escalation = seedOf(one, 'by-hand-9', 'escalate', { phase });
    const notices = campaign.app.get(Notices);
    await notices.write([...decisions, escalation]);
    expect(await campaign.store.notices.countDocuments({ slot: INSTANT_SLOT, state: 'waiting' })).toBe(9);
    await campaign.stepper.settle();
    const instants = await mailsOf(6, noon);
    expect(instants).toHaveLength(5); // the escalation among them
    const held = await campaign.store.notices.find({ obligation: reportOf(6), 'holds.why': 'budget_day' }).toArray();
    expect(held).toHaveLength(4);
    expect(held.every((notice) => notice.act === 'extension' && notice.class === 'digest')).toBe(true);
    expect(new Set(held.map(({ slot }) => slot))).toEqual(new Set([slotId(instantAt('2026-10-22', '08:00'))]));
    const more = await owed(6);
    await notices.write([seedOf(more, 'by-hand-10', 'escalate', { phase })]);
    await campaign.stepper.settle();
    expect(await mailsOf(6, noon)).toHaveLength(6);

    await campaign.walkTo(instantAt('2026-10-22', '08:00'));
    expect((await mailsOf(6, instantAt('2026-10-22'))).length).toBe(1);
    const after = await campaign.store.notices.find({ _id: { $in: held.map(({ _id }) => _id) } }).toArray();
    expect(new Set(after.map(({ state }) => state))).toEqual(new Set(['sent']));
  });

  it('leaves nothing behind: nobody waits past the end, and the reconciler finds nothing', async () => {
    const { store, walkTo, reconciler, kinds, app } = campaign;
    const request = { type: 'submit', content: { narrative: 'đủ' } } as const;
    await app
      .get(ObligationCommands)
      .execute({ post: `${unitOf(0)}:focal`, person: null, unit: unitOf(0), role: 'focal' }, reportOf(0), request, {
        key: 'submit-0000',
      });
    await walkTo(instantAt('2026-10-30', '18:00'));
    expect(await store.notices.countDocuments({ state: { $in: ['waiting', 'folded'] } })).toBe(0);
    expect(kinds((await reconciler.look(200)).found)).toEqual([]);
  });
});
