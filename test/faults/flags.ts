import { parseArgs } from 'node:util';

/** What the fault scripts take: `--only CODES --rounds N --seed N --seeds A-B`. */
export interface Flags {
  /** Codes of campaigns; all of the demo when left out. */
  only: string[] | undefined;
  rounds: number;
  seed: number;
  seeds: number[];
}

/** @throws TypeError on an unknown flag, RangeError on a number that is not one */
export function flags(): Flags {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { only: text, rounds: text, seed: text, seeds: text } });
  return {
    only: values.only?.split(','),
    rounds: whole('rounds', values.rounds ?? '5'),
    seed: whole('seed', values.seed ?? '1'),
    seeds: range(values.seeds ?? '1-10'),
  };
}

/** @throws RangeError naming the flag */
export function whole(name: string, value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new RangeError(`--${name}: a whole number from 1, not "${value}"`);
  return Number(value);
}

/** `3`, `1-10` or `1,4,7`. */
export function range(value: string): number[] {
  return value.split(',').flatMap((part) => {
    const [from = '', to = from] = part.split('-');
    const first = whole('seeds', from);
    return Array.from({ length: whole('seeds', to) - first + 1 }, (_, n) => first + n);
  });
}
