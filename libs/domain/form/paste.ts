import { readEntry, type Entries } from './entries.js';
import { partPath } from './field-path.js';
import type { CellPart, FigureStatus, Form, FormCell } from './form.types.js';

/** Where a pasted range begins, and in which column of the form. */
export interface PasteAt {
  target: string;
  part: CellPart;
  status: FigureStatus;
}

/** A pasted cell that no field takes; `row` and `column` count from 1 within the range. */
export interface PasteFault {
  row: number;
  column: number;
  text: string;
  code: 'fault.not-a-number' | 'fault.ambiguous' | 'fault.too-long' | 'fault.outside-form';
  path: string | null;
}

/** Cells of a range that is copied from a spreadsheet: rows by line, columns by tab, quoted where a cell holds either. */
export function rangeCells(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const body = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (let at = 0; at < body.length; at += 1) {
    const letter = body[at]!;
    if (quoted && letter === '"' && body[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (letter === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (!quoted && (letter === '\t' || letter === '\n')) {
      rows.at(-1)!.push(cell);
      cell = '';
      if (letter === '\n') rows.push([]);
    } else cell += letter;
  }
  rows.at(-1)!.push(cell);
  return rows;
}

/**
 * Puts a range onto the form: rows onto targets in the form's order, columns onto the parts of each. Empty cells change nothing.
 * A range with a single bad cell is refused as a whole, with every bad cell named.
 */
export function pasteRange(form: Form, at: PasteAt, text: string): { entries: Entries; faults: PasteFault[] } {
  const first = form.cells.findIndex(({ target }) => target === at.target);
  const entries: Record<string, string | number> = {};
  const faults: PasteFault[] = [];
  rangeCells(text).forEach((cells, row) => {
    const cell = form.cells[first + row];
    const begin = cell ? Math.max(0, cell.parts.indexOf(at.part)) : 0;
    cells.forEach((typed, column) => {
      if (typed.trim() === '') return;
      const part = cell?.parts[begin + column];
      const path = cell && part ? partPath(cell.target, at.status, part) : null;
      const fault = (code: PasteFault['code']) =>
        faults.push({ row: row + 1, column: column + 1, text: typed, code, path });
      if (first < 0 || path === null) return void fault('fault.outside-form');
      const read = readEntry(cell as FormCell, typed);
      if (typeof read === 'number') entries[path] = read;
      else fault(`fault.${read.fault}`);
    });
  });
  return { entries, faults };
}
