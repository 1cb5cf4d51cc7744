/** A finite decimal number, exactly: `digits × 10^-scale`. Figures are added here, so 38,4 + 0,1 is 38,5 and nothing else. */
export interface Decimal {
  digits: bigint;
  scale: number;
}

/** Reads the decimal digits a number is written with. @throws RangeError for anything that is not a finite number */
export function decimal(value: number | string): Decimal {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(String(value));
  if (!match) throw new RangeError(`not a finite decimal: ${value}`);
  const [, sign, whole, fraction = '', exponent = '0'] = match;
  const scale = fraction.length - Number(exponent);
  const digits = BigInt(`${sign}${whole}${fraction}`);
  return scale < 0 ? { digits: digits * 10n ** BigInt(-scale), scale: 0 } : { digits, scale };
}

const digitsAt = ({ digits, scale }: Decimal, wanted: number): bigint => digits * 10n ** BigInt(wanted - scale);

export function plus(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { digits: digitsAt(a, scale) + digitsAt(b, scale), scale };
}

export const minus = (a: Decimal, b: Decimal): Decimal => plus(a, { digits: -b.digits, scale: b.scale });

export const times = (a: Decimal, b: Decimal): Decimal => ({ digits: a.digits * b.digits, scale: a.scale + b.scale });

/** Negative, zero or positive as `a` is below, at or above `b`. */
export function compare(a: Decimal, b: Decimal): number {
  const { digits } = minus(a, b);
  return digits === 0n ? 0 : digits < 0n ? -1 : 1;
}

/** `a / b` rounded to `places` decimals, halves away from zero; null when `b` is zero. */
export function divide(a: Decimal, b: Decimal, places: number): Decimal | null {
  if (b.digits === 0n) return null;
  const over = a.digits * 10n ** BigInt(b.scale + places) * 2n;
  const under = b.digits * 10n ** BigInt(a.scale);
  const doubled = over / under; // toward zero
  return { digits: (doubled + (doubled < 0n ? -1n : 1n)) / 2n, scale: places };
}

/** The smallest whole number not below `a`. */
export function ceiling({ digits, scale }: Decimal): number {
  const unit = 10n ** BigInt(scale);
  const whole = digits / unit;
  return Number(digits > whole * unit ? whole + 1n : whole);
}

export function toText({ digits, scale }: Decimal): string {
  const text = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0');
  const fraction = scale === 0 ? '' : text.slice(-scale).replace(/0+$/, '');
  return `${digits < 0n ? '-' : ''}${text.slice(0, text.length - scale)}${fraction && `.${fraction}`}`;
}

/** The nearest number; exact to 15 significant digits. */
export const toNumber = (value: Decimal): number => Number(toText(value));

/** Sum without rounding on the way, so the order does not matter. */
export function sumExact(values: readonly number[]): number {
  return toNumber(values.map(decimal).reduce(plus, decimal(0)));
}
