import { dispatchProcessId, slotId } from '#libs/contracts';
import { instantAt } from '#libs/domain';
import type { NoticeDoc } from '#libs/store';
import { runningCampaign, type RunningCampaign } from '../support/running-campaign.js';
import { withServers } from '../support/servers.js';

const UNITS = 12;
/** Rungs stand on Thu 1, Thu 8 and Tue 13 October 2026 at seven, the report is due on Thu 15. */
const BACK = instantAt('2026-10-13', '09:10');
const TOGETHER = instantAt('2026-10-14', '08:00');

/** Nobody looks at anything between two instants: time jumps over every rung and slot that lies between. */
const jump = async ({ stepper }: RunningCampaign, to: Date): Promise<void> => {
  await stepper.stepTo(to);
  await stepper.settle();
};
const mailsByPerson = async ({ store }: RunningCampaign, from: Date): Promise<Map<string, number>> => {
  const sent = await store.messages.find({ state: 'sent', sentAt: { $gte: from } }).toArray();
  const counts = new Map<string, number>();
  for (const { person } of sent) counts.set(person!, (counts.get(person!) ?? 0) + 1);
  return counts;
};
const noticesAt = async ({ store }: RunningCampaign, rung: string): Promise<NoticeDoc[]> =>
  await store.notices.find({ rung } as never).toArray();
const once = (counts: Map<string, number>): boolean => [...counts.values()].every((count) => count === 1);

withServers('an engine that was down over several mornings', () => {
  let campaign: RunningCampaign;
  afterEach(() => campaign?.close());

  it('sends one digest, passes over the stale rung and says so, and sends nothing twice', async () => {
    campaign = await runningCampaign('OUT1', UNITS);
    const { store, mails, walkTo, reconciler, kinds } = campaign;
    await walkTo(instantAt('2026-10-07', '18:00'));
    mails.length = 0;
    await jump(campaign, BACK);
    expect(mails).toHaveLength(0); // not at once: all that was passed over is one mail of the next morning

    await walkTo(TOGETHER);
    const counts = await mailsByPerson(campaign, BACK);
    expect(counts.size).toBeGreaterThanOrEqual(UNITS);
    expect(once(counts)).toBe(true);
    expect(mails).toHaveLength(counts.size);
    expect(await noticesAt(campaign, 'remind-5')).toEqual([]);
    const late = await noticesAt(campaign, 'remind-2');
    expect(new Set(late.map(({ state }) => state))).toEqual(new Set(['sent']));
    expect(late.every(({ holds }) => holds?.length === 1 && holds[0]!.why === 'late')).toBe(true);
    const acts = await store.journal.find({ book: 'OUT1', type: 'act', 'data.skipped': 'remind-5' } as never).toArray();
    const passed = acts.flatMap(({ data }) => data.obligations as [string, number][]);
    expect(new Set(passed.map(([id]) => id)).size).toBe(passed.length);
    expect(passed.length).toBeGreaterThanOrEqual(UNITS);

    await walkTo(instantAt('2026-10-14', '18:00'));
    expect(mails).toHaveLength(counts.size);
    expect(kinds((await reconciler.look(200)).found)).toEqual([]);
  });

  it('gathers what waited for a morning that was passed over, and mail that was folded and never sent', async () => {
    campaign = await runningCampaign('OUT2', UNITS);
    const { store, mails, walkTo, reconciler, kinds } = campaign;
    await walkTo(instantAt('2026-10-08', '07:00'));
    const slot = slotId(instantAt('2026-10-08', '08:00'));
    const waiting = await store.notices.find({ slot } as never).toArray();
    expect(waiting.length).toBeGreaterThanOrEqual(UNITS);
    // the worker died right after it had folded the first of them
    const [first] = waiting as unknown as NoticeDoc[];
    const dead = `${slot}#0|somebody`;
    await store.messages.insertOne(unsent(dead, slot, first!.post) as never);
    await store.notices.updateOne({ _id: first!._id }, { $set: { state: 'folded', message: dead, seal: `${slot}#0` } });
    mails.length = 0;
    await jump(campaign, BACK);
    expect(mails).toHaveLength(0);

    await walkTo(TOGETHER);
    const counts = await mailsByPerson(campaign, BACK);
    expect(once(counts)).toBe(true);
    expect(mails).toHaveLength(counts.size);
    const [five, two] = [await noticesAt(campaign, 'remind-5'), await noticesAt(campaign, 'remind-2')];
    expect(new Set([...five, ...two].map(({ state }) => state))).toEqual(new Set(['sent']));
    const carried = new Map(two.map(({ obligation, post, message }) => [`${obligation} ${post}`, message]));
    for (const { obligation, post, message } of five) expect(message).toBe(carried.get(`${obligation} ${post}`));
    expect(await store.messages.findOne({ _id: dead })).toMatchObject({
      state: 'withdrawn',
      reason: expect.any(String),
    });
    expect(await store.processes.findOne({ _id: dispatchProcessId(slot) })).toMatchObject({ finished: true });

    await walkTo(instantAt('2026-10-14', '18:00'));
    expect(mails).toHaveLength(counts.size);
    expect(kinds((await reconciler.look(200)).found)).toEqual([]);
  });
});

/** A letter as a fold leaves it. */
const unsent = (_id: string, slot: string, post: string) => ({
  ...{ _id, slot, person: 'somebody', posts: [post], to: { name: 'Ai đó', address: 'somebody@mail.test' } },
  ...{ state: 'ready', token: null, leaseUntil: null, attempts: 0, retryAt: null, answer: null, reason: null },
  ...{ messageId: `<${_id}@test>`, verp: 'x', subject: null, sentAt: null, vacant: [], kind: 'digest' },
  at: instantAt('2026-10-08', '08:00'),
});
