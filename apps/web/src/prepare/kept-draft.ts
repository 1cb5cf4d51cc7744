/** What was typed and not saved, kept in this browser until it is. */
export interface KeptDraft<T> {
  value: T;
  /** What stood on the server, as text, when typing began. */
  over: string;
}

const nameOf = (post: string, preparation: string, slot: string): string =>
  `dondoc.prepare.${post}.${preparation}.${slot}`;

export function keptDraft<T>(post: string, preparation: string, slot: string): KeptDraft<T> | null {
  try {
    return JSON.parse(localStorage.getItem(nameOf(post, preparation, slot)) ?? 'null') as KeptDraft<T> | null;
  } catch {
    return null; // a browser that keeps nothing: what is typed lives as long as the page
  }
}

export function keepDraft(post: string, preparation: string, slot: string, draft: KeptDraft<unknown> | null): void {
  try {
    if (draft === null) localStorage.removeItem(nameOf(post, preparation, slot));
    else localStorage.setItem(nameOf(post, preparation, slot), JSON.stringify(draft));
  } catch {
    // full or forbidden: the page still holds it
  }
}
