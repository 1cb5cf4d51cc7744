/** Papers of a few words, by kind of work: what each field is called by the API, and how it is typed. */
export const PAPERS = {
  own_plan: { number: 'line', date: 'day', summary: 'words' },
  event: { occurredOn: 'day', ground: 'words' },
  ranking: { confirmed: 'yes' },
  minutes: { number: 'line' },
} as const satisfies Record<string, Record<string, 'line' | 'day' | 'words' | 'yes'>>;

export type PaperKind = keyof typeof PAPERS;
export type FieldName = 'number' | 'date' | 'summary' | 'occurredOn' | 'ground' | 'confirmed';

export const isPaper = (kind: string): kind is PaperKind => kind in PAPERS;

/** Fields of a paper, in the order they are asked. */
export const fieldsOf = (kind: PaperKind): [FieldName, 'line' | 'day' | 'words' | 'yes'][] =>
  Object.entries(PAPERS[kind]) as [FieldName, 'line' | 'day' | 'words' | 'yes'][];

const REPORTS = ['report', 'interim_review', 'final_report', 'follow_up'];

/** Where it is filled in on the page; null for what goes through the API only. */
export type FillIn = '/viec/$obligation/nhap' | '/viec/$obligation/dang-ky' | '/viec/$obligation/van-ban';
export function fillIn(kind: string): FillIn | null {
  if (REPORTS.includes(kind)) return '/viec/$obligation/nhap';
  if (kind === 'registration') return '/viec/$obligation/dang-ky';
  return isPaper(kind) ? '/viec/$obligation/van-ban' : null;
}
