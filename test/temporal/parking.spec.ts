import { cohortId, obligationId } from '#libs/contracts';
import { clockKey, endOfDay, instantAt } from '#libs/domain';
import { verifyBook } from '#libs/store';
import { operator, runningCampaign, type RunningCampaign } from '../support/running-campaign.js';
import { withServers } from '../support/servers.js';

const CODE = 'P1';
/** All but communes: the districts' reports to the province stand in one round of one cohort. */
const DISTRICTS = 34;
const cohort = cohortId(CODE, 'report', 'district', 1);
const reportOf = (unit: string): string => obligationId(CODE, 'report', 'report', unit);
const clockless = reportOf('d000000');
const nameless = reportOf('d000001');

withServers('one obligation whose act cannot be computed', () => {
  let campaign: RunningCampaign;
  beforeAll(async () => {
    campaign = await runningCampaign(CODE, DISTRICTS);
  });
  afterAll(() => campaign?.close());

  const stateOf = async (id: string) => (await campaign.store.obligations.findOne({ _id: id }))!;
  const events = (type: string) => campaign.store.journal.countDocuments({ book: CODE, type });
  const reminded = (rung: string): Promise<string[]> =>
    campaign.store.notices.distinct('obligation', { campaign: CODE, rung } as never);

  it('is parked, and all others of its cohort are reminded', async () => {
    const { store, walkTo } = campaign;
    const { clock } = await stateOf(clockless);
    const beyond = { ...clock, dueAt: endOfDay('2141-01-15'), lockAt: null };
    await store.obligations.updateOne({ _id: clockless }, { $set: { clock: beyond, clockKey: clockKey(beyond) } });
    await store.obligations.updateOne({ _id: nameless }, { $set: { answeringUnit: '' } });

    await walkTo(instantAt('2026-10-01', '07:00'));

    const spoken = await reminded('remind-10');
    expect(spoken).toHaveLength(DISTRICTS - 2);
    const until = endOfDay('2026-10-05');
    expect(await stateOf(clockless)).toMatchObject({
      state: 'parked',
      settled: false,
      nextAt: until,
      parking: { parkedFrom: 'open', until, cause: { code: 'unknown_calendar_year', data: { year: 2141 } } },
    });
    expect(await stateOf(nameless)).toMatchObject({ parking: { cause: { code: 'recipient_missing' } } });
    expect(await store.rows.findOne({ _id: clockless })).toMatchObject({ state: 'parked' });
    expect((await store.headers.findOne({ step: 'report', level: 'district' }))!.counts).toEqual({
      open: DISTRICTS - 2,
      parked: 2,
    });
    expect(await events('parked')).toBe(2);
  });

  it('is named by the reconciler with its cause, and left to a person', async () => {
    const { reconciler, kinds } = campaign;
    const { found } = await reconciler.look(200);
    expect(kinds(found)).toEqual([`parked ${clockless}`, `parked ${nameless}`]);
    expect(found.find(({ subject }) => subject === clockless)!.cause).toContain('chưa có bảng ngày nghỉ năm 2141');
    expect(await reconciler.repair(found, operator.post)).toEqual([]);
  });

  it('is tried again when its repair clock ends, and stays parked without a word while nothing was mended', async () => {
    await campaign.walkTo(endOfDay('2026-10-05'));
    const until = endOfDay('2026-10-07');
    expect(await stateOf(clockless)).toMatchObject({ state: 'parked', nextAt: until, parking: { until } });
    expect([await events('parked'), await events('released')]).toEqual([2, 0]);
    expect(await reminded('remind-10')).toHaveLength(DISTRICTS - 2);
  });

  it('is released by the next try once it is mended, and has the act it missed', async () => {
    await campaign.store.obligations.updateOne({ _id: nameless }, { $set: { answeringUnit: 'd000001' } });
    await campaign.walkTo(endOfDay('2026-10-07'));
    expect(await stateOf(nameless)).toMatchObject({
      state: 'open',
      nextAt: instantAt('2026-10-08', '07:00'),
      parking: null,
      releasedAt: null,
    });
    expect(await reminded('remind-10')).toContain(nameless);
    const acts = await campaign.store.journal
      .find({ book: CODE, type: 'act', 'data.obligations.0.0': nameless } as never)
      .toArray();
    expect(acts.map(({ data }) => (data.obligations as unknown[]).length)).toEqual([1]);
    expect(await events('released')).toBe(1);
  });

  it('is released at once by whoever reconciles after the repair, and goes on with all the others', async () => {
    const { store, reconciler, stepper, kinds, walkTo } = campaign;
    const { clock } = await stateOf(reportOf('d000002'));
    await store.obligations.updateOne({ _id: clockless }, { $set: { clock, clockKey: clockKey(clock) } });
    const { found } = await reconciler.look(200);
    // the hand that mended the clock left the sheet to the reconciler
    expect(kinds(found)).toEqual([`parked-mended ${clockless}`, `row-differs ${clockless}`]);
    expect(found[0]!.repair).toContain('đang mở');
    await reconciler.repair(found, operator.post);
    await stepper.settle();
    expect(await stateOf(clockless)).toMatchObject({ state: 'open', lastAct: expect.stringContaining(cohort) });
    expect(await reminded('remind-10')).toHaveLength(DISTRICTS);
    expect(kinds((await reconciler.look(200)).found)).toEqual([]);

    await walkTo(instantAt('2026-10-08', '07:00'));
    expect(await reminded('remind-5')).toHaveLength(DISTRICTS);
    expect([await events('parked'), await events('released')]).toEqual([2, 2]);
    expect(await verifyBook(store, CODE)).toMatchObject({ brokenAt: null });
  });
});
