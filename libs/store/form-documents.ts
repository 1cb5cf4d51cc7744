import type { Form, PrefillSource } from '#libs/domain';

/** A version of a form, for as long as a report that was filled in on it. Never changed. */
export interface FormDoc {
  /** Hash of the form. */
  _id: string;
  form: Form;
}

/** One field of a draft: what was typed, as it was typed, by whom, and which save of this field it was. */
export interface DraftField {
  /** null: cleared. */
  value: string | number | null;
  /** Counts the saves of this field; 1 is the first. */
  revision: number;
  by: string;
  person: string | null;
  at: Date;
  /** Put there by the system and not yet confirmed by a person. */
  unconfirmed?: boolean;
  source?: PrefillSource;
}

/** A save already answered. */
export interface DraftSave {
  key: string;
  bodyHash: string;
  revision: number;
  at: Date;
}

/** What is filled in on a form, field by field; the keys are paths with `/` for the dot. */
export interface FilledDraft {
  /** Version of the form it is filled in on. */
  form?: string;
  fields?: Record<string, DraftField>;
  saves?: DraftSave[];
}
