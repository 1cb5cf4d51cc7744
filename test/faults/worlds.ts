import { flags } from './flags.js';
import { rehearse, unsound } from './rehearsal.js';
import { Tally } from './tally.js';

/** The demo on many seeds: other people late, silent, returned; every one of them must agree with the oracle. */
const { seeds, only } = flags();
const tally = new Tally();
for (const seed of seeds) {
  try {
    const { outcome, dump, steps } = await rehearse({ seed, only });
    const { duplicates, lost } = outcome.checks;
    tally.check(
      `seed ${seed}: ${outcome.campaigns.length} closed, ${steps} steps, ${dump.caught.length} mails, ${duplicates} double, ${lost} lost, ${outcome.wallSeconds} s`,
      unsound(outcome),
    );
  } catch (error) {
    tally.check(`seed ${seed}`, [(error as Error).message]);
  }
}
tally.end();
