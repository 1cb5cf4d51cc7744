import type { Outcome } from '#libs/commands';
import { tell } from '../messages/tell.js';
import { Leave, REFUSED } from './exit.js';
import { print } from './print.js';

/** Receipt or refusal; a refusal is one sentence and exit code 1. */
export function report<R extends object>(
  outcome: Outcome<R>,
  json: boolean | undefined,
  words: (receipt: R) => string,
): void {
  if (!outcome.ok) {
    if (json) console.log(JSON.stringify(outcome, null, 2));
    throw new Leave(REFUSED, outcome.reason);
  }
  const { receipt, replayed } = outcome;
  print(json, { ...receipt, replayed }, () => `${words(receipt)}${replayed ? ` ${tell('done.before')}` : ''}`);
}
