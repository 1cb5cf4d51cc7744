import type { DraftDoc, DraftField, DraftSave } from './documents.js';
import { contentHash } from './hash.js';
import { insertMissing, type Store } from './store.js';

/** A field as it shall be; `seen` is the revision of the field that the writer saw, 0 where there was none. */
export interface FieldWrite {
  path: string;
  seen: number;
  field: Omit<DraftField, 'revision'>;
}

export interface FieldsWrite {
  obligation: string;
  form: string;
  by: string;
  at: Date;
  key: string;
  bodyHash: string;
  writes: FieldWrite[];
}

/** A save as it stands; `again`: an earlier one under the same key. */
export interface FieldsWritten {
  save: DraftSave;
  again: boolean;
}

/** Saves whose keys are remembered. */
const KEPT_SAVES = 100;

const keyOf = (path: string): string => path.replaceAll('.', '/');

/** The fields of a draft by path, cleared ones among them. */
export const draftFields = (draft: Pick<DraftDoc, 'fields'> | null): Record<string, DraftField> =>
  Object.fromEntries(Object.entries(draft?.fields ?? {}).map(([key, field]) => [key.replaceAll('/', '.'), field]));

/** What a draft says: values by path, without what was cleared. */
export const entriesOf = (draft: Pick<DraftDoc, 'fields'> | null): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(draftFields(draft)).flatMap(([path, { value }]) => (value === null ? [] : [[path, value]])),
  );

/** What somebody who hands a draft in has seen: its form, its values, and which of them nobody has confirmed. */
export function draftHash(draft: Pick<DraftDoc, 'fields' | 'form'> | null): string {
  const unconfirmed = Object.entries(draftFields(draft)).flatMap(([path, one]) => (one.unconfirmed ? [path] : []));
  return contentHash({ form: draft?.form ?? null, entries: entriesOf(draft), unconfirmed: unconfirmed.sort() });
}

export const draftOf = async (store: Store, obligation: string): Promise<DraftDoc | null> =>
  await store.drafts.findOne({ _id: obligation });

/**
 * Writes fields of a draft in one conditional write: all of them or none, and only if each still stands at the revision that was seen.
 * Fields that others are typing in are not touched, so two people fill in one report side by side.
 * @returns the save, this one's or the earlier one of the same key; `clash` where a field was written meanwhile
 */
export async function writeFields(store: Store, wish: FieldsWrite): Promise<FieldsWritten | 'clash'> {
  const { obligation, by, at, form, key, bodyHash, writes } = wish;
  const empty: DraftDoc = {
    _id: obligation,
    obligation,
    revision: 0,
    by,
    at,
    form,
    fields: {},
    saves: [],
  };
  if (writes.every(({ seen }) => seen === 0)) await insertMissing(store.drafts, [empty]);
  const asSeen = writes.map(({ path, seen }) =>
    seen === 0 ? { [`fields.${keyOf(path)}`]: { $exists: false } } : { [`fields.${keyOf(path)}.revision`]: seen },
  );
  const next = writes.map(({ path, seen, field }): [string, object] => [
    `fields.${keyOf(path)}`,
    { ...field, revision: seen + 1 },
  ]);
  const draft = await store.drafts.findOneAndUpdate(
    { _id: obligation, 'saves.key': { $ne: key }, ...(asSeen.length && { $and: asSeen }) },
    [
      {
        $set: {
          ...Object.fromEntries(next.map(([path, field]) => [path, { $literal: field }])),
          by,
          at,
          form,
          revision: { $add: ['$revision', 1] },
          saves: {
            $slice: [
              {
                $concatArrays: [
                  { $ifNull: ['$saves', []] },
                  [{ key: { $literal: key }, bodyHash, at, revision: { $add: ['$revision', 1] } }],
                ],
              },
              -KEPT_SAVES,
            ],
          },
        },
      },
    ] as never,
    { returnDocument: 'after' },
  );
  const stands = draft ?? (await draftOf(store, obligation));
  const save = stands?.saves?.find((one) => one.key === key);
  return save ? { save, again: draft === null } : 'clash';
}
