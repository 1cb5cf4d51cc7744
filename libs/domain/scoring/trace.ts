import { say, type Language } from '../messages/say.js';
import type { Criterion } from '../plan/plan.types.js';
import type { OnTimeRecord, ScoreLine, ScoreRule, ScoreTrace } from './score.types.js';

/** Why a criterion brought its points. */
export function lineTrace({ name, max, source }: Criterion, line: ScoreLine, record: OnTimeRecord): ScoreTrace {
  const { self, verified, reason } = line;
  const facts = { name, max, self, verified, reason };
  const trace = (rule: ScoreRule, more = {}): ScoreTrace => ({
    rule,
    points: verified,
    facts: { ...facts, ...more },
    children: [],
  });
  if (source === 'on_time') return line.leftOut ? trace('left_out') : trace('on_time', { ...record, points: verified });
  if (verified === null) return trace(self === null ? 'blank' : 'not_verified');
  if (self === null) return trace('not_claimed');
  return trace(self === verified ? 'claimed' : 'changed');
}

/** The total over its criteria; a re-weighting stands between them as a node of its own. */
export function totalTrace(
  {
    total,
    fullMax,
    countedMax,
    sum,
  }: { total: number | null; fullMax: number; countedMax: number; sum: number | null },
  children: ScoreTrace[],
): ScoreTrace {
  const facts = { points: total, max: fullMax };
  if (countedMax === fullMax) return { rule: 'total', points: total, facts, children };
  const step: ScoreTrace = { rule: 'reweighted', points: total, facts: { ...facts, sum, countedMax }, children };
  return { rule: 'total', points: total, facts, children: [step] };
}

/** The trace in sentences, from the total down to each criterion. */
export function explain(trace: ScoreTrace, language: Language = 'vi'): string[] {
  return [
    say(`trace.${trace.rule}`, trace.facts, language),
    ...trace.children.flatMap((child) => explain(child, language)),
  ];
}
