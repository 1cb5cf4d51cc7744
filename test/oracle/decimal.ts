/** Exact fractions: figures are never added as floating point. */
export interface Fraction {
  n: bigint;
  d: bigint;
}

/** Reads a JSON number or a decimal string; null where it is neither. */
export function fraction(value: unknown): Fraction | null {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : '';
  const match = /^([+-]?)(\d+)(?:\.(\d*))?(?:e([+-]?\d+))?$/i.exec(text);
  if (!match) return null;
  const digits = match[3] ?? '';
  const power = Number(match[4] ?? 0) - digits.length;
  const n = BigInt(match[2] + digits) * (match[1] === '-' ? -1n : 1n);
  return power >= 0 ? { n: n * 10n ** BigInt(power), d: 1n } : { n, d: 10n ** BigInt(-power) };
}

export const add = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });

export const less = (a: Fraction, b: Fraction): boolean => a.n * b.d < b.n * a.d;

export const equal = (a: Fraction, b: Fraction): boolean => a.n * b.d === b.n * a.d;

export const whole = (n: number): Fraction => ({ n: BigInt(n), d: 1n });

/** Smallest whole number not below `share × of`. */
export function ceilShare(share: Fraction, of: number): number {
  const n = share.n * BigInt(of);
  return Number((n + share.d - 1n) / share.d);
}

export const text = (f: Fraction | null): string =>
  f === null ? 'none' : f.d === 1n ? String(f.n) : `${Number(f.n) / Number(f.d)} (${f.n}/${f.d})`;

/** Is a printed decimal this fraction, rounded to the places it is printed with? */
export function printsAs(value: unknown, exact: Fraction): boolean {
  const read = fraction(value);
  if (read === null) return false;
  if (equal(read, exact)) return true;
  const places = /\.(\d+)/.exec(String(value))?.[1]?.length ?? 0;
  if (places < 2) return false;
  const off = add(read, { n: -exact.n, d: exact.d });
  const size = { n: off.n < 0n ? -off.n : off.n, d: off.d };
  return !less({ n: 1n, d: 2n * 10n ** BigInt(Math.min(places, 12)) }, size);
}
