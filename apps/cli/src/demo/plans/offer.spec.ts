import { planAnswers } from '#libs/contracts/http/index.js';
import { forecast, loadOf, treeAsOf } from '#libs/domain';
import { obligationId, roundId } from '#libs/contracts';
import {
  gate,
  mergeAnswers,
  offerAnswers,
  type GateSurroundings,
  type Preparation,
  type PreparationAnswers,
} from '#libs/domain/preparation/index.js';
import { calendarById, periodRegime, ruleBook } from '#libs/rules';
import { readDemoData } from '../demo-data.js';
import { demoWorld } from '../demo-world.js';
import { PLAN_NUMBERS } from './draft-plan.js';
import { readSeed } from './read-seed.js';

const { plans, ...world } = demoWorld(1);
const surroundings: GateSurroundings = {
  ...world,
  calendar: calendarById,
  regime: periodRegime,
  codeTaken: false,
  parent: null,
};
const WRONG = ['unanswered', 'answer', 'plan'];

describe.each(PLAN_NUMBERS.map((number, i) => ({ number, plan: plans[i]! })))(
  'what is offered for plan $number',
  ({ number, plan }) => {
    const said = readDemoData<PreparationAnswers>('answers', `${number}.yaml`);
    const { file, reading } = readSeed(number);
    const begun = (answers: PreparationAnswers): Preparation => ({
      ...{ source: file, reading, copied: null, answers, confirmations: [], waivers: [], parent: null },
    });
    const ground = {
      owner: plan.standingBody,
      tree: treeAsOf(world.units, world.edges, plan.start),
      posts: world.posts,
    };
    /** What only a person can say: first and last day, who brings each figure, the way to an award, the head of a lost text. */
    const own = (({ start, end, confirmed, targets, corrections, route, head }) => ({
      ...{ start, end, confirmed, targets, corrections, route, head },
    }))(said) as PreparationAnswers;
    const present = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));

    it('names the bodies that the officers named', () => {
      const { bodies } = offerAnswers(begun({}), ground, 'vi');
      expect(bodies).toEqual(said.bodies);
    });

    it('is an answer as the contract has it, and composes into a plan that can run beside what only a person can say', () => {
      const offered = offerAnswers(begun(present), ground, 'vi');
      expect(planAnswers.safeParse(offered).error?.issues ?? []).toEqual([]);
      const preparation = begun(mergeAnswers(offered, present));
      const { items, plan: composed } = gate(preparation, surroundings);
      const wrong = items.filter(({ kind }) => WRONG.includes(kind)).map(({ id }) => id);
      // the threshold of a council's vote is law or its own rules: it is never offered
      expect(wrong.filter((id) => !/threshold|council/.test(id))).toEqual([]);
      const unsaid = offered.steps!.filter(({ ground: why }) => why.includes('không thấy')).map(({ kind }) => kind);
      const pledge = reading.pledge?.said ?? '';
      expect(unsaid.includes('registration')).toBe(!/đăng ký/i.test(pledge));
      expect(unsaid.includes('covenant')).toBe(!/giao ước|ký kết/i.test(pledge));
      expect(unsaid.filter((kind) => kind !== 'registration' && kind !== 'covenant')).toEqual([]);
      expect(composed?.participants).toEqual(offered.participants!.select);
      const entries = forecast({
        ...{ plan: composed!, launchedAt: new Date(`${plan.start}T02:00:00Z`), organisation: world, rules: ruleBook },
        ids: { obligation: obligationId, round: roundId },
      });
      expect(entries.some(({ kind }) => kind === 'step_stuck')).toBe(false);
      const { days, posts } = loadOf(entries);
      const sent = entries.flatMap(({ letters }) => letters.filter(({ outcome }) => outcome === 'sent'));
      expect(days.reduce((sum, { letters }) => sum + letters, 0)).toBe(sent.length);
      expect(posts.reduce((sum, { letters }) => sum + letters, 0)).toBeGreaterThanOrEqual(sent.length);
      expect(days.map(({ day }) => day)).toEqual(days.map(({ day }) => day).sort());
    });

    it('keeps what was said, and says nothing new of a part that was answered', () => {
      const { levels, participants, steps } = said;
      const offered = offerAnswers(begun(mergeAnswers(present, { levels, participants, steps })), ground, 'vi');
      expect([offered.levels, offered.participants]).toEqual([levels, participants]);
    });
  },
);
