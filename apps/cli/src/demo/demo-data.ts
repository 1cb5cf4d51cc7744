import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

/** Where the demo's data files stand, from the sources and from `dist` alike. */
function demoDataFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const candidate = join(folder, 'apps', 'cli', 'demo-data');
    if (existsSync(join(candidate, 'worlds'))) return candidate;
    if (dirname(folder) === folder) throw new Error('apps/cli/demo-data not found above the program');
  }
}

/** One data file of the demo. The shape is ours: the files are part of the program and checked by its tests. */
export function readDemoData<T>(...path: string[]): T {
  return parse(readFileSync(join(demoDataFolder(), ...path), 'utf8')) as T;
}

/** The text of a plan as it was issued. */
export function readPlanText(file: string): string {
  return readFileSync(join(demoDataFolder(), 'seeds', file), 'utf8');
}
