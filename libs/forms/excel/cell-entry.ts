import { decimal, times, toNumber, type FaultCode, type FormCell } from '#libs/domain';
import type { ReadCell } from '#libs/documents';

/** Longest text of a field. */
const MAX_TEXT = 20_000;

/**
 * What a cell of a file puts into a field: a number, a text as typed, null for nothing, or why it cannot be taken.
 * @param figure the target, where a figure is asked; null where words are
 */
export function cellEntry(
  { cell, formula }: ReadCell,
  figure: FormCell | null,
): string | number | null | { code: FaultCode } {
  if (cell.kind === 'error') return { code: 'fault.excel-error' };
  if (figure === null) return textEntry(cell, formula);
  switch (cell.kind) {
    case 'text':
      // the text of a formula may come from anywhere; a number it computed is the officer's own sum
      return formula ? { code: 'fault.excel-formula' } : cell.value.trim() === '' ? null : cell.value;
    case 'yes_no':
      return figure.input === 'yes_no' ? Number(cell.value) : { code: 'fault.excel-yes-no' };
    case 'number':
      if (cell.shown === 'date') return { code: 'fault.excel-date' };
      return cell.shown === 'percent' ? percentEntry(cell.value, figure) : cell.value;
  }
}

/** 95 % is kept as 0.95 and shown times 100; only where percent is asked is it known what was meant. */
const percentEntry = (value: number, { unit, input }: FormCell): number | { code: FaultCode } =>
  unit.startsWith('%') && input === 'value'
    ? toNumber(times(decimal(value), decimal(100)))
    : { code: 'fault.excel-percent' };

function textEntry(
  cell: Exclude<ReadCell['cell'], { kind: 'error' }>,
  formula: boolean,
): string | null | { code: FaultCode } {
  if (formula) return { code: 'fault.excel-formula' };
  if (cell.kind === 'number' && cell.shown === 'date') return { code: 'fault.excel-text-expected' };
  if (cell.kind === 'yes_no') return cell.value ? 'có' : 'không';
  const text = String(cell.value).normalize('NFC');
  if (text.trim() === '') return null;
  return text.length > MAX_TEXT ? { code: 'fault.text-too-long' } : text;
}
