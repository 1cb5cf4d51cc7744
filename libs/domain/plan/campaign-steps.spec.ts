import { instantAt } from '#libs/domain';
import { dueSteps, type StepRecord } from './campaign-steps.js';
import type { CampaignPlan, StepSpec } from './plan.types.js';

const step = (id: string, changes: Partial<StepSpec> = {}): StepSpec => ({
  id,
  kind: 'report',
  title: id,
  after: [],
  duties: [],
  ...changes,
});
const record = (id: string, state: StepRecord['state'] = 'waiting'): StepRecord => ({
  id,
  kind: 'report',
  title: id,
  state,
  at: null,
  finishedAt: null,
  ground: null,
});
const due = (
  steps: StepSpec[],
  records: StepRecord[],
  now: Date,
  settled: string[] = [],
  state: 'launched' | 'concluded' = 'launched',
) => dueSteps({ plan: { steps } as CampaignPlan, state, steps: records, settled: new Set(settled), now });

describe('the steps of a campaign', () => {
  const now = instantAt('2023-06-15', '09:00');

  it('are laid out at launch when their day is fixed and nothing comes before them', () => {
    const { acts } = due([step('report', { opens: '2023-12-01' })], [record('report')], now);
    expect(acts).toEqual([{ do: 'open', step: 'report' }]);
  });

  it('wait for a condition, and a skipped step satisfies it', () => {
    const steps = [
      step('covenant', { skip: { ground: 'không yêu cầu' } }),
      step('report', { after: [{ step: 'covenant', is: 'finished' }] }),
    ];
    expect(due(steps, [record('covenant'), record('report')], now).acts).toEqual([
      { do: 'skip', step: 'covenant', ground: 'không yêu cầu' },
    ]);
    expect(due(steps, [record('covenant', 'skipped'), record('report')], now).acts).toEqual([
      { do: 'open', step: 'report' },
    ]);
  });

  it('open at the latest day although the condition does not hold', () => {
    const steps = [
      step('event'),
      step('final', { after: [{ step: 'event', is: 'finished', atLatest: '2023-11-06' }] }),
    ];
    const records = [record('event', 'opened'), record('final')];
    const before = due(steps, records, now);
    expect(before).toEqual({ acts: [], next: instantAt('2023-11-06', '07:00') });
    expect(due(steps, records, instantAt('2023-11-06', '07:00')).acts).toEqual([{ do: 'open', step: 'final' }]);
  });

  it('finish when all their rounds are settled; then the campaign concludes, its follow-ups open, and it closes', () => {
    const steps = [step('report'), step('follow', { kind: 'follow_up', opens: '2024-02-01' })];
    const waiting = record('follow');
    expect(due(steps, [record('report', 'opened'), waiting], now, ['report']).acts).toEqual([
      { do: 'finish', step: 'report' },
    ]);
    expect(due(steps, [record('report', 'finished'), waiting], now).acts).toEqual([{ do: 'conclude' }]);
    expect(due(steps, [record('report', 'finished'), waiting], now, [], 'concluded').acts).toEqual([
      { do: 'open', step: 'follow' },
    ]);
    expect(due(steps, [record('report', 'finished'), record('follow', 'finished')], now, [], 'concluded').acts).toEqual(
      [{ do: 'close' }],
    );
  });
});
