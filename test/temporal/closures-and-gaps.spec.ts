import { CalendarCommands, CampaignCommands, ObligationCommands, type ObligationRequest } from '#libs/commands';
import { campaignProcessId, obligationId } from '#libs/contracts';
import { endOfDay, instantAt } from '#libs/domain';
import { calendarBook, putInForce } from '#libs/rules';
import type { NoticeDoc } from '#libs/store';
import { benchPlan } from '../../apps/cli/src/bench/bench-plan.js';
import { operator, runningCampaign, type RunningCampaign } from '../support/running-campaign.js';
import { withServers } from '../support/servers.js';

const CODE = 'CG1';
const DISTRICTS = 5;
const reportOf = (unit: string): string => obligationId(CODE, 'report', 'report', unit);
const focalOf = (unit: string) => ({ post: `${unit}:focal`, person: null, unit, role: 'focal' });

/** Due on Thu 15 October 2026 as the plan writes it, locked on Thu 29. */
withServers('closures, locks and what used to stand still', () => {
  let campaign: RunningCampaign;
  beforeAll(async () => {
    campaign = await runningCampaign(CODE, DISTRICTS);
    // a step that waits for ever keeps the campaign from being closed when its one round is finished
    const waits = { id: 'later', kind: 'event', title: 'Về sau' } as const;
    const spec = { ...waits, after: [{ step: 'nobody', is: 'finished' }], duties: [] };
    const record = { ...waits, state: 'waiting', at: null, finishedAt: null, ground: null };
    await campaign.store.campaigns.updateOne({ _id: CODE }, { $push: { 'plan.steps': spec, steps: record } } as never);
  });
  afterAll(async () => {
    putInForce(calendarBook());
    await campaign?.close();
  });

  const stateOf = async (id: string) => (await campaign.store.obligations.findOne({ _id: id }))!;
  const noticesOf = async (rung: string): Promise<NoticeDoc[]> =>
    await campaign.store.notices
      .find({ campaign: CODE, rung } as never)
      .sort({ obligation: 1 })
      .toArray();
  const say = async (actor: typeof operator, unit: string, request: ObligationRequest, key: string) => {
    const outcome = await campaign.app.get(ObligationCommands).execute(actor, reportOf(unit), request, { key });
    await campaign.stepper.settle();
    return outcome;
  };
  const ask = (unit: string, key = `ask-${unit}`) =>
    say(focalOf(unit), unit, { type: 'request_extension', proposedDay: '2026-10-22', reason: 'Lũ' }, key);

  it('tells the receiver of a request for more time the next morning, unless it was decided by then', async () => {
    await campaign.walkTo(instantAt('2026-10-02', '09:00'));
    expect([(await ask('d000000')).ok, (await ask('d000001')).ok]).toEqual([true, true]);
    const refusal = { type: 'decide_extension', granted: false, reason: 'Đủ thời gian' } as const;
    expect((await say(focalOf('bx') as never, 'd000001', refusal, 'decide-1')).ok).toBe(true);
    await campaign.walkTo(instantAt('2026-10-05', '08:00'));
    expect(
      (await noticesOf('extension-request')).map(({ obligation, post, act, phase, state }) => [
        obligation,
        post,
        act,
        phase,
        state,
      ]),
    ).toEqual([
      [reportOf('d000000'), 'bx:focal', 'extension_request', 'request', 'sent'],
      [reportOf('d000001'), 'bx:focal', 'extension_request', 'request', 'withdrawn'],
    ]);
  });

  it('keeps no words of a command that was refused', async () => {
    const before = await campaign.store.notes.countDocuments();
    expect(await ask('d000000', 'ask-again')).toMatchObject({ ok: false, code: 'extension-pending' });
    expect(await campaign.store.notes.countDocuments()).toBe(before);
  });

  it('recomputes the open clocks of an area that is closed, visibly, and pins the new calendar on all the others', async () => {
    const commands = campaign.app.get(CalendarCommands);
    const storm = { id: 'bao-so-9', area: 'd000002', from: '2026-10-16', to: '2026-10-19' };
    const closures = [{ ...storm, name: 'Bão số 9', source: 'Công điện 9 (mẫu thử)' }];
    const data = { ...(await commands.current()), version: 1, closures };
    const outcome = await commands.import(data, { by: operator.post, source: 'Công điện 9' });
    if (!outcome.ok) throw new Error(outcome.reason);
    await campaign.stepper.settle();
    expect(outcome.receipt.clocks.map(({ obligation }) => obligation)).toEqual([reportOf('d000002')]);
    const version = calendarBook(data).byId('vn-5d').version;
    // the plan's day stays; the lock, ten working days after it, gives two of them back
    expect((await stateOf(reportOf('d000002'))).clock).toMatchObject({
      ...{ version: 2, calendar: 'vn-5d/bao-so-9', dueAt: endOfDay('2026-10-15'), lockAt: endOfDay('2026-11-02') },
      pins: { calendar: version },
    });
    expect((await stateOf(reportOf('d000003'))).clock).toMatchObject({
      version: 1,
      calendar: 'vn-5d',
      pins: { calendar: version },
    });
    const told = await campaign.store.journal.find({ book: CODE, type: 'deadline_recomputed' }).toArray();
    expect(told.map(({ subject, data: { source } }) => [subject, source])).toEqual([
      [reportOf('d000002'), 'Công điện 9'],
    ]);
    await campaign.walkTo(instantAt('2026-10-20', '09:00'));
    expect((await noticesOf('urge+1')).map(({ obligation, at }) => [obligation, at])).toEqual(
      ['d000000', 'd000001', 'd000002', 'd000003', 'd000004'].map((unit) => [
        reportOf(unit),
        instantAt(unit === 'd000002' ? '2026-10-20' : '2026-10-16', '07:00'),
      ]),
    );
  });

  it('takes nothing after the lock but what the receiver reopens, and locks that by itself again', async () => {
    await campaign.walkTo(instantAt('2026-11-03', '09:00'));
    expect(await campaign.store.rounds.countDocuments({ campaign: CODE, state: { $ne: 'finished' } } as never)).toBe(0);
    const submit = { type: 'submit', content: { narrative: 'muộn' } } as const;
    expect(await say(focalOf('d000003') as never, 'd000003', submit, 's-1')).toMatchObject({
      ok: false,
      code: 'locked',
    });
    for (const unit of ['d000003', 'd000004']) {
      const reopened = await say(focalOf('bx'), unit, { type: 'reopen', reason: 'Có lý do' }, `reopen-${unit}`);
      expect(reopened).toMatchObject({ ok: true, receipt: { state: 'returned' } });
    }
    expect(await say(focalOf('d000003') as never, 'd000003', submit, 's-2')).toMatchObject({
      ok: true,
      receipt: { onTime: false },
    });
    const { lockAt } = (await stateOf(reportOf('d000004'))).clock;
    await campaign.walkTo(new Date(lockAt!.getTime() + 1));
    expect(await stateOf(reportOf('d000004'))).toMatchObject({ state: 'lapsed', settled: true, returns: 0 });
  });

  it('leaves a step that cannot be laid out stuck with its cause, and lays it out when it is mended and nudged', async () => {
    const { store, app, stepper } = campaign;
    const commands = app.get(CampaignCommands);
    const due = { kind: 'by', date: '2026-12-15' } as const;
    const plan = benchPlan({
      code: 'CG2',
      calendar: 'vn-5d',
      start: '2026-11-20',
      opens: '2026-11-25',
      due,
      lockAfter: 5,
    });
    const duties = plan.steps[0]!.duties.map((duty) => ({ ...duty, ladder: 'nobody-knows' }));
    await commands.draft(operator, { ...plan, steps: [{ ...plan.steps[0]!, duties }] });
    await commands.launch(operator, 'CG2', { key: 'launch' });
    await stepper.settle(); // comes to rest: it is not tried for ever
    const stepOf = async () => (await store.campaigns.findOne({ _id: 'CG2' }))!.steps[0]!;
    expect(await stepOf()).toMatchObject({ state: 'waiting', stuck: { cause: { code: 'not_computable' } } });
    expect(JSON.stringify((await stepOf()).stuck!.cause)).toContain('nobody-knows');
    const { found } = await campaign.reconciler.look(200);
    expect(campaign.kinds(found)).toContain('step-stuck CG2.report');
    const { turn, asleep } = (await store.processes.findOne({ _id: campaignProcessId('CG2') }))!;
    expect(asleep).toBe(turn);
    await commands.nudge('CG2');
    await stepper.settle();
    expect(await stepOf()).toMatchObject({ state: 'waiting' });
    expect(await store.journal.countDocuments({ book: 'CG2', type: 'step_stuck' })).toBe(1);

    await store.campaigns.updateOne({ _id: 'CG2' }, { $set: { 'plan.steps.0.duties': plan.steps[0]!.duties } });
    await commands.nudge('CG2');
    await stepper.settle();
    expect(await stepOf()).toMatchObject({ state: 'opened', stuck: null });
    expect(await store.obligations.countDocuments({ campaign: 'CG2' })).toBe(DISTRICTS);
  });
});
