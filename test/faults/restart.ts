import { flags } from './flags.js';
import { rehearse, unsound } from './rehearsal.js';
import { mailDifferences } from './same-mails.js';
import { outcomeDifferences } from './same-outcome.js';
import { Tally } from './tally.js';
import { Terminator } from './terminator.js';

/** At how many steps workflows of each type are terminated. */
const TIMES = 4;

/**
 * The demo once undisturbed and once with every type of workflow terminated again and again while it waits, restarted by
 * `dondoc reconcile --repair` alone: the same outcome, mails included.
 */
const { seed, only } = flags();
const tally = new Tally();
const baseline = await rehearse({ seed, only });
tally.check(`baseline: ${baseline.steps} steps, ${baseline.outcome.wallSeconds} s`, unsound(baseline.outcome));
const terminator = new Terminator(TIMES);
const run = await rehearse({ seed, only, onStep: (product, _now, step) => terminator.onStep(product, step) });
for (const [type, steps] of terminator.steps)
  tally.check(`${type} terminated at steps ${steps.join(', ')}`, steps.length ? [] : ['never']);
tally.check(`${terminator.count} workflows terminated, found lost and started again`, terminator.wrong);
tally.check('closed, oracle, duplicates, lost, journal', unsound(run.outcome));
tally.check(`same outcome, ${run.outcome.wallSeconds} s`, outcomeDifferences(baseline.outcome, run.outcome));
tally.check(`same mails: ${run.dump.caught.length} caught`, [
  ...mailDifferences(baseline.dump, run.dump),
  ...(run.dump.caught.length === baseline.dump.caught.length ? [] : [`${baseline.dump.caught.length} undisturbed`]),
]);
tally.end();
