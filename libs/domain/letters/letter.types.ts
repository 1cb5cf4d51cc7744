/** Documents that the engine writes for an office: the letter that urges, the page on one piece of work, the list of who is late, a covenant to sign. */
export const letterKinds = ['urging_letter', 'fact_sheet', 'late_list', 'covenant'] as const;
export type LetterKind = (typeof letterKinds)[number];

/** How words are set; sizes and faces are dated data in `libs/rules/document-form.ts`. */
export type LetterStyle =
  | 'nation'
  | 'motto'
  | 'superior'
  | 'body'
  | 'number'
  | 'place'
  | 'subject_below_number'
  | 'type'
  | 'subject'
  | 'addressee'
  | 'text'
  | 'heading'
  | 'authority'
  | 'signer'
  | 'recipients_head'
  | 'recipients'
  | 'table_head'
  | 'table'
  | 'table_small'
  | 'mark';

/** One line of a list; its fields by the names that an office sees in the template. */
export type LetterRow = Record<string, string>;

/**
 * What a document says, without how it looks: the same content is printed as Word and as PDF.
 * Names of fields and lists are Vietnamese without accents, for the people who edit the template.
 */
export interface LetterContent {
  kind: LetterKind;
  /** Printed on it together with its hash. */
  id: string;
  fields: Record<string, string>;
  lists: Record<string, LetterRow[]>;
  /** Hash of what is printed, where that has one of its own (a covenant); else the hash of this content is printed. */
  mark?: string;
}

/** The body that issues a document. */
export interface Issuer {
  /** Body above it, as written on the first line; null for a body that names none. */
  superior: string | null;
  body: string;
  /** Địa danh, without the kind of the place. */
  place: string;
}

/** TM. for a collective body, KT. deputy for the head, TL. by order, TUQ. by authorisation, Q. acting (Decree 30/2020, Appendix I). */
export const authorityForms = ['TM', 'KT', 'TL', 'TUQ', 'Q'] as const;
export type AuthorityForm = (typeof authorityForms)[number];

export interface Signature {
  /** Outermost first: TM. Ủy ban nhân dân, then KT. Chủ tịch. */
  authority: { form: AuthorityForm; of: string }[];
  /** Post of who signs, e.g. Phó Chủ tịch. */
  title: string;
  /** Null until a person is known. */
  name: string | null;
}

/** Number as the clerk gives it, once per document and year; null in a draft. */
export interface DocumentNumber {
  number: number | null;
  /** Ký hiệu, e.g. CV-PNV. */
  symbol: string | null;
}
