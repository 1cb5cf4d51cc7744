import { decimal, minus, plus, type Decimal } from '../target/decimal.js';
import type { Target } from '../target/target.types.js';
import { entryOf } from './entry.js';
import { Greatest } from './greatest.js';
import { methods, type Part } from './methods.js';
import { compareTimes, timeOf, type TimeKey } from './sheet-counts.js';
import type { SheetRow } from './sheet-row.types.js';
import type { SheetTotal } from './total.types.js';

const ZERO = decimal(0);

interface Latest {
  time: TimeKey;
  value: number;
}

/** One target's total over rows that come, change and go. Sums are exact, so what was added can be taken out without a trace. */
export class TargetTally {
  /** Rows that name the target at all, asked or not. */
  reported = 0;
  private readonly coverage = { expected: 0, in: 0, nil: 0 };
  private unreviewed = 0;
  private estimated = 0;
  private parts = 0;
  private value = ZERO;
  private numerator = ZERO;
  private denominator = ZERO;
  private readonly greatest = new Greatest<number>((a, b) => a - b);
  private readonly latest = new Greatest<Latest>((a, b) => compareTimes(a.time, b.time));

  constructor(private readonly target: Target) {}

  /** @param sign 1 puts the row in, -1 takes out what was put in */
  count(row: SheetRow, sign: 1 | -1): void {
    if (row.figures.some(({ target }) => target === this.target.id)) this.reported += sign;
    if (row.state === 'excused' || !row.targets.includes(this.target.id)) return;
    const { part, ...entry } = entryOf(this.target, row);
    this.coverage.expected += sign;
    this.coverage.in += sign * entry.in;
    this.coverage.nil += sign * entry.nil;
    this.unreviewed += sign * entry.unreviewed;
    this.estimated += sign * entry.estimated;
    if (part) this.add(row, part, sign);
  }

  get total(): SheetTotal {
    const { target, parts, value, numerator, denominator, coverage, unreviewed, estimated } = this;
    const combined = methods[target.method]({
      ...{ target, parts, value, numerator, denominator },
      max: this.greatest.top,
      last: this.latest.top?.value ?? null,
      complete: coverage.in === coverage.expected,
    });
    const { id, method } = target;
    return { target: id, method, ...combined, coverage: { ...coverage }, unreviewed, estimated };
  }

  private add(row: SheetRow, { value, numerator = ZERO, denominator = ZERO }: Part, sign: 1 | -1): void {
    const into = sign === 1 ? plus : (a: Decimal, b: Decimal) => minus(a, b);
    this.parts += sign;
    this.numerator = into(this.numerator, numerator);
    this.denominator = into(this.denominator, denominator);
    if (value === null) return;
    this.value = into(this.value, decimal(value));
    if (this.target.method === 'max') this.stand(this.greatest, row._id, value, sign);
    const time: TimeKey = [timeOf(row), row._id];
    if (this.target.method === 'last') this.stand(this.latest, row._id, { time, value }, sign);
  }

  private stand<K>(of: Greatest<K>, id: string, key: K, sign: 1 | -1): void {
    if (sign === 1) of.put(id, key);
    else of.remove(id);
  }
}
