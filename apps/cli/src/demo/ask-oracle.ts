import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { projectRoot } from '#libs/embedded';
import type { Dump } from './dump.js';

/** The oracle is a program of its own: it judges the world from the rules in words and shares no code with the engine. */
const ORACLE = join(projectRoot, 'dist/test/oracle/check.js');

export interface OracleAnswer {
  /** null where the installation does not hold the oracle. */
  differences: number | null;
  /** One line of words for each. */
  lines: string[];
}

export async function askOracle(dump: Dump): Promise<OracleAnswer> {
  if (!existsSync(ORACLE)) return { differences: null, lines: [] };
  const folder = await mkdtemp(join(tmpdir(), 'dondoc-oracle-'));
  try {
    const file = join(folder, 'dump.json');
    await writeFile(file, JSON.stringify(dump));
    const { stdout, exitCode, stderr } = await execa(process.execPath, [ORACLE, file], { reject: false });
    const lines = stdout.split('\n').filter((line) => line && !line.startsWith(file));
    if (exitCode !== 0 && lines.length === 0) throw new Error(`the oracle failed: ${stderr.slice(0, 2_000)}`);
    return { differences: lines.length, lines };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
