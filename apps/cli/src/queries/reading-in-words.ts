import type { PlanMoment, PlanReading, ReadTarget } from '#libs/domain/plan-reader/index.js';
import { tell } from '../messages/tell.js';
import { table } from '../system/print.js';

/** What was found in a plan, for a person at a terminal: the head, the targets, what is wrong, what is asked. */
export function readingInWords(reading: PlanReading): string {
  const { numeric_targets, defects, questions, reporting, duties, non_numeric_goals } = reading;
  return [
    ...headOf(reading),
    '',
    table(
      ['column.line', 'column.target', 'column.goal', 'column.deadline', 'column.role'],
      numeric_targets.map((target) => [target.line, target.name, goalOf(target), target.deadline, target.role]),
    ),
    '',
    tell('plan.also', { goals: non_numeric_goals.length, duties: duties.length, reporting: reporting.length }),
    ...defects.map(({ line, proposal }) => `! ${line}: ${proposal}`),
    ...questions.map(({ text }) => `? ${text}`),
  ].join('\n');
}

function headOf(reading: PlanReading): string[] {
  const { campaign_name, issuer, kind, number, issue_date, parent_document, signatory, start, end } = reading;
  const span = `${momentOf(start)} – ${momentOf(end)}`;
  const head = [campaign_name, issuer, kind, number, issue_date, parent_document, signatory, span];
  const width = Math.max(...HEAD.map((code) => tell(code).length));
  return HEAD.map((code, place) => `${tell(code).padEnd(width)}  ${head[place] ?? '–'}`);
}

const HEAD = [
  'head.campaign',
  'head.issuer',
  'head.kind',
  'head.number',
  'head.issue-date',
  'head.parent',
  'head.signatory',
  'head.span',
] as const;

const momentOf = ({ value, inferred }: PlanMoment): string =>
  value === null ? '–' : inferred ? `${value} (${tell('head.inferred')})` : value;

function goalOf({ comparator, value, min, max, unit, per, band }: ReadTarget): string {
  const amount = min !== undefined ? `${min} – ${max ?? ''}` : (band ?? value ?? '');
  const word = tell(`comparator.${comparator}`);
  return [word, amount, unit, per].filter((part) => part !== null && part !== '').join(' ');
}
