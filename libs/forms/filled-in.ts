import { fieldOf, registrationFields } from '#libs/domain';
import { contentHash, type ObligationDoc, type Store } from '#libs/store';
import { formFor, type PinnedForm } from './form-for.js';

/** What is filled in field by field, so that it has a draft: the form of a report, or a registration. */
export interface FilledIn {
  /** Version: hash of exactly what is asked. */
  hash: string;
  /** Whether it has a field of this path. */
  has: (path: string) => boolean;
  /** null for what has no form of figures: a registration asks for titles and pledges. */
  form: PinnedForm | null;
}

/** @returns null for what is handed in at once, e.g. a vote */
export async function filledIn(store: Store, owed: ObligationDoc): Promise<FilledIn | null> {
  if (owed.kind === 'registration') return registrationAsked(owed);
  const form = await formFor(store, owed);
  return form && { hash: form.hash, has: (path) => fieldOf(form.form, path) !== null, form };
}

/** A registration asks for titles and for a pledge to each of its targets; levels are no part of its version, they are judged when it comes in. */
export function registrationAsked({ targets }: Pick<ObligationDoc, 'targets'>): FilledIn {
  const fields = registrationFields(targets);
  return { hash: contentHash({ registration: [...fields] }), has: (path) => fields.has(path), form: null };
}
