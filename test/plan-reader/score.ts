import { ownTargets } from './asks.js';
import { type Plan } from './corpus.js';
import { documentsExpected, missedDocuments } from './documents.js';
import { type HeaderField, judgeHeader } from './header.js';
import {
  isRight,
  type Match,
  matchTargets,
  rightUnit,
  roleOf,
  sameComparator,
  sameDeadline,
  sameValue,
} from './match.js';
import { type Reading, type Target } from './reading.types.js';
import { sprung, traps } from './traps.js';

/** A part of a whole; a whole of nothing is complete. */
export interface Share {
  hit: number;
  of: number;
}

export const percent = ({ hit, of }: Share): number => (of === 0 ? 100 : (100 * hit) / of);

const measures = [
  'found',
  'value',
  'comparator',
  'unit',
  'right',
  'deadline',
  'precision',
  'header',
  'citations',
  'traps',
] as const;

export type Measure = (typeof measures)[number];

/** How one reading of one text did, with every miss by name. */
export interface Score {
  name: string;
  shares: Record<Measure, Share>;
  header: Partial<Record<HeaderField, boolean>>;
  misses: string[];
}

const count = (match: Match, good: (expected: Target, read: Target) => boolean): Share => ({
  hit: match.pairs.filter(({ expected, read }) => read !== null && good(expected, read)).length,
  of: match.pairs.length,
});

const word = (target: Target): string =>
  `${target.id ?? ''} ${target.name ?? ''} [${String(target.comparator)} ${target.min !== undefined && target.min !== null ? `${target.min}..${target.max}` : String(target.value)} ${String(target.unit)} ${String(target.deadline)}]`.trim();

/** Rows that a pair got wrong, in words. */
function faults({ pairs, extra }: Match): string[] {
  const found: string[] = [];
  for (const { expected, read } of pairs) {
    if (read === null) found.push(`missing: ${word(expected)}`);
    else if (!isRight(expected, read) || !sameDeadline(expected, read))
      found.push(`differs: ${word(expected)} <> ${word(read)}`);
  }
  return [...found, ...extra.map((row) => `too many: ${word(row)}`)];
}

/** Judges one reading against what a careful reader takes from the text. */
export function score(plan: Plan, reading: Reading): Score {
  const wanted = plan.expected.numeric_targets.filter((target) => roleOf(target) === 'target');
  const match = matchTargets(wanted, ownTargets(reading));
  const header = judgeHeader(plan.expected, reading);
  const missed = missedDocuments(plan.expected, reading);
  const documents = documentsExpected(plan.expected).length;
  const snares = traps[plan.name] ?? [];
  const walkedInto = sprung(plan.name, reading);
  const fields = Object.entries(header);
  const own = ownTargets(reading).length;
  return {
    name: plan.name,
    shares: {
      found: count(match, () => true),
      value: count(match, sameValue),
      comparator: count(match, sameComparator),
      unit: count(match, rightUnit),
      right: count(match, isRight),
      deadline: count(match, sameDeadline),
      precision: { hit: own - match.extra.length, of: own },
      header: { hit: fields.filter(([, right]) => right).length, of: fields.length },
      citations: { hit: documents - missed.length, of: documents },
      traps: { hit: snares.length - walkedInto.length, of: snares.length },
    },
    header,
    misses: [
      ...faults(match),
      ...fields.filter(([, right]) => !right).map(([field]) => `header: ${field} ${inWords(plan, reading, field)}`),
      ...missed.map((document) => `not cited: ${document}`),
      ...walkedInto.map((trap) => `trap: ${trap}`),
    ],
  };
}

const inWords = (plan: Plan, reading: Reading, field: string): string =>
  [plan.expected, reading].map((side) => JSON.stringify(side[field as HeaderField] ?? null).slice(0, 120)).join(' <> ');

/** All texts as one: every target, field and document weighs the same. */
export function total(scores: Score[]): Score {
  const shares = Object.fromEntries(
    measures.map((measure) => [
      measure,
      {
        hit: scores.reduce((sum, one) => sum + one.shares[measure].hit, 0),
        of: scores.reduce((sum, one) => sum + one.shares[measure].of, 0),
      },
    ]),
  ) as Record<Measure, Share>;
  const misses = scores.flatMap((one) => one.misses.map((miss) => `${one.name} ${miss}`));
  return { name: 'total', shares, header: {}, misses };
}

/** One number for a whole run, 0 to 100: the mean of what the bounds speak of. */
export function points(all: Score): number {
  const judged: Measure[] = ['right', 'deadline', 'precision', 'header', 'citations', 'traps'];
  return judged.reduce((sum, measure) => sum + percent(all.shares[measure]), 0) / judged.length;
}

/** The table a person reads. */
export function table(scores: Score[]): string {
  const rows = [
    ['', ...measures],
    ...scores.map((one) => [
      one.name,
      ...measures.map((measure) => `${one.shares[measure].hit}/${one.shares[measure].of}`),
    ]),
    ['%', ...measures.map((measure) => percent(total(scores).shares[measure]).toFixed(1))],
  ];
  const widths = rows[0]!.map((_, c) => Math.max(...rows.map((row) => row[c]!.length)));
  return rows
    .map((row) => row.map((cell, c) => (c === 0 ? cell.padEnd(widths[c]!) : cell.padStart(widths[c]!))).join('  '))
    .join('\n');
}
