import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { type ExpectedPlan } from './reading.types.js';

const here = import.meta.dirname;
const seedsFolder = resolve(here, '../../apps/cli/demo-data/seeds');

/** A text with what a careful reader takes from it. */
export interface Plan {
  name: string;
  text: string;
  expected: ExpectedPlan;
}

const readExpected = (folder: string, name: string): ExpectedPlan =>
  parse(readFileSync(join(folder, `${name}.expected.yaml`), 'utf8')) as ExpectedPlan;

/** The five real plans that the product is built on. */
export function seeds(): Plan[] {
  return readdirSync(seedsFolder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => {
      const name = file.slice(0, 3);
      return { name, text: readFileSync(join(seedsFolder, file), 'utf8'), expected: readExpected(seedsFolder, name) };
    });
}

/** Whole plans of other bodies, written for this corpus. */
export function plans(): Plan[] {
  const folder = join(here, 'plans');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => {
      const name = file.slice(0, -'.txt'.length);
      return { name, text: readFileSync(join(folder, file), 'utf8'), expected: readExpected(folder, name) };
    });
}

/** All the short cases, with the file that holds them. */
export function caseFiles<T>(): { file: string; cases: T[] }[] {
  const folder = join(here, 'cases');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => ({ file, cases: parse(readFileSync(join(folder, file), 'utf8')) as T[] }));
}
