import { CampaignCommands, ObligationCommands, PreferenceCommands, type ObligationRequest } from '#libs/commands';
import { addDays, addWorkingDays, instantAt, localDateOf, type LocalDate } from '#libs/domain';
import { ruleBook } from '#libs/rules';
import type { MessageDoc, NoticeDoc, ObligationDoc } from '#libs/store';
import { whyOf } from '#libs/why';
import { draw } from '../../apps/cli/src/demo/random.js';
import { operator, runningCampaign, type RunningCampaign } from '../support/running-campaign.js';
import { withServers } from '../support/servers.js';

const CODE = 'WHY1';
const DISTRICTS = 10;
const [FIRST, LAST]: [LocalDate, LocalDate] = ['2026-09-01', '2026-11-06'];
const calendar = ruleBook.calendar('vn-5d');

/** Opened on Thu 3 September 2026, due on Thu 15 October; everybody acts at random, the campaign is suspended for three days. */
withServers('why somebody was not reminded, against every record of a campaign', () => {
  let campaign: RunningCampaign;
  let obligations: ObligationDoc[];
  let notices: NoticeDoc[];
  let messages: Map<string, MessageDoc>;

  beforeAll(async () => {
    campaign = await runningCampaign(CODE, DISTRICTS);
    await live();
    obligations = await campaign.store.obligations.find({ campaign: CODE }).toArray();
    notices = await campaign.store.notices.find({ campaign: CODE }).toArray();
    const found = (await campaign.store.messages.find().toArray()) as unknown as MessageDoc[];
    messages = new Map(found.map((message) => [message._id, message]));
  });
  afterAll(() => campaign?.close());

  /** What people do, by the day; each command may be refused, as it is in life. */
  async function live(): Promise<void> {
    const { app, store, walkTo, stepper } = campaign;
    const commands = app.get(ObligationCommands);
    const luck = draw(7, 'why', CODE);
    const owed = (await store.obligations.find({ campaign: CODE }).toArray()) as unknown as ObligationDoc[];
    for (const [n, { answeringUnit }] of owed.entries())
      if (n % 3 === 0) {
        const frequency = luck.chance(0.5) ? 'weekly' : 'twice_a_week';
        const actor = { post: `${answeringUnit}:focal`, person: `p-${answeringUnit}` };
        await app.get(PreferenceCommands).choose(actor, { frequency, digestAt: '09:00' }, { key: `prefer-${n}` });
      }
    let accepted = 0;
    for (let day = '2026-09-10'; day < LAST; day = addWorkingDays(calendar, day, 1)) {
      await walkTo(instantAt(day, '14:00'));
      for (const { _id, answeringUnit, receiver } of owed) {
        if (!luck.chance(0.12)) continue;
        const { state } = (await store.obligations.findOne({ _id }))!;
        const by = ['submitted', 'received'].includes(state) ? `${receiver}:focal` : `${answeringUnit}:focal`;
        const actor = { post: by, person: null, unit: by.split(':')[0]!, role: 'focal' };
        const request = requestIn(state, luck, day);
        const outcome = request && (await commands.execute(actor, _id, request, { key: `act-${_id}-${day}` }));
        if (outcome?.ok) accepted += 1;
      }
      if (day === '2026-10-06') await app.get(CampaignCommands).suspend(operator, CODE, 'Bão', { key: 'suspend-1' });
      if (day === '2026-10-09')
        await app
          .get(CampaignCommands)
          .resume(operator, CODE, { reason: 'Hết bão', shift: 'keep' }, { key: 'resume-1' });
      await stepper.settle();
    }
    expect(accepted).toBeGreaterThan(DISTRICTS);
    await walkTo(instantAt(LAST, '18:00'));
  }

  function requestIn(state: string, luck: ReturnType<typeof draw>, day: LocalDate): ObligationRequest | null {
    const later = addDays(day, 7);
    if (state === 'submitted') return { type: 'receive' };
    if (state === 'received') return luck.chance(0.5) ? { type: 'return', reason: 'thiếu' } : { type: 'accept' };
    if (state !== 'open' && state !== 'returned') return null;
    if (luck.chance(0.3)) return { type: 'declare_delay', expectedDay: addDays(later, 30), reason: 'chờ' };
    return { type: 'submit', content: { narrative: 'đủ', figures: [] } };
  }

  it('is consistent with every notice and mail, for each obligation, post and day', async () => {
    const codes = new Map<string, number>();
    const wrong: string[] = [];
    const now = campaign.stepper.now;
    for (const { _id, answeringUnit } of obligations)
      for (const post of [`${answeringUnit}:focal`, `${answeringUnit}:head`])
        for (let day = FIRST; day <= LAST; day = addDays(day, 1)) {
          const { code, told, text } = (await whyOf(campaign.store, now, _id, { day, post }))!;
          codes.set(code, (codes.get(code) ?? 0) + 1);
          const mine = notices.filter((notice) => notice.obligation === _id && notice.post === post);
          const fault = faultOf(code, told, day, mine) ?? (/\{\w+\}/.test(text) ? `a hole: ${text}` : null);
          if (fault) wrong.push(`${_id} ${post} ${day} ${code}: ${fault}`);
        }
    expect(wrong).toEqual([]);
    // the world was rich enough for the answers to differ
    for (const code of ['sent', 'held', 'handed-in', 'suspended', 'no-rung', 'rest-day', 'not-open'])
      expect([code, (codes.get(code) ?? 0) > 0]).toEqual([code, true]);
    expect(codes.get('stands-still')).toBeUndefined();
  });

  /** What the records say, read another way. */
  function faultOf(code: string, told: boolean, day: LocalDate, mine: NoticeDoc[]): string | null {
    const left = mine.filter(({ message }) => {
      const mail = messages.get(message ?? '');
      return mail?.state === 'sent' && localDateOf(mail.sentAt!) === day;
    });
    if (told !== left.length > 0) return `${left.length} mails left`;
    if (told) return null;
    const written = mine.filter(({ at }) => localDateOf(at) === day);
    if (written.length > 0 && !['held', 'waits', 'withdrawn', 'failed'].includes(code))
      return `a notice was written: ${written.map(({ rung }) => rung).join()}`;
    const leaves = mine.filter(({ at, slotAt }) => localDateOf(slotAt ?? at) === day);
    if (code === 'withdrawn' && !leaves.some(({ state }) => state === 'withdrawn')) return 'nothing was withdrawn';
    if (
      code === 'held' &&
      !mine.some(({ holds }) => holds?.some(({ at, until }) => localDateOf(at) <= day && localDateOf(until) > day))
    )
      return 'nothing was held';
    if (code === 'rest-day' && addWorkingDays(calendar, day, 0) === day) return 'a working day';
    if (code === 'suspended' && !(day > '2026-10-06' && day <= '2026-10-09')) return 'not suspended';
    if (code === 'not-open' && day >= '2026-09-03') return 'open';
    return null;
  }
});
