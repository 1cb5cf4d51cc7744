import { decimal } from '../target/decimal.js';

/**
 * A share of the members: `0.9`, or a fraction as text, `"2/3"`. A number that stands for a simple fraction (0.6666666666666667)
 * is read as that fraction; 0.667 is 667/1000 and asks for one member more than two thirds do.
 */
export type Share = number | `${number}/${number}`;

const LARGEST_DENOMINATOR = 100;
const NEAR = 1e-12;

/** @throws RangeError for a share that is not above 0 and at most 1 */
export function fractionOf(share: Share): { over: number; under: number } {
  const [over, under] = typeof share === 'string' ? share.split('/').map(Number) : simplest(share);
  if (!(over! > 0 && under! >= over! && Number.isInteger(over) && Number.isInteger(under))) {
    throw new RangeError(`not a share of the members: ${share}`);
  }
  return { over: over!, under: under! };
}

function simplest(share: number): [number, number] {
  for (let under = 1; under <= LARGEST_DENOMINATOR; under += 1) {
    const over = Math.round(share * under);
    if (Math.abs(over / under - share) < NEAR) return [over, under];
  }
  const { digits, scale } = decimal(share);
  return [Number(digits), 10 ** scale];
}

/** The least number of members that is at least the share: 9 of 10 for 0.9, 8 of 9 for 0.8, exactly counted. */
export function leastOf(members: number, share: Share): number {
  if (!Number.isInteger(members) || members < 1) throw new RangeError(`not a council: ${members} members`);
  const { over, under } = fractionOf(share);
  return Number((BigInt(members) * BigInt(over) + BigInt(under) - 1n) / BigInt(under));
}
