import { localDateOf, localTimeOf } from '#libs/domain';
import { tell, type CliText } from '../messages/tell.js';

type Cell = string | number | null | undefined;

/** A list for people: one line per row, columns as wide as their longest cell, numbers to the right. */
export function table(columns: CliText[], rows: Cell[][]): string {
  if (rows.length === 0) return tell('none.found');
  const lines = [columns.map((column) => tell(column)), ...rows.map((row) => row.map((cell) => String(cell ?? '–')))];
  const width = columns.map((_, at) => Math.max(...lines.map((line) => line[at]!.length)));
  const numeric = columns.map((_, at) => rows.every((row) => typeof row[at] === 'number'));
  const pad = (cell: string, at: number): string => (numeric[at] ? cell.padStart(width[at]!) : cell.padEnd(width[at]!));
  return lines.map((line) => line.map(pad).join('  ').trimEnd()).join('\n');
}

/** JSON when asked for, else the table. */
export function print(json: boolean | undefined, value: unknown, asTable: () => string): void {
  console.log(json ? JSON.stringify(value, null, 2) : asTable());
}

/** Local day and time, `2026-11-21 08:00`; a dash where nothing happened yet. */
export const localInstant = (at: Date | null | undefined): string =>
  at ? `${localDateOf(at)} ${localTimeOf(at).slice(0, 5)}` : '–';
