import fc from 'fast-check';
import { ceiling, compare, decimal, divide, minus, plus, sumExact, times, toNumber, toText } from './decimal.js';

/** A figure as people type it: up to ten digits before the mark and four behind it. */
const figure = fc
  .tuple(fc.boolean(), fc.integer({ min: 0, max: 9_999_999_999 }), fc.integer({ min: 0, max: 9999 }))
  .map(([negative, whole, fraction]) => Number(`${negative ? '-' : ''}${whole}.${String(fraction).padStart(4, '0')}`));

/** Column addition on the written digits, as on paper: independent of the code under test. */
function oracle(values: number[]): number {
  const columns = (sign: string) =>
    values
      .map((value) => value.toFixed(4))
      .filter((text) => (text.startsWith('-') ? '-' : '+') === sign)
      .map((text) => text.replace(/[-.]/g, '').padStart(24, '0'))
      .reduce((sum, text) => {
        let carry = 0;
        let out = '';
        for (let place = 23; place >= 0; place -= 1) {
          const column = Number(sum[place]) + Number(text[place]) + carry;
          out = `${column % 10}${out}`;
          carry = Math.floor(column / 10);
        }
        return out;
      }, '0'.repeat(24));
  const [up, down] = [columns('+'), columns('-')];
  const [larger, smaller, sign] = up >= down ? [up, down, ''] : [down, up, '-'];
  let borrow = 0;
  let out = '';
  for (let place = 23; place >= 0; place -= 1) {
    let column = Number(larger[place]) - Number(smaller[place]) - borrow;
    borrow = column < 0 ? 1 : 0;
    if (column < 0) column += 10;
    out = `${column}${out}`;
  }
  return Number(`${sign}${out.slice(0, 20)}.${out.slice(20)}`);
}

describe('exact decimals', () => {
  it('adds 38,4 and 0,1 to 38,5 and ten times 0,1 to 1', () => {
    expect(sumExact([38.4, 0.1])).toBe(38.5);
    expect(sumExact([0.1, 0.2])).toBe(0.3);
    expect(sumExact(Array.from({ length: 10 }, () => 0.1))).toBe(1);
    expect(sumExact([])).toBe(0);
  });

  it('the sum is what column addition on paper gives', () => {
    fc.assert(
      fc.property(fc.array(figure, { maxLength: 40 }), (values) =>
        expect(sumExact(values) + 0).toBe(oracle(values) + 0),
      ),
    );
  });

  it('the sum does not depend on the order', () => {
    const twice = fc
      .array(figure, { maxLength: 40 })
      .chain((values) => fc.tuple(fc.constant(values), fc.shuffledSubarray(values, { minLength: values.length })));
    fc.assert(fc.property(twice, ([values, shuffled]) => expect(sumExact(shuffled)).toBe(sumExact(values))));
  });

  it('reads back every finite number it is given', () => {
    const finite = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 });
    fc.assert(fc.property(finite, (value) => expect(toNumber(decimal(value)) + 0).toBe(value + 0)));
  });

  it('compares, subtracts and multiplies without noise', () => {
    expect(toText(minus(decimal(19.66), decimal(15.66)))).toBe('4');
    expect(toText(times(decimal(0.07), decimal(100)))).toBe('7');
    expect(compare(plus(decimal(0.1), decimal(0.2)), decimal(0.3))).toBe(0);
    expect(compare(decimal(-1), decimal(0.5))).toBe(-1);
    expect(toText(decimal('-0.05'))).toBe('-0.05');
    expect(toText(decimal(1e-7))).toBe('0.0000001');
    expect(toText(decimal(1e21))).toBe('1000000000000000000000');
  });

  it('rounds a division half away from zero and does not divide by zero', () => {
    const rounded = (a: number, b: number, places: number) => toNumber(divide(decimal(a), decimal(b), places)!);
    expect([rounded(1, 8, 2), rounded(-1, 8, 2), rounded(1, -8, 2)]).toEqual([0.13, -0.13, -0.13]);
    expect([rounded(2, 3, 4), rounded(1, 3, 4), rounded(-1, 1000, 2)]).toEqual([0.6667, 0.3333, 0]);
    expect(divide(decimal(1), decimal(0), 2)).toBeNull();
  });

  it('rounds up to whole numbers only where something is left over', () => {
    expect([9, 9.0001, 0.2, 0, -0.5, -1].map((value) => ceiling(decimal(value)) + 0)).toEqual([9, 10, 1, 0, 0, -1]);
  });

  it('refuses what is not a number', () => {
    for (const value of [Number.NaN, Infinity, '', '1,5', 'abc']) expect(() => decimal(value)).toThrow(RangeError);
  });
});
