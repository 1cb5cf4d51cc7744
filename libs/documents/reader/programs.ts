import { fileURLToPath } from 'node:url';

/** How Node starts a program that stands beside this file. From source (jest) it first needs the compiler that jest uses too. */
export function program(name: 'process' | 'thread'): { file: string; options: string[] } {
  const here = import.meta.url;
  const file = (path: string) => fileURLToPath(new URL(path, here));
  if (!here.endsWith('.ts')) return { file: file(`./${name}.js`), options: [] };
  return {
    file: file(`./${name}.ts`),
    options: ['--import', new URL('../../../test/documents/from-source.mjs', here).href],
  };
}
