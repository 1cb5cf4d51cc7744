import { letterForms, type LetterPart } from './forms.js';
import type { LetterKind } from './letter.types.js';

/** What may stand between braces in the template of a kind: plain fields, and lists with the fields of their lines. */
export interface LetterVocabulary {
  fields: Set<string>;
  lists: Map<string, Set<string>>;
}

/** Printed on every document: its own name and the hash of its content. */
export const MARK_FIELDS = ['ma_van_ban', 'ma_bam'] as const;

export function vocabularyOf(kind: LetterKind): LetterVocabulary {
  const fields = new Set<string>();
  const lists = new Map<string, Set<string>>();
  const list = (name: string, ...of: string[]) => lists.set(name, new Set([...(lists.get(name) ?? []), ...of]));
  const take: { [P in LetterPart['part']]: (part: Extract<LetterPart, { part: P }>) => void } = {
    letterhead: ({ numbered }) => {
      list('cap_tren', 'ten');
      for (const field of ['co_quan', 'dia_danh_ngay', ...(numbered ? ['so_ky_hieu', 'trich_yeu'] : [])])
        fields.add(field);
    },
    line: ({ field }) => void fields.add(field),
    lines: ({ list: name, field }) => void list(name, field),
    heading: () => undefined,
    table: ({ list: name, columns }) => void list(name, ...columns.map(({ field }) => field)),
    signature: () => {
      list('quyen_ky', 'dong');
      list('noi_nhan', 'dong');
      fields.add('nguoi_ky');
    },
    marks: () => MARK_FIELDS.forEach((field) => fields.add(field)),
  };
  for (const part of letterForms[kind]) (take[part.part] as (part: LetterPart) => void)(part);
  return { fields, lists };
}
