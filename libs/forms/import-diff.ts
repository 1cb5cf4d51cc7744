import type { Entries } from '#libs/domain';
import { draftFields, type DraftDoc } from '#libs/store';

/** A field that an import would write, beside what stands there. */
export interface ImportChange {
  path: string;
  value: string | number;
  current: { value: string | number | null; revision: number } | null;
}

/** What entries from elsewhere would change in a draft. Same values change nothing, also where they were typed as text. */
export function importDiff(draft: DraftDoc | null, entries: Entries): { changes: ImportChange[]; unchanged: number } {
  const fields = draftFields(draft);
  const all = Object.entries(entries).flatMap(([path, value]): ImportChange[] => {
    if (value === null) return [];
    const { value: stands, revision } = fields[path] ?? {};
    return [{ path, value, current: revision === undefined ? null : { value: stands ?? null, revision } }];
  });
  const changes = all.filter(({ value, current }) => current === null || String(current.value) !== String(value));
  return { changes, unchanged: all.length - changes.length };
}
