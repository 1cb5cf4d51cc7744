/** A cell of a spreadsheet as it was read. `date`: a number that the sheet shows as a day; `percent`: one it shows times 100. */
export type SheetCell =
  | { kind: 'number'; value: number; shown: 'plain' | 'date' | 'percent' }
  | { kind: 'text'; value: string }
  | { kind: 'yes_no'; value: boolean }
  | { kind: 'error'; value: string };

export interface ReadCell {
  /** `C7` */
  ref: string;
  cell: SheetCell;
  /** True for the result of a formula. */
  formula: boolean;
}

export interface ReadSheet {
  name: string;
  /** By reference. */
  cells: Map<string, ReadCell>;
  /** Ranges that are merged, as written: `A1:C1`. */
  merged: string[];
}

/** A cell to be written: numbers as numbers, texts always as texts, so that no text is ever taken for a formula. */
export interface WrittenCell {
  value: string | number | null;
  style: CellStyle;
}

export type CellStyle = 'plain' | 'head' | 'title' | 'shown' | 'input' | 'input_text' | 'shut';

export interface WrittenSheet {
  name: string;
  /** Column widths in characters; 0 hides the column. */
  widths: number[];
  rows: (WrittenCell | null)[][];
  /** Rows that stay in sight. */
  frozen?: number;
  /** Not shown, and not offered to be shown. */
  hidden?: boolean;
}
