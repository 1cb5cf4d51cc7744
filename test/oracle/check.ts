import { readFileSync } from 'node:fs';
import { compare, inWords, mailCounts, type Difference } from './compare.js';
import { type Dump } from './dump.types.js';

export interface Verdict {
  differences: Difference[];
  /** The same, one line of words each. */
  lines: string[];
  duplicates: number;
  lost: number;
}

/** Reads a dump as written by `npm run demo -- --dump FILE` and judges it. */
export function compareFile(path: string): Verdict {
  const dump = JSON.parse(readFileSync(path, 'utf8')) as Dump;
  const differences = compare(dump);
  return { differences, lines: differences.map(inWords), ...mailCounts(dump) };
}

/** `check.js FILE…`: prints every difference, exit 1 when there is one. */
export function main(paths: string[]): number {
  let found = 0;
  for (const path of paths) {
    const { lines, duplicates, lost } = compareFile(path);
    for (const line of lines) process.stdout.write(`${line}\n`);
    process.stdout.write(`${path}: ${lines.length} differences, ${duplicates} duplicates, ${lost} lost\n`);
    found += lines.length;
  }
  return found > 0 ? 1 : 0;
}

if (/oracle[/\\]check\.[jt]s$/.test(process.argv[1] ?? '')) process.exitCode = main(process.argv.slice(2));
