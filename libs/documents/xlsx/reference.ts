/** `C7` from 3, 7; both count from 1. */
export function cellRef(column: number, row: number): string {
  let letters = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return `${letters}${row}`;
}

/** 3, 7 from `C7`; null for what is no reference within a sheet's 16,384 columns and 1,048,576 rows. */
export function placeOf(ref: string): { column: number; row: number } | null {
  const match = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(ref);
  if (!match) return null;
  const column = [...match[1]!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  const row = Number(match[2]);
  return column <= 16_384 && row <= 1_048_576 ? { column, row } : null;
}
