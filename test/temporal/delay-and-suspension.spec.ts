import { shiftClocks } from '../../activities/cohort/shift-clocks.js';
import { CampaignCommands, ObligationCommands } from '#libs/commands';
import { cohortId, obligationId } from '#libs/contracts';
import { endOfDay, instantAt } from '#libs/domain';
import { verifyBook, type NoticeDoc } from '#libs/store';
import { operator, runningCampaign, type RunningCampaign } from '../support/running-campaign.js';
import { withServers } from '../support/servers.js';

const CODE = 'DS1';
const DISTRICTS = 6;
const cohort = cohortId(CODE, 'report', 'district', 1);
const reportOf = (unit: string): string => obligationId(CODE, 'report', 'report', unit);
const patient = reportOf('d000000');
const later = reportOf('d000001');
const focalOf = (unit: string) => ({ post: `${unit}:focal`, person: null, unit, role: 'focal' });

/** Due on Thu 15 October 2026 as the plan writes it, locked on Thu 29. */
withServers('a declared delay and a suspension', () => {
  let campaign: RunningCampaign;
  beforeAll(async () => {
    campaign = await runningCampaign(CODE, DISTRICTS);
  });
  afterAll(() => campaign?.close());

  const stateOf = async (id: string) => (await campaign.store.obligations.findOne({ _id: id }))!;
  const noticesAt = async (rung: string, more: object = {}): Promise<NoticeDoc[]> =>
    await campaign.store.notices.find({ campaign: CODE, rung, ...more } as never).toArray();
  const told = async (rung: string, more: object = {}) =>
    new Set((await noticesAt(rung, more)).map(({ obligation }) => obligation));
  const shifts = () => campaign.store.journal.find({ book: CODE, 'data.acts.act': 'shift' } as never).toArray();
  const declare = async (unit: string, expectedDay: string) => {
    const request = { type: 'declare_delay', expectedDay, reason: 'Đang chờ số liệu' } as const;
    const outcome = await campaign.app
      .get(ObligationCommands)
      .execute(focalOf(unit), reportOf(unit), request, { key: `delay-${unit}-${expectedDay}` });
    expect(outcome.ok).toBe(true);
    await campaign.stepper.settle();
  };

  it('tells the receiver of a declared delay and leaves that unit alone, and no other', async () => {
    await campaign.walkTo(instantAt('2026-10-02', '09:00'));
    await declare('d000000', '2026-10-20');
    const { receiver } = await stateOf(patient);
    expect(await noticesAt('delay-1')).toMatchObject([
      { obligation: patient, post: `${receiver}:focal`, act: 'delay', class: 'digest', clockVersion: 1 },
    ]);
    await campaign.walkTo(instantAt('2026-10-08', '08:00'));
    expect((await noticesAt('delay-1'))[0]!.state).toBe('sent');
    const reminded = await told('remind-5');
    expect(reminded.size).toBe(DISTRICTS - 1);
    expect(reminded.has(patient)).toBe(false);
  });

  it('is silent while suspended, also over the due day', async () => {
    await campaign.walkTo(instantAt('2026-10-09', '10:00'));
    await campaign.app.get(CampaignCommands).suspend(operator, CODE, 'Bão số 9', { key: 'suspend' });
    await campaign.stepper.settle();
    await campaign.walkTo(instantAt('2026-10-16', '09:00'));
    expect((await told('remind-2')).size).toBe(0);
    expect(await stateOf(later)).toMatchObject({ overdueAt: null, clock: { version: 1 } });
  });

  it('gives five working days back to every open clock by one decision with its document', async () => {
    const document = { number: '15/QĐ-UBND', date: '2026-10-16' };
    const request = { reason: 'Đã khắc phục', shift: 'by_suspension', document } as const;
    const outcome = await campaign.app.get(CampaignCommands).resume(operator, CODE, request, { key: 'resume' });
    expect(outcome.ok).toBe(true);
    await campaign.stepper.settle();

    const due = endOfDay('2026-10-22');
    const moved = { clock: { version: 2, dueAt: due, lockAt: endOfDay('2026-11-05') }, overdueAt: null, shifted: 1 };
    expect(await stateOf(later)).toMatchObject({ ...moved, nextAt: instantAt('2026-10-20', '07:00') });
    // the sheet as the relay left it: the date, and the version it is of
    const { version } = await stateOf(later);
    expect(await campaign.store.rows.findOne({ _id: later })).toMatchObject({ dueAt: due, version });
    expect((await stateOf(later)).deadlines).toMatchObject([
      { version: 1, kind: 'plan', lastDay: '2026-10-15' },
      {
        version: 2,
        kind: 'suspension',
        lastDay: '2026-10-22',
        by: operator.post,
        at: instantAt('2026-10-16', '09:00'),
      },
    ]);
    expect((await stateOf(patient)).clock.delay).toBeUndefined();
    expect((await campaign.store.campaigns.findOne({ _id: CODE }))!.suspensions).toMatchObject([
      {
        n: 1,
        from: instantAt('2026-10-09', '10:00'),
        to: instantAt('2026-10-16', '09:00'),
        shift: 'by_suspension',
        document,
      },
    ]);
  });

  it('journals it once for each clock of a round, with what was skipped', async () => {
    const events = await shifts();
    const counts = events
      .filter(({ subject }) => subject.includes('.district.'))
      .map(({ data }) => (data.obligations as unknown[]).length);
    expect(counts.sort()).toEqual([1, DISTRICTS - 1]);
    expect(events[0]!.data).toMatchObject({
      acts: [{ act: 'shift', rung: 'suspension-1' }],
      skipped: ['remind-5'],
      moved: { by: operator.post, ground: expect.stringContaining('15/QĐ-UBND') },
    });
  });

  it('changes nothing when the act is repeated', async () => {
    const { store } = campaign;
    const before = await store.obligations.find({ cohort }).toArray();
    const [event] = await shifts();
    const id = event!.eventId.slice(0, -event!.subject.length - 1);
    const act = { id, kind: 'shift', summary: '', args: { n: 1, key: id.slice(`${cohort}|shift-1|`.length) } };
    expect(act.args.key).toContain('running');
    await shiftClocks(store, cohort, act, instantAt('2026-10-16', '09:00'));
    expect(await store.obligations.find({ cohort }).toArray()).toEqual(before);
  });

  it('reminds everybody before the new date, and urges who declared a delay on the morning after their day', async () => {
    await campaign.walkTo(instantAt('2026-10-20', '09:00'));
    expect((await told('remind-2', { clockVersion: 2 })).size).toBe(DISTRICTS);
    await declare('d000001', '2026-10-27');
    await campaign.walkTo(instantAt('2026-10-28', '09:00'));
    const urged = await told('urge+1');
    expect([urged.size, urged.has(later)]).toEqual([DISTRICTS - 1, false]);
    expect((await told('escalate+3')).size).toBe(DISTRICTS);
    expect((await noticesAt('urge-delay-1')).map(({ post, state }) => `${post} ${state}`).sort()).toEqual([
      'd000001:focal sent',
      'd000001:head sent',
    ]);
    expect(await stateOf(later)).toMatchObject({ overdueAt: endOfDay('2026-10-22') });
  });

  it('sends at once what a supervisor escalates by hand, and goes on with the ladder', async () => {
    const { receiver } = await stateOf(patient);
    const request = { type: 'escalate', to: 'chair', reason: 'Đã gọi điện' } as const;
    const by = { post: `${receiver}:head`, person: null, unit: receiver, role: 'head' };
    const outcome = await campaign.app.get(ObligationCommands).execute(by, patient, request, { key: 'by-hand' });
    expect(outcome.ok).toBe(true);
    await campaign.stepper.settle();
    const plan = (await campaign.store.campaigns.findOne({ _id: CODE }))!.plan;
    expect(await noticesAt('by-hand-1')).toMatchObject([
      {
        obligation: patient,
        post: plan.chairPost,
        act: 'escalate',
        class: 'instant',
        state: expect.not.stringMatching('waiting'),
      },
    ]);
    expect(await stateOf(patient)).toMatchObject({ nextAt: instantAt('2026-10-29', '07:00'), clock: { version: 2 } });
  });

  it('leaves nothing for the reconciler', async () => {
    const { reconciler, kinds, store } = campaign;
    expect(kinds((await reconciler.look(200)).found)).toEqual([]);
    expect(await verifyBook(store, CODE)).toMatchObject({ brokenAt: null });
  });
});
