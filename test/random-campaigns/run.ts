import { parseArgs } from 'node:util';
import { range, whole } from '../faults/flags.js';
import { Tally } from '../faults/tally.js';
import type { Dump } from '../oracle/dump.types.js';
import { rehearseRandom } from './rehearse-random.js';
import { unseen } from './tampered.js';

/**
 * Random campaigns against the oracle: for each seed everything the engine wrote and sent equals what docs/rules.md says, none
 * missing, none early, none twice, none after the work was done; and a world that is tampered with is found out.
 * `--seeds A-B` (default 1-20), `--units N` (default 200).
 */
const text = { type: 'string' } as const;
const { values } = parseArgs({ options: { seeds: text, units: text } });
const seeds = range(values.seeds ?? '1-20');
const units = whole('units', values.units ?? '200');

/** What people and bodies do in these worlds, all of it. */
const COMMANDS = [
  ...['submit', 'withdraw', 'receive', 'accept', 'return', 'excuse', 'request_extension', 'decide_extension', 'extend'],
  ...['extend_many', 'declare_delay', 'escalate', 'suspend', 'resume'],
];

const tally = new Tally();
const seen = new Map<string, number>();
for (const seed of seeds) {
  try {
    const { dump, wrong, refused, steps, seconds } = await rehearseRandom(seed, units);
    for (const [type, count] of counted(dump.actions, ({ type: of }) => of))
      seen.set(type, (seen.get(type) ?? 0) + count);
    const { obligations, notices, messages, caught } = dump;
    console.log(
      `seed ${seed}: ${units} units, ${obligations.length} obligations, ${notices.length} notices, ${steps} steps, ${seconds} s`,
    );
    console.log(`  people: ${told(dump.actions, ({ type }) => type)}; ${refused.length} refused`);
    console.log(`  suspensions: ${suspensions(dump)}`);
    console.log(`  states: ${told(obligations, ({ state }) => state)}`);
    console.log(`  notices: ${told(notices, ({ act }) => act)}; ${told(notices, ({ state }) => state)}`);
    console.log(`  mails: ${caught.length} caught; ${told(messages, ({ state }) => state)}`);
    tally.check(`seed ${seed}: ${wrong.length} differences`, wrong);
    const check = unseen(dump);
    tally.check(`seed ${seed}: ${check.tried} tamperings seen`, check.tried < 6 ? ['too few to try'] : check.wrong);
  } catch (error) {
    tally.check(`seed ${seed}`, [(error as Error).message]);
  }
}
// a world in which nothing happens would agree with everybody
const missing = COMMANDS.filter((type) => !seen.has(type));
if (seeds.length >= 10) tally.check(`all kinds of commands happened: ${[...seen.keys()].sort().join(', ')}`, missing);
tally.end();

function counted<T>(rows: T[], key: (row: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(key(row), (counts.get(key(row)) ?? 0) + 1);
  return counts;
}

function told<T>(rows: T[], key: (row: T) => string): string {
  return [...counted(rows, key)]
    .sort()
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
}

function suspensions({ campaigns, obligations }: Dump): string {
  const moved = obligations.filter(({ deadlines }) => deadlines.some(({ kind }) => kind === 'suspension')).length;
  const ledger = campaigns.flatMap((campaign) => campaign.suspensions ?? []);
  const lines = ledger.map(({ from, to, shift, document }) => {
    const days = to === null ? 'still' : `${((Date.parse(to) - Date.parse(from)) / 86_400_000).toFixed(0)} days`;
    return `${days} ${shift ?? ''}${document ? ' with a document' : ''}`;
  });
  return `${lines.join(', ') || 'none'}; ${moved} due dates moved`;
}
