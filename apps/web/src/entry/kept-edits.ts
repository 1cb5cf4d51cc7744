import type { Value } from './fields';

/** What was typed and not yet taken by the server, kept in this browser until it is. */
export interface KeptEdit {
  value: Value;
  /** Revision of the field that was on the screen. */
  seen: number;
}

const keyOf = (post: string, obligation: string): string => `dondoc.edits.${post}.${obligation}`;

export function keptEdits(post: string, obligation: string): Record<string, KeptEdit> {
  try {
    return JSON.parse(localStorage.getItem(keyOf(post, obligation)) ?? '{}') as Record<string, KeptEdit>;
  } catch {
    return {}; // a browser that keeps nothing: what is typed lives as long as the page
  }
}

export function keepEdits(post: string, obligation: string, edits: Record<string, KeptEdit>): void {
  try {
    if (Object.keys(edits).length === 0) localStorage.removeItem(keyOf(post, obligation));
    else localStorage.setItem(keyOf(post, obligation), JSON.stringify(edits));
  } catch {
    // full or forbidden: the page still sends them
  }
}
