import type { Entries } from '../form/entries.js';
import { readEntry } from '../form/entries.js';
import { block, type Fault } from '../form/fault.types.js';
import type { Pledge } from './pledge-faults.js';

/** Titles (danh hiệu) in a draft: one a line. */
export const TITLES = 'titles';
export const pledgePath = (target: string): string => `pledges.${target}`;

/** Titles of one registration at most, and letters of each. */
export const TITLES_MOST = 50;
export const TITLE_LETTERS = 500;

/** Fields that the draft of a registration has, by the targets that it asks for. */
export const registrationFields = (targets: readonly string[]): ReadonlySet<string> =>
  new Set([TITLES, ...targets.map(pledgePath)]);

/** What the fields of a draft register. Of a target whose field is empty nothing is pledged; what cannot be read is a fault at its field. */
export function registrationOf(
  targets: readonly string[],
  entries: Entries,
): { titles: string[]; pledges: Pledge[]; faults: Fault[] } {
  const faults: Fault[] = [];
  const titles = String(entries[TITLES] ?? '')
    .split('\n')
    .flatMap((line) => line.trim() || []);
  if (titles.length === 0) faults.push(block(TITLES, 'fault.titles-missing'));
  if (titles.length > TITLES_MOST) faults.push(block(TITLES, 'fault.titles-too-many', { most: TITLES_MOST }));
  if (titles.some((one) => one.length > TITLE_LETTERS))
    faults.push(block(TITLES, 'fault.title-too-long', { letters: TITLE_LETTERS }));
  const pledges = targets.map((target): Pledge => {
    const entry = entries[pledgePath(target)] ?? null;
    if (entry === null || String(entry).trim() === '') return { target, value: null };
    const read = readEntry({ input: 'value', decimals: null }, entry);
    if (typeof read === 'number') return { target, value: read };
    faults.push(block(pledgePath(target), `fault.${read.fault}`, { value: String(entry).slice(0, 100) }));
    return { target, value: null };
  });
  return { titles, pledges, faults };
}
