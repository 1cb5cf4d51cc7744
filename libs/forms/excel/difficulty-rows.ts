import type { DifficultyRule, Entries } from '#libs/domain';

/** Empty rows that a file has for difficulties nobody has typed yet. */
const EMPTY_ROWS = 5;

/**
 * Keys of the rows for difficulties: those that the draft has, then empty ones. A new key bears the draft's revision, which only grows, so
 * it never names an item of an earlier file; two files of one draft share theirs, and meet like any other field.
 */
export function difficultyKeys(
  entries: Entries,
  revision: number,
  { perReport }: Pick<DifficultyRule, 'perReport'>,
): string[] {
  const typed = Object.keys(entries).flatMap((path) => {
    const [group, key] = path.split('.');
    return group === 'difficulties' && key !== undefined && String(entries[path] ?? '').trim() !== '' ? [key] : [];
  });
  const empty = Math.max(0, Math.min(EMPTY_ROWS, perReport - typed.length));
  return [...typed.sort(), ...Array.from({ length: empty }, (_, n) => `e${revision}-${n + 1}`)];
}
