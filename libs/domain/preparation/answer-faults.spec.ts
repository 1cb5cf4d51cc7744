import { planWith } from '../plan-reader/read-plan.fixture.js';
import { readPlan } from '../plan-reader/read-plan.js';
import { answerFaults } from './answer-faults.js';
import type { PreparationAnswers, StepAnswer } from './answers.types.js';
import { gatherAnswers } from './gather-answers.js';
import type { Preparation } from './preparation.types.js';

const reading = readPlan(planWith('- Xây dựng 05 tuyến đường.', '- Tỷ lệ hộ dùng nước sạch đạt 95%.'));
const preparation = (answers: PreparationAnswers): Preparation => ({
  source: 'x',
  reading,
  copied: null,
  answers,
  confirmations: [],
  waivers: [],
  parent: null,
});
const source = (...ids: string[]) => ({ ids, mode: 'each_unit', method: 'sum', ground: 'g' }) as const;
const head = { signatory: 'Chủ tịch' };
const sound: PreparationAnswers = { head, targets: [source('T01', 'T02')] };
const codes = (answers: PreparationAnswers) =>
  answerFaults(preparation(answers), gatherAnswers(preparation(answers)).answers).map(
    ({ field, code }) => `${field} ${code}`,
  );
const step = (changes: Partial<StepAnswer>): PreparationAnswers => ({
  ...sound,
  levels: { unit: { level: 'unit', owes: { kinds: ['commune'] }, to: 'x' } },
  steps: [{ id: 's', kind: 'final_report', title: 't', ground: 'g', due: { unit: { workingDays: 3 } }, ...changes }],
});

describe('answers that cannot be composed', () => {
  it('has nothing to say of sound ones', () => {
    expect(codes(sound)).toEqual([]);
    expect(codes(step({}))).toEqual([]);
  });

  it.each<[string, PreparationAnswers, string]>([
    ['a target nobody brings', { head, targets: [source('T01')] }, 'targets.T02 answer.target-without-mode'],
    [
      'two sources',
      { head, targets: [source('T01', 'T02'), source('T02')] },
      'targets.T02 answer.target-sourced-twice',
    ],
    ['a source of nothing', { head, targets: [source('T01', 'T02', 'T09')] }, 'targets.T09 answer.target-unknown'],
    [
      'another number of names',
      { ...sound, confirmed: [{ id: 'T01', name: 'n' }] },
      'confirmed answer.targets-counted',
    ],
    [
      'one name for two',
      {
        ...sound,
        confirmed: [
          { id: 'T01', name: 'n' },
          { id: 'T01', name: 'm' },
        ],
        targets: [source('T01')],
      },
      'targets.T01 answer.target-twice',
    ],
    [
      'half an added target',
      { ...sound, corrections: [{ id: 'T03', ground: 'g' }], targets: [source('T01', 'T02', 'T03')] },
      'targets.T03 answer.target-incomplete',
    ],
    ['no signatory', { ...sound, head: {} }, 'signatory answer.head-missing'],
    ['a level nobody knows', step({ due: { district: { workingDays: 1 } } }), 'steps.s answer.level-unknown'],
    ['no due day', step({ due: {} }), 'steps.s answer.step-without-day'],
    ['a day of no month', step({ due: { unit: { dayOfMonth: 5 } } }), 'steps.s answer.day-of-month'],
    ['an entered step without its standing body', step({ kind: 'ranking' }), 'steps.s answer.step-without-standing'],
    ['a council of nobody', step({ kind: 'council' }), 'steps.s answer.council-missing'],
    [
      'a period that ends before it begins',
      {
        ...sound,
        periods: [
          {
            id: '1',
            title: 't',
            from: '2026-06-01',
            to: '2026-05-01',
            opens: '2026-05-01',
            due: { unit: { workingDays: 1 } },
          },
        ],
      },
      'periods.1 answer.period-backwards',
    ],
  ])('%s', (_, answers, expected) => expect(codes(answers)).toContain(expected));

  it('lets an officer leave a target out or add one', () => {
    const added = {
      id: 'T03',
      name: 'n',
      comparator: 'at_least',
      value: 3,
      unit: 'nhà',
      deadline: '2026-12-31',
      ground: 'g',
    } as const;
    const answers: PreparationAnswers = {
      head,
      corrections: [{ id: 'T02', drop: true, ground: 'g' }, added],
      targets: [source('T01', 'T03')],
    };
    expect(codes(answers)).toEqual([]);
  });
});
