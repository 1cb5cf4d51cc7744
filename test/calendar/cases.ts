import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const FOLDER = join('test', 'calendar', 'cases');

/** Cases of every file whose name begins so, each with its file and heading. */
export function casesOf<T>(prefix: string): { title: string; cases: T[] }[] {
  return readdirSync(FOLDER)
    .filter((file) => file.startsWith(prefix) && file.endsWith('.yaml'))
    .sort()
    .flatMap((file) => {
      const groups = parse(readFileSync(join(FOLDER, file), 'utf8')) as Record<string, T[]>;
      return Object.entries(groups).map(([heading, cases]) => ({ title: `${file}: ${heading}`, cases }));
    });
}
