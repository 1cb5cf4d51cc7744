import { layOut, treeAsOf } from '#libs/domain';
import { obligationId, roundId } from '#libs/contracts';
import { ruleBook } from '#libs/rules';
import { benchPlan } from './bench-plan.js';
import { benchWorld } from './bench-world.js';

const laidOut = (n: number) => {
  const plan = benchPlan({
    code: 'B',
    calendar: 'vn-5d',
    start: '2026-09-01',
    due: { kind: 'by', date: '2026-10-15' },
    lockAfter: 10,
  });
  const { units, edges } = benchWorld(n);
  const tree = treeAsOf(units, edges, '2026-09-01');
  const [step] = plan.steps;
  const ids = { obligation: obligationId, round: roundId };
  const openedAt = new Date('2026-09-01T02:00:00Z');
  return layOut({ plan, step: step!, duties: step!.duties, tree, rules: ruleBook, ids, openedAt });
};

describe('the world the bench measures on', () => {
  it.each([20, 500, 5000])('makes exactly %i units owe one report each', (n) => {
    const { obligations } = laidOut(n);
    expect(obligations).toHaveLength(n);
    expect(new Set(obligations.map(({ _id }) => _id)).size).toBe(n);
  });

  it('is 34 districts of 100 communes, the rest leaves', () => {
    const { obligations, rounds } = laidOut(5000);
    const owed = (level: string) => obligations.filter((one) => one.level === level).length;
    expect([owed('district'), owed('commune'), owed('leaf')]).toEqual([34, 3400, 1566]);
    expect(rounds.filter(({ level }) => level === 'commune').map(({ expected }) => expected)).toEqual(
      Array(34).fill(100),
    );
  });
});
