import { sameParent } from './documents.js';
import { type ExpectedPlan, type Moment, type Reading } from './reading.types.js';
import { flat, fold, tokens } from './text.js';

/** The fields of the head and foot of a plan that must come out exactly. */
export const headerFields = [
  'issuer',
  'level',
  'number',
  'issue_date',
  'parent_document',
  'signatory',
  'start',
  'end',
] as const;

export type HeaderField = (typeof headerFields)[number];

const outside = (text: string): string => text.replace(/\([^()]*\)/g, ' ');

/** The same body: an addition in brackets ("tỉnh Lai Châu") may stand or not. */
function sameBody(expected: string | string[], read: string): boolean {
  const names = [expected].flat();
  const forms = [...names, ...names.map(outside)].map((form) => tokens(form).join(' '));
  return [read, outside(read)].some((form) => forms.includes(tokens(form).join(' ')));
}

/** Words of a signature that say its place in the text, not who signs. */
const labels = /^(evidence|offset|line|confidence|text)$/;

function withoutEvidence(value: unknown): string {
  if (typeof value !== 'object' || value === null) return flat(value);
  return Object.entries(value)
    .filter(([key]) => !labels.test(key))
    .map(([, part]) => withoutEvidence(part))
    .join(' ');
}

/** Authority, title and name: all the expected words, and no others. */
function sameSignatory(expected: string | null, read: unknown): boolean {
  const found = tokens(withoutEvidence(read));
  if (expected === null) return found.length === 0;
  const wanted = tokens(outside(expected));
  return wanted.every((word) => found.includes(word)) && found.every((word) => wanted.includes(word));
}

/** A day that the text does not write counts only when the reader says that it inferred it. */
function sameMoment(expected: Moment | null | undefined, read: Moment | null | undefined): boolean {
  const value = read?.value ?? null;
  if (value !== (expected?.value ?? null)) return false;
  const inferred = expected?.inferred ?? /inferred|implied/.test(flat(expected));
  return value === null || !inferred || read?.inferred === true;
}

const same: Record<HeaderField, (plan: ExpectedPlan, reading: Reading) => boolean> = {
  issuer: (plan, reading) =>
    plan.issuer ? sameBody(plan.issuer, reading.issuer ?? '') : (reading.issuer ?? null) === null,
  level: (plan, reading) => (reading.level ?? null) === plan.level,
  number: (plan, reading) => fold(reading.number ?? '').replace(/ /g, '') === fold(plan.number ?? '').replace(/ /g, ''),
  issue_date: (plan, reading) => (reading.issue_date ?? null) === plan.issue_date,
  parent_document: (plan, reading) => sameParent(plan.parent_document, reading.parent_document),
  signatory: (plan, reading) => sameSignatory(plan.signatory ?? null, reading.signatory),
  start: (plan, reading) => sameMoment(plan.start, reading.start),
  end: (plan, reading) => sameMoment(plan.end, reading.end),
};

/** For each field that the expectation states, whether the reading agrees. */
export function judgeHeader(plan: ExpectedPlan, reading: Reading): Partial<Record<HeaderField, boolean>> {
  const judged: Partial<Record<HeaderField, boolean>> = {};
  for (const field of headerFields) if (plan[field] !== undefined) judged[field] = same[field](plan, reading);
  return judged;
}
