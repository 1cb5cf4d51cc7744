/** A piece of text as pdf.js gives it; `transform` maps it onto the page, `width` is in units of the page. */
export interface Piece {
  str: string;
  transform: number[];
  width: number;
}

/** A piece where a reader sees it: `x` to the right, `y` (the base line) downwards, `size` the height of the letters. */
interface Placed {
  text: string;
  x: number;
  y: number;
  size: number;
  end: number;
}

// In heights of the letters:
/** Raised notes and lowered indices belong to the line they stand at. */
const SAME_LINE = 0.45;
const WORD_GAP = 0.15;
/** Columns of a table, the two halves of a letterhead: kept apart by a tab. A justified line does not stretch so far. */
const COLUMN_GAP = 2.2;
/** The same letters printed twice almost in place look bold. */
const PRINTED_TWICE = 0.15;

/**
 * The lines of a page from top to bottom, each from left to right. Text that stands askew (a watermark, a stamp on the margin) is
 * left out when there is upright text. @param view the page's own turn and flip, so that it is read as it is shown
 */
export function linesOf(pieces: Piece[], view: number[]): string[] {
  const placed = pieces
    .filter(({ str }) => str.trim() !== '')
    .map((piece) => ({ piece, at: turned(view, piece.transform) }));
  const upright = placed.filter(({ at: [a, b] }) => a! > 0 && Math.abs(b!) < a! * 0.05);
  if (upright.length === 0) return placed.map(({ piece }) => piece.str);
  const sorted = upright
    .map(({ piece, at }) => place(piece, at))
    .sort((one, other) => one.y - other.y || one.x - other.x);

  const lines: Placed[][] = [];
  for (const piece of sorted) {
    const line = lines.at(-1);
    const base = line?.[0];
    if (base && piece.y - base.y < SAME_LINE * Math.max(base.size, piece.size)) line.push(piece);
    else lines.push([piece]);
  }
  return lines.map((line) => joined(line.sort((one, other) => one.x - other.x)));
}

function place({ str, width }: Piece, at: number[]): Placed {
  const size = Math.hypot(at[2]!, at[3]!) || 1;
  return { text: str, x: at[4]!, y: at[5]!, size, end: at[4]! + width };
}

function joined(line: Placed[]): string {
  let text = '';
  let last: Placed | undefined;
  for (const piece of line) {
    if (last && last.text === piece.text && Math.abs(last.x - piece.x) < PRINTED_TWICE * piece.size) continue;
    const gap = last ? (piece.x - last.end) / Math.min(last.size, piece.size) : 0;
    if (gap > COLUMN_GAP) text = `${text.trimEnd()}\t${piece.text.trimStart()}`;
    else text += (gap > WORD_GAP ? ' ' : '') + piece.text;
    last = piece;
  }
  return text;
}

/** Product of two affine maps in PDF's order [a b c d e f]. */
function turned([a, b, c, d, e, f]: number[], [p, q, r, s, x, y]: number[]): number[] {
  return [
    a! * p! + c! * q!,
    b! * p! + d! * q!,
    a! * r! + c! * s!,
    b! * r! + d! * s!,
    a! * x! + c! * y! + e!,
    b! * x! + d! * y! + f!,
  ];
}
