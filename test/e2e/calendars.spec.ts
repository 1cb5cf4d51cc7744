import { mergeCalendarFile } from '#libs/calendars';
import { CalendarCommands } from '#libs/commands';
import { calendarBook, calendarsInForce, putInForce } from '#libs/rules';
import { withServers } from '../support/servers.js';
import { apiWorld, openReport, plan, type ApiWorld } from './api-world.js';

const STORM = `
decisions:
  - year: 2023
    status: official
    source: Thông báo số 1 (mẫu thử)
    days_off: [{ from: 2023-09-11, to: 2023-09-12, name: Nghỉ theo thông báo }]
`;

withServers('the calendar of a running system', () => {
  let world: ApiWorld;
  let commands: CalendarCommands;
  const act = { by: 'system:administrator', source: 'TB 1' };
  const merged = async () => {
    const found = mergeCalendarFile(await commands.current(), STORM);
    if (found.refused) throw new Error(found.reason);
    return found.data;
  };
  const journalled = () => world.store.obligations.countDocuments({ 'pending.type': 'deadline_recomputed' });

  beforeAll(async () => {
    world = await apiWorld();
    commands = world.app.get(CalendarCommands);
    const office = world.as('ta-office:focal');
    await office.write('post', '/api/campaigns', plan).expect(201);
    await office.write('post', '/api/campaigns/ta-2023/launch', {}).expect(201);
    await openReport(world);
  });
  afterAll(async () => {
    putInForce(calendarBook());
    await world?.close();
  });

  it('shows a year day by day, with reason, source and status', async () => {
    const { body } = await world.as('ta-office:focal').get('/api/calendars/2026').expect(200);
    expect(body).toMatchObject({ year: 2026, kind: 'vn-5d', status: 'proposed' });
    expect(body.months).toHaveLength(12);
    expect(body.months[7].days[21]).toMatchObject({ date: '2026-08-22', working: true, reason: 'worked_instead' });
    expect(body.months[10].days[23]).toMatchObject({
      date: '2026-11-24',
      working: false,
      name: 'Ngày Văn hóa Việt Nam',
    });
    const six = await world.as('ta-office:focal').get('/api/calendars/2026?kind=vn-6d').expect(200);
    expect(six.body.workingDays).toBeGreaterThan(body.workingDays);
    await world.as('ta-office:focal').get('/api/calendars/2150').expect(422);
    await world.as('ta-office:focal').get('/api/calendars/abc').expect(422);
    await world.as(null).get('/api/calendars/2026').expect(401);
  });

  it('reads a deadline in words as the command line does', async () => {
    const ask = (text: string, from = '2026-11-20') =>
      world.as('ta-office:focal').write('post', '/api/calendars/due', { text, from });
    expect((await ask('trước ngày 10/12/2026').expect(200)).body).toEqual({
      lastDay: '2026-12-09',
      instant: '2026-12-09T16:59:59.999Z',
      rule: { kind: 'before', date: '2026-12-10' },
      asWritten: 'trước ngày 10/12/2026',
      lastWorkingDayBefore: null,
      needs: null,
    });
    expect((await ask('tuần học thứ 09').expect(200)).body).toMatchObject({
      lastDay: null,
      needs: { kind: 'school_week' },
    });
    await ask('trước ngày 10/12/2150').expect(422);
    await ask('').expect(400);
    await ask('trước ngày 10/12', '2026-13-01').expect(400);
  });

  it('previews an import and stores nothing', async () => {
    const outcome = await commands.import(await merged(), { ...act, dryRun: true });
    expect(outcome).toMatchObject({ ok: true, receipt: { version: 1, changed: true } });
    expect(await world.store.calendars.countDocuments()).toBe(0);
    expect(await journalled()).toBe(0);
    expect(calendarsInForce().version).toBe(0);
  });

  it('imports once and counts the clocks again that were counted in working days, each with its event', async () => {
    // eleven working days from the opening on 5/9 are 20/9; with two more days off they are 22/9
    const counted = { kind: 'within_working_days', days: 11, from: 'opened' };
    await world.store.campaigns.updateOne({}, { $set: { 'plan.steps.0.duties.0.due': counted } });
    const data = await merged();
    const preview = await commands.import(data, { ...act, dryRun: true });
    const outcome = await commands.import(data, act);
    if (!outcome.ok || !preview.ok) throw new Error('refused');
    const { clocks, days } = outcome.receipt;
    expect(days.map(({ date }) => date)).toEqual(expect.arrayContaining(['2023-09-11', '2023-09-12']));
    expect(clocks.map(({ obligation }) => obligation).sort()).toEqual(
      preview.receipt.clocks.map(({ obligation }) => obligation).sort(),
    );
    expect(clocks).toHaveLength(await world.store.obligations.countDocuments());
    for (const o of await world.store.obligations.find({}).toArray()) {
      expect(o.clock).toMatchObject({ version: 2, dueAt: new Date('2023-09-22T16:59:59.999Z') });
      expect(o.deadlines.map(({ kind, lastDay }) => [kind, lastDay])).toEqual([
        ['plan', '2023-09-20'],
        ['calendar', '2023-09-22'],
      ]);
      expect(o.pending.filter(({ type }) => type === 'deadline_recomputed')).toHaveLength(1);
    }
    expect(await world.store.calendars.findOne({})).toMatchObject({
      act: 'import',
      applied: true,
      by: 'system:administrator',
    });
    const { body } = await world.as('ta-office:focal').get('/api/calendars/2023').expect(200);
    expect(body.months[8].days[10]).toMatchObject({ working: false, name: 'Nghỉ theo thông báo' });
    expect(await commands.import(data, act)).toMatchObject({ ok: false, code: 'calendar-changed-meanwhile' });
    expect(await commands.import(await merged(), act)).toMatchObject({
      ok: true,
      replayed: true,
      receipt: { changed: false },
    });
    expect(await world.store.calendars.countDocuments()).toBe(1);
  });

  it('goes on where a change was cut off', async () => {
    const moved = await world.store.obligations.find({}).toArray();
    await world.store.calendars.updateOne({}, { $set: { applied: false } });
    await commands.finish();
    expect(await world.store.calendars.findOne({})).toMatchObject({ applied: true });
    expect(await world.store.obligations.find({}).toArray()).toEqual(moved);
  });

  it('confirms a year by a document, and refuses a year beyond what can be computed', async () => {
    expect(await commands.confirm(2028, { ...act, source: 'TB 28' })).toMatchObject({
      ok: true,
      receipt: { version: 2, changed: true },
    });
    const { body } = await world.as('ta-office:focal').get('/api/calendars/2028').expect(200);
    expect(body).toMatchObject({ status: 'official', statusText: 'chính thức' });
    expect(body.source).toContain('TB 28');
    expect(await commands.confirm(2150, act)).toMatchObject({ ok: false, code: 'calendar-too-far' });
  });

  it('lets only one of two writers of a version win', async () => {
    const outcomes = await Promise.all([2030, 2031].map((year) => commands.confirm(year, { ...act, source: 'TB 30' })));
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect((await commands.current()).confirmed).toHaveLength(2);
  });
});
