import { addDays, addWorkingDays, instantAt, type CampaignPlan, type LocalDate } from '#libs/domain';
import { resolveDeadline } from '#libs/domain/deadline/deadlines.js';
import { calendarById } from '#libs/rules';
import type { PlannedAct } from '../../apps/cli/src/demo/agenda-of-people.js';
import { draw } from '../../apps/cli/src/demo/random.js';
import type { World } from '../../apps/cli/src/demo/worlds/world.types.js';
import { BOARD_HOUR } from './moment.js';
import { HIGHLAND, OFFICE, one, ROOT } from './random-tree.js';

const REASON = { reason: 'Ngẫu nhiên (mẫu).' };

/** What the bodies decide about the whole campaign: more time for many, and one suspension or two with what becomes of the clocks. */
export function boardOf(seed: number, { plans, units }: World & { plans: CampaignPlan[] }): PlannedAct[] {
  const plan = plans[0]!;
  const luck = draw(seed, 'board');
  const calendar = calendarById(plan.calendar);
  const period = plan.steps.find(({ id }) => id === 'period-1')!;
  const due = resolveDeadline(period.duties[0]!.due, plan.start, calendar).lastDay;
  const document = { number: `${seed}/QĐ`, date: due };
  const command = (day: LocalDate, post: string, path: string, body: object): PlannedAct => {
    const { code } = plan;
    const at = instantAt(day, BOARD_HOUR);
    return { at, obligation: code, campaign: code, post, path, body: () => Promise.resolve({ ...REASON, ...body }) };
  };
  const acts: PlannedAct[] = [];

  const districts = units.filter(({ kind }) => kind === 'district').map(({ id }) => id);
  const selected = one(luck, [{}, { groups: [HIGHLAND] }, { under: one(luck, districts) }]);
  const select = { step: 'period-1', level: 'commune', units: selected };
  const lastDay = addDays(due, luck.whole(2, 6));
  const decided = addWorkingDays(calendar, due, -luck.whole(1, 4));
  acts.push(command(decided, `${ROOT}:chair`, 'extension', { select, lastDay, document }));

  let from = addWorkingDays(calendar, due, luck.whole(-9, 5));
  for (let n = luck.chance(0.3) ? 2 : 1; n > 0; n -= 1) {
    // on any day, also of rest
    const to = addDays(from, luck.whole(1, 11));
    const shift = luck.chance(0.4) ? 'keep' : 'by_suspension';
    const ground = luck.chance(0.6) ? { document } : {};
    acts.push(command(from, `${OFFICE}:focal`, 'suspend', {}));
    acts.push(command(to, `${OFFICE}:focal`, 'resume', { shift, ...ground }));
    from = addDays(to, luck.whole(3, 15));
  }
  return acts.filter(({ at }) => at > instantAt(plan.start, BOARD_HOUR));
}
