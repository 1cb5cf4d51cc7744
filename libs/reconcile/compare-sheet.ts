import { canonicalJson, type SheetHeaderDoc, type SheetRowDoc } from '#libs/store';

/**
 * Fields in which a stored row differs from the row its obligation makes. The version is left out: a reminder raises the
 * obligation's and leaves the row as it is. Rows of older versions do not say when their report came.
 */
export function rowDifferences(stored: SheetRowDoc, expected: SheetRowDoc): string[] {
  return differences(stored, expected, [
    'version',
    ...(stored.handedInAt === undefined ? ['handedInAt' as const] : []),
  ]);
}

/** Fields in which a stored header differs from a recompute; the epoch only says who wrote it. */
export function headerDifferences(stored: SheetHeaderDoc, expected: SheetHeaderDoc): string[] {
  return differences(stored, expected, ['epoch']);
}

function differences<T extends object>(stored: T, expected: T, passedOver: (keyof T)[]): string[] {
  const fields = [...new Set([...Object.keys(stored), ...Object.keys(expected)])] as (keyof T & string)[];
  return fields.filter(
    (field) => !passedOver.includes(field) && canonicalJson(stored[field]) !== canonicalJson(expected[field]),
  );
}
