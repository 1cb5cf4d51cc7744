import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Dump } from '../../apps/cli/src/demo/dump.js';
import type { Outcome } from '../../apps/cli/src/demo/outcome.js';
import { runDemo, type DemoOptions } from '../../apps/cli/src/demo/run-demo.js';

export interface Rehearsal {
  outcome: Outcome;
  dump: Dump;
  /** Instants the world stepped through. */
  steps: number;
}

/** One whole demo in a folder of its own, ended afterwards; the folder goes when all is sound. @throws when it does not come to an end, naming the folder */
export async function rehearse(options: Omit<DemoOptions, 'dataDir' | 'dump' | 'once'>): Promise<Rehearsal> {
  const dataDir = mkdtempSync(join(tmpdir(), 'dondoc-faults-'));
  const file = join(dataDir, 'dump.json');
  let steps = 0;
  const onStep: DemoOptions['onStep'] = async (product, now, step) => {
    steps = step;
    await options.onStep?.(product, now, step);
  };
  try {
    const { outcome } = await runDemo({ say: sayProblems, ...options, onStep, dataDir, dump: file, once: true });
    const dump = JSON.parse(readFileSync(file, 'utf8')) as Dump;
    if (unsound(outcome).length) console.log(`  data and logs in ${dataDir}`);
    else rmSync(dataDir, { recursive: true, force: true });
    return { outcome, dump, steps };
  } catch (error) {
    throw new Error(`${(error as Error).message} (data and logs in ${dataDir})`, { cause: error });
  }
}

/** Differences the oracle names; the story itself would drown them. */
function sayProblems(line: string): void {
  if (line.startsWith('  ✗')) console.log(line);
}

/** What every demo must show, disturbed or not. */
export function unsound({ campaigns, checks }: Outcome): string[] {
  const open = campaigns.filter(({ state }) => state !== 'closed').map(({ code, state }) => `${code} is ${state}`);
  const { oracleDifferences, duplicates, lost, journalVerified } = checks;
  return [
    ...open,
    ...(oracleDifferences === 0 ? [] : [`oracle: ${oracleDifferences ?? 'was not asked'}`]),
    ...(duplicates === 0 ? [] : [`duplicates: ${duplicates}`]),
    ...(lost === 0 ? [] : [`lost: ${lost}`]),
    ...(journalVerified ? [] : ['the journal does not verify']),
  ];
}
