/** Where a page ended: its instant, and how many entries and notices of that very instant were shown. */
export interface LineCursor {
  at: Date | null;
  entries: number;
  notices: number;
}

interface Line {
  at: string;
  mail: boolean;
}

/** A cursor that was never given out begins again. */
export function readCursor(cursor: string | undefined): LineCursor {
  const [ms, entries, notices] = (cursor ?? '').split('~').map(Number);
  const at = new Date(ms ?? Number.NaN);
  if (Number.isNaN(at.getTime()) || !whole(entries) || !whole(notices)) return { at: null, entries: 0, notices: 0 };
  return { at, entries, notices };
}

const whole = (n: number | undefined): n is number => n !== undefined && Number.isInteger(n) && n >= 0 && n < 1e6;

/** The cursor behind a page that began at `from`. */
export function cursorAfter(shown: readonly Line[], from: LineCursor): string {
  const at = new Date(shown.at(-1)!.at);
  const same = shown.filter((line) => new Date(line.at).getTime() === at.getTime());
  const before = from.at?.getTime() === at.getTime() ? from : { entries: 0, notices: 0 };
  const notices = same.filter(({ mail }) => mail).length;
  return [at.getTime(), before.entries + same.length - notices, before.notices + notices].join('~');
}
