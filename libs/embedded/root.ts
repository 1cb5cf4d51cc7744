import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Top folder of the installation: the nearest one above this file that holds package.json and package-lock.json. */
export const projectRoot: string = (() => {
  for (let dir = import.meta.dirname; ; dir = dirname(dir)) {
    if (existsSync(join(dir, 'package.json')) && existsSync(join(dir, 'package-lock.json'))) return dir;
    if (dirname(dir) === dir) throw new Error('package.json not found above libs/embedded');
  }
})();

/** Compiled file of a program of ours, e.g. `libs/embedded/mail-catcher`. Children always run compiled. */
export const compiled = (path: string): string => join(projectRoot, 'dist', `${path}.js`);
