import { readXml } from '../docx/xml.js';
import type { ZipParts } from '../docx/zip-parts.js';
import { Stop } from '../stop.js';
import { cellRef, placeOf } from './reference.js';
import type { Shown } from './read-formats.js';
import type { ReadCell, ReadSheet, SheetCell } from './sheet.types.js';

export interface SheetContext {
  strings: readonly string[];
  formats: readonly Shown[];
  /** Cells that may still be read in this workbook. */
  budget: { cells: number };
}

interface OpenCell {
  ref: string;
  type: string;
  style: number;
  value: string;
  formula: boolean;
}

/** Cells and merged ranges of one sheet; empty cells are left out. */
export async function readSheet(
  parts: ZipParts,
  part: string,
  context: SheetContext,
): Promise<Omit<ReadSheet, 'name'>> {
  const cells = new Map<string, ReadCell>();
  const merged: string[] = [];
  let cell: OpenCell | null = null;
  let taking = false;
  let phonetic = 0;
  let row = 0;
  let column = 0;
  await readXml(parts.chunks(part), {
    open(tag) {
      switch (tag.name) {
        case 'x:row':
          row = Number(tag.at('r') ?? row + 1);
          column = 0;
          break;
        case 'x:c': {
          const ref = tag.at('r') ?? cellRef(column + 1, row);
          column = placeOf(ref)?.column ?? broken();
          cell = { ref, type: tag.at('t') ?? 'n', style: Number(tag.at('s') ?? 0), value: '', formula: false };
          break;
        }
        case 'x:f':
          if (cell) cell.formula = true;
          break;
        case 'x:rPh':
          phonetic += 1;
          break;
        case 'x:v':
        case 'x:t':
          taking = cell !== null && phonetic === 0;
          break;
        case 'x:mergeCell':
          merged.push(tag.at('ref') ?? '');
      }
    },
    close(name) {
      if (name === 'x:rPh') phonetic -= 1;
      if (name === 'x:v' || name === 'x:t') taking = false;
      if (name !== 'x:c' || !cell) return;
      const read = cellOf(cell, context);
      if (read) {
        if ((context.budget.cells -= 1) < 0) throw new Stop('document-bomb');
        cells.set(cell.ref, { ref: cell.ref, cell: read, formula: cell.formula });
      }
      cell = null;
    },
    text(letters) {
      if (taking && cell) cell.value += letters;
    },
  });
  return { cells, merged };
}

function broken(): never {
  throw new Stop('document-broken');
}

function cellOf({ type, style, value, formula }: OpenCell, { strings, formats }: SheetContext): SheetCell | null {
  switch (type) {
    case 's':
      return textCell(strings[Number(value)] ?? broken());
    case 'str':
    case 'inlineStr':
      return textCell(value);
    case 'b':
      return { kind: 'yes_no', value: value === '1' };
    case 'e':
      return { kind: 'error', value };
    case 'd':
      return { kind: 'number', value: Number.NaN, shown: 'date' };
    default:
      if (value === '') return formula ? { kind: 'error', value: '' } : null;
      return { kind: 'number', value: exact(Number(value)), shown: formats[style] ?? 'plain' };
  }
}

const textCell = (value: string): SheetCell | null => (value === '' ? null : { kind: 'text', value });

/** Spreadsheets keep 15 digits; what is behind them is noise of binary arithmetic. */
const exact = (value: number): number => (Number.isFinite(value) ? Number(value.toPrecision(15)) : broken());
