import { isLocalDate } from '#libs/domain';
import { tell, type CliText } from '../messages/tell.js';
import { Leave, MISUSED } from './exit.js';

const refuse = (option: string, value: string, expected: string): never => {
  throw new Leave(MISUSED, tell('bad-option', { option, value, expected }));
};

/** Parser of a whole number for commander. */
export const whole =
  (option: string, min = 1) =>
  (value: string): number =>
    /^\d{1,9}$/.test(value) && Number(value) >= min
      ? Number(value)
      : refuse(option, value, tell('expect.whole', { min }));

export const day =
  (option: string) =>
  (value: string): string =>
    isLocalDate(value) ? value : refuse(option, value, tell('expect.day'));

export const oneOf =
  <const T extends string>(option: string, known: readonly T[], expected: CliText) =>
  (value: string): T =>
    known.find((one) => one === value) ?? refuse(option, value, tell(expected, { known: known.join(', ') }));

/** `A,B` → ['A', 'B']. */
export const list = (value: string): string[] =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
