import { figuresOf, type FigureRow } from './content.js';
import { add, equal, fraction, less, printsAs, text, whole, type Fraction } from './decimal.js';
import { type Target } from './dump.types.js';
import { type Life } from './life.types.js';
import { type World } from './world.js';

/** A figure that counts, with the instant it was handed in. */
interface Given {
  figure: FigureRow;
  at: string;
  life: Life;
}

const COUNTS = ['submitted', 'received', 'accepted', 'done'];

/** The total of one target over the lives of one round; null where nobody gave a figure. */
export function totalOf(world: World, target: Target, lives: Life[]): Fraction | null {
  const asked = lives.filter((l) => l.state !== 'excused');
  const given = asked.filter((l) => COUNTS.includes(l.state)).flatMap((l) => givenBy(world, target, l));
  const gave = new Set(given.map(({ life }) => life));
  if (target.method === 'ratio') return ratio(given);
  const values = given.map((g) => ({ ...g, value: fraction(plain(g.figure.value)) })).filter((g) => g.value !== null);
  if (values.length === 0) return null;
  const all = values.map((v) => v.value!);
  switch (target.method) {
    case 'sum':
    case 'band': // figures of a band are cumulative counts
      return all.reduce(add);
    case 'max':
      return all.reduce((a, b) => (less(a, b) ? b : a));
    case 'last':
      return values.reduce((a, b) => (b.at >= a.at ? b : a)).value;
    case 'all_done':
      if (all.some((v) => less(v, whole(1)))) return whole(0);
      return asked.every((l) => !isAsked(target, l) || gave.has(l)) ? whole(1) : null;
  }
}

/** A target with one source is asked of that body alone; a collecting unit brings what comes up through it. */
function isAsked(target: Target, life: Life): boolean {
  return target.mode !== 'single_source' || target.responsible === life.laid.subject;
}

function givenBy(world: World, target: Target, life: Life): Given[] {
  const submission = world.submissions.get(life.submission ?? '');
  if (!submission || life.nil) return [];
  const figures = figuresOf(submission.content).filter((f) => f.target === target.id);
  return figures.map((figure) => ({ figure, at: submission.at, life }));
}

function ratio(given: Given[]): Fraction | null {
  let n = whole(0);
  let d = whole(0);
  for (const { figure } of given) {
    const [top, bottom] = [fraction(figure.numerator), fraction(figure.denominator)];
    if (!top || !bottom) continue;
    n = add(n, top);
    d = add(d, bottom);
  }
  return d.n === 0n ? null : { n: n.n * d.d, d: n.d * d.n };
}

const plain = (value: unknown): unknown => (typeof value === 'boolean' ? Number(value) : value);

/** Is the engine's value this total? A ratio may be written as a share, as a percentage, or as its two parts. */
export function isTotal(target: Target, actual: unknown, expected: Fraction | null): boolean {
  if (expected === null) return actual === null || actual === undefined;
  if (target.method !== 'ratio') {
    const read = fraction(plain(actual));
    return read !== null && equal(read, expected);
  }
  if (typeof actual === 'object' && actual !== null) {
    const parts = actual as { numerator?: unknown; denominator?: unknown };
    const [n, d] = [fraction(parts.numerator), fraction(parts.denominator)];
    return n !== null && d !== null && d.n !== 0n && equal({ n: n.n * d.d, d: n.d * d.n }, expected);
  }
  return printsAs(actual, expected) || printsAs(actual, { n: expected.n * 100n, d: expected.d });
}

export const showTotal = text;
