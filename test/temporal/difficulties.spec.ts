import PostalMime from 'postal-mime';
import {
  DifficultyCommands,
  ObligationCommands,
  settleDifficulties,
  type DifficultyRequest,
  type ObligationRequest,
} from '#libs/commands';
import { obligationId } from '#libs/contracts';
import { endOfDay, instantAt } from '#libs/domain';
import { verifyBook, type NoticeDoc } from '#libs/store';
import { runningCampaign, type RunningCampaign } from '../support/running-campaign.js';
import { withServers } from '../support/servers.js';

const CODE = 'KK1';
/** 34 districts of the country; one commune below the first. */
const UNITS = 35;
const [COMMUNE, DISTRICT, PROVINCE] = ['c000000', 'd000000', 'bx'];
const REPORT = obligationId(CODE, 'report', 'report', COMMUNE);
const itemOf = (key: string): string =>
  obligationId(CODE, 'difficulty:answers', 'answer', COMMUNE, `report:main:${key}`);
const [ROAD, POWER] = [itemOf('duong'), itemOf('dien')];
const focalOf = (unit: string) => ({ post: `${unit}:focal`, person: null, unit, role: 'focal' });

jest.setTimeout(600_000);

/** The report is due on Thu 15 October 2026 and locks on Thu 29; difficulties are raised on Fri 2 October. */
withServers('difficulties that a report raises', () => {
  let campaign: RunningCampaign;
  beforeAll(async () => {
    campaign = await runningCampaign(CODE, UNITS);
  });
  afterAll(() => campaign?.close());

  const stateOf = async (id: string) => (await campaign.store.obligations.findOne({ _id: id }))!;
  const noticesOf = async (obligation: string, rung: string, more: object = {}): Promise<NoticeDoc[]> =>
    await campaign.store.notices
      .find({ obligation, rung, ...more } as never)
      .sort({ post: 1 })
      .toArray();
  const postsOf = async (obligation: string, rung: string, more: object = {}) =>
    (await noticesOf(obligation, rung, more)).map(({ post, state }) => `${post} ${state}`);
  const say = async (unit: string, request: ObligationRequest, key: string) => {
    const outcome = await campaign.app.get(ObligationCommands).execute(focalOf(unit), REPORT, request, { key });
    await campaign.stepper.settle();
    if (!outcome.ok) throw new Error(outcome.reason);
  };
  const act = async (unit: string, id: string, request: DifficultyRequest, key: string) => {
    const outcome = await campaign.app.get(DifficultyCommands).execute(focalOf(unit), id, request, { key });
    await campaign.stepper.settle();
    if (!outcome.ok) throw new Error(outcome.reason);
    return outcome.receipt;
  };
  const submit = (difficulties: Record<string, string>, key: string) =>
    say(COMMUNE, { type: 'submit', content: { narrative: `Báo cáo ${key}`, difficulties } }, key);

  it('one item each, through a return and a second submission, told to the superior the next morning', async () => {
    await campaign.walkTo(instantAt('2026-10-02', '09:00'));
    await submit({ duong: 'Đường vào xã sạt lở.', dien: 'Chưa có điện lưới.' }, 'first');
    await say(DISTRICT, { type: 'receive' }, 'receive');
    await say(DISTRICT, { type: 'return', reason: 'Bổ sung số liệu' }, 'return');
    await submit({ duong: 'Đường vào xã sạt lở.' }, 'second');
    await say(DISTRICT, { type: 'receive' }, 'receive-again');
    await say(DISTRICT, { type: 'accept' }, 'accept');
    const items = await campaign.store.obligations.find({ campaign: CODE, kind: 'answer' } as never).toArray();
    expect(items.map(({ _id }) => _id).sort()).toEqual([POWER, ROAD].sort());
    for (const item of items)
      expect(item).toMatchObject({
        ...{ state: 'open', answeringUnit: DISTRICT, receiver: PROVINCE },
        clock: { version: 1, dueAt: endOfDay('2026-10-16') },
        nextAt: instantAt('2026-10-13', '07:00'),
      });
    await campaign.walkTo(instantAt('2026-10-05', '08:00'));
    expect(await postsOf(ROAD, 'open')).toEqual([`${DISTRICT}:focal sent`]);
  });

  it('goes with who owes it: the old owner is left alone, the new one reminded on its own days', async () => {
    await campaign.walkTo(instantAt('2026-10-06', '10:00'));
    const receipt = await act(DISTRICT, POWER, { type: 'forward', to: PROVINCE, reason: 'Thuộc tỉnh' }, 'forward');
    expect(receipt).toMatchObject({ owner: PROVINCE, dueAt: endOfDay('2026-10-20') });
    await campaign.walkTo(instantAt('2026-10-13', '08:00'));
    expect(await postsOf(ROAD, 'remind-3')).toEqual([`${DISTRICT}:focal sent`]);
    expect(await postsOf(POWER, 'open', { clockVersion: 2 })).toEqual([`${PROVINCE}:focal sent`]);
    expect(await noticesOf(POWER, 'remind-3')).toEqual([]);
    await campaign.walkTo(instantAt('2026-10-15', '08:00'));
    expect(await postsOf(POWER, 'remind-3')).toEqual([`${PROVINCE}:focal sent`]);
    await act(PROVINCE, POWER, { type: 'answer', text: 'Đóng điện trong quý I/2027.' }, 'answer-power');
    expect(await stateOf(POWER)).toMatchObject({ state: 'done', onTime: true, onTimeOriginal: true });
    await campaign.walkTo(instantAt('2026-10-16', '08:00'));
    expect(await postsOf(POWER, 'answered-1')).toEqual([`${COMMUNE}:focal sent`]);
  });

  it('overdue it is urged and escalated by the ladder, and in the list of who is late', async () => {
    await campaign.walkTo(instantAt('2026-10-23', '09:00'));
    expect(await stateOf(ROAD)).toMatchObject({ state: 'open', overdueAt: endOfDay('2026-10-16') });
    expect(await postsOf(ROAD, 'urge+1')).toEqual([`${DISTRICT}:head sent`]);
    expect(await postsOf(ROAD, 'escalate+3')).toEqual([`${PROVINCE}:focal sent`, `${PROVINCE}:head sent`]);
    expect(await postsOf(ROAD, 'escalate+5')).toEqual([`${PROVINCE}:chair sent`]);
    const letters = await Promise.all(campaign.mails.map(({ raw }) => PostalMime.parse(raw)));
    expect(letters.filter(({ html = '' }) => html.includes('KK1')).length).toBeGreaterThan(0);
    await campaign.walkTo(instantAt('2026-10-26', '09:00'));
    await act(DISTRICT, ROAD, { type: 'answer', text: 'Đã bố trí máy xúc.' }, 'answer-road');
    expect(await stateOf(ROAD)).toMatchObject({ state: 'done', onTime: false, nextAt: null });
    const round = (await campaign.store.rounds.findOne({ _id: (await stateOf(ROAD)).round }))!;
    expect(round.state).toBe('finished');
  });

  it('raised again it is owed anew, also when the campaign is long closed', async () => {
    await campaign.walkTo(instantAt('2026-10-28', '09:00'));
    await act(COMMUNE, ROAD, { type: 'reopen', reason: 'Đường lại sạt.' }, 'again');
    expect(await stateOf(ROAD)).toMatchObject({ state: 'open', clock: { version: 2, dueAt: endOfDay('2026-11-11') } });
    await campaign.walkTo(instantAt('2026-11-12', '09:00'));
    expect((await campaign.store.campaigns.findOne({ _id: CODE }))!.state).toBe('closed');
    expect(await postsOf(ROAD, 'urge+1', { clockVersion: 2 })).toEqual([`${DISTRICT}:head sent`]);
    await act(DISTRICT, ROAD, { type: 'decline', reason: 'Chờ dự án của trung ương.' }, 'decline-road');
    await campaign.walkTo(instantAt('2026-11-13', '09:00'));
    expect(await postsOf(ROAD, 'answered-2')).toEqual([`${COMMUNE}:focal sent`]);
  });

  it('leaves nothing for the reconciler; the report’s own step and sheet know nothing of it', async () => {
    const { reconciler, kinds, store } = campaign;
    expect(kinds((await reconciler.look(200)).found)).toEqual([]);
    // done again by anybody: words that were heard in their time are not said again after later ones
    const before = await stateOf(ROAD);
    for (const submission of await store.submissions.distinct('_id', { obligation: REPORT } as never))
      await settleDifficulties(store, submission);
    expect(await stateOf(ROAD)).toEqual(before);
    expect(await verifyBook(store, CODE)).toMatchObject({ brokenAt: null });
    const types = (await store.journal.find({ book: CODE, subject: ROAD }).sort({ seq: 1 }).toArray()).map(
      ({ type }) => type,
    );
    expect(types).toEqual([
      ...['difficulty_raised', 'difficulty_answered', 'difficulty_raised_again', 'difficulty_declined'],
    ]);
    expect(await store.rows.countDocuments({ round: (await stateOf(REPORT)).round })).toBe(1);
  });
});
