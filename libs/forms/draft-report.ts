import { refuse, reportOf, type Fault, type Refusal, type Report } from '#libs/domain';
import { draftFields, draftHash, draftOf, entriesOf, type DraftDoc, type Store } from '#libs/store';
import type { PinnedForm } from './form-for.js';

/** The report that a draft makes, with what cannot be read in it. */
export interface DraftReport {
  report: Report;
  faults: Fault[];
  hash: string;
}

/**
 * The draft that somebody saw and hands in. Refused when it is another one by now, was filled in on another form, or holds
 * figures that were filled in by the system and confirmed by nobody.
 * @param version of what is asked  @param seen hash of the draft
 */
export async function draftSeen(
  store: Store,
  obligation: string,
  version: string,
  seen: string,
): Promise<DraftDoc | Refusal> {
  const draft = await draftOf(store, obligation);
  if (!draft?.fields) return refuse('draft-empty');
  if (draftHash(draft) !== seen) return refuse('draft-changed', { current: draft.revision });
  if (draft.form !== version) {
    return refuse('form-changed', { seen: draft.form!.slice(0, 8), current: version.slice(0, 8) });
  }
  const open = unconfirmedOf(draft);
  if (open.length > 0) return refuse('draft-unconfirmed', { count: open.length, fields: open.slice(0, 20).join(', ') });
  return draft;
}

export function reportOfDraft(draft: DraftDoc | null, { form }: PinnedForm): DraftReport {
  return { ...reportOf(form, entriesOf(draft)), hash: draftHash(draft) };
}

export const unconfirmedOf = (draft: DraftDoc | null): string[] =>
  Object.entries(draftFields(draft)).flatMap(([path, { unconfirmed }]) => (unconfirmed ? [path] : []));
