import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failpointNames } from '#libs/config/failpoints.js';
import { flags, type Flags } from './flags.js';
import { armed, inWords, killPlan } from './kill-plan.js';
import { Killer } from './killer.js';
import { rehearse, unsound, type Rehearsal } from './rehearsal.js';
import { mailDifferences, unconfirmed } from './same-mails.js';
import { outcomeDifferences } from './same-outcome.js';
import { Tally } from './tally.js';

/** Connections of the mailer, and so the size of the chunk that one kill may leave `unconfirmed`. */
const MAIL_POOL = 5;

/**
 * The demo once undisturbed, then again and again while API, worker, Temporal and the database are killed with -9 at random
 * moments and at every failpoint: the outcome must be the same, by nobody's doing but the engine's.
 */
const options = flags();
const tally = new Tally();
console.log(`undisturbed, seed ${options.seed}`);
const baseline = await rehearse({ seed: options.seed, only: options.only });
tally.check(`baseline: ${baseline.steps} steps, ${baseline.outcome.wallSeconds} s`, unsound(baseline.outcome));
for (let round = 1; round <= options.rounds; round += 1) await disturbed(round, options, baseline);
tally.end();

async function disturbed(round: number, { seed, only }: Flags, undisturbed: Rehearsal): Promise<void> {
  const plan = killPlan(seed * 1_000 + round, undisturbed.steps);
  const markers = mkdtempSync(join(tmpdir(), 'dondoc-points-'));
  const killer = new Killer(plan.kills);
  console.log(`\nround ${round} of ${options.rounds}: ${inWords(plan)}`);
  try {
    const run = await rehearse({
      seed,
      only,
      env: { MAIL_POOL: String(MAIL_POOL) },
      envOf: armed(plan, markers),
      onStep: (product, _now, step) => killer.onStep(product, step),
    });
    const missed = await killer.missed();
    const reached = failpointNames.filter((name) => existsSync(join(markers, name)));
    const deaths = killer.done.length + reached.length;
    tally.check(
      `${killer.done.length} random kills`,
      missed.map(({ victim, step }) => `${victim} at step ${step} was not killed`),
    );
    tally.check(
      `${reached.length} of ${failpointNames.length} failpoints reached`,
      failpointNames.filter((name) => !reached.includes(name)).map((name) => `${name} never reached`),
    );
    tally.check('closed, oracle, duplicates, lost, journal', unsound(run.outcome));
    tally.check(`same outcome, ${run.outcome.wallSeconds} s`, outcomeDifferences(undisturbed.outcome, run.outcome));
    tally.check(`mails: ${run.dump.caught.length} caught`, mailDifferences(undisturbed.dump, run.dump));
    const open = unconfirmed(run.dump);
    tally.check(
      `${open} unconfirmed, at most ${MAIL_POOL} × ${deaths} deaths`,
      open <= MAIL_POOL * deaths ? [] : [`${open} unconfirmed`],
    );
  } catch (error) {
    const reached = failpointNames.filter((name) => existsSync(join(markers, name)));
    tally.check('came to an end', [
      (error as Error).message,
      `reached until then: ${reached.join(' ')}; killed: ${killer.done.map(({ victim }) => victim).join(' ')}`,
    ]);
  } finally {
    rmSync(markers, { recursive: true, force: true });
  }
}
