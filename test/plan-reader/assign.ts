/**
 * Best one-to-one pairing of rows and columns (Hungarian method): the sum of the gains is as large as possible.
 * Pairs with a gain of 0 or less are left out. Returns, for each row, its column or null.
 */
export function assign(gains: number[][]): (number | null)[] {
  const rows = gains.length;
  const size = Math.max(rows, gains[0]?.length ?? 0);
  if (size === 0) return [];
  const top = Math.max(0, ...gains.flat());
  const cost = (r: number, c: number): number => top - Math.max(0, gains[r]?.[c] ?? 0);
  const rowPrice = new Array<number>(size + 1).fill(0);
  const columnPrice = new Array<number>(size + 1).fill(0);
  const holder = new Array<number>(size + 1).fill(0); // the row that holds a column, counted from 1
  for (let row = 1; row <= size; row++) place(row);

  const result = new Array<number | null>(rows).fill(null);
  for (let column = 1; column <= size; column++) {
    const row = holder[column]! - 1;
    if (row < rows && (gains[row]?.[column - 1] ?? 0) > 0) result[row] = column - 1;
  }
  return result;

  /** Gives one more row a column, moving earlier rows where that is cheaper. */
  function place(row: number): void {
    const least = new Array<number>(size + 1).fill(Infinity);
    const from = new Array<number>(size + 1).fill(0);
    const used = new Array<boolean>(size + 1).fill(false);
    holder[0] = row;
    let column = 0;
    do {
      used[column] = true;
      const current = holder[column]!;
      let step = Infinity;
      let next = 0;
      for (let c = 1; c <= size; c++) {
        if (used[c]) continue;
        const price = cost(current - 1, c - 1) - rowPrice[current]! - columnPrice[c]!;
        if (price < least[c]!) [least[c], from[c]] = [price, column];
        if (least[c]! < step) [step, next] = [least[c]!, c];
      }
      for (let c = 0; c <= size; c++) {
        if (used[c]) {
          rowPrice[holder[c]!]! += step;
          columnPrice[c]! -= step;
        } else least[c]! -= step;
      }
      column = next;
    } while (holder[column] !== 0);
    while (column !== 0) {
      holder[column] = holder[from[column]!]!;
      column = from[column]!;
    }
  }
}
