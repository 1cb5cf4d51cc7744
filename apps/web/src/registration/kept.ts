/** What was typed and not handed in yet, kept in this browser until it is: a registration has no draft on the server. */
export interface Typed {
  titles: string;
  /** By target. */
  pledges: Record<string, string>;
}

const keyOf = (post: string, id: string): string => `dondoc.registration.${post}.${id}`;

export function keptOf(post: string, id: string): Typed | null {
  try {
    return JSON.parse(localStorage.getItem(keyOf(post, id)) ?? 'null') as Typed | null;
  } catch {
    return null; // a browser that refuses to keep, or keeps something else
  }
}

/** @param typed null forgets it */
export function keep(post: string, id: string, typed: Typed | null): void {
  try {
    if (typed === null) localStorage.removeItem(keyOf(post, id));
    else localStorage.setItem(keyOf(post, id), JSON.stringify(typed));
  } catch {
    // full or refused: it stands on the screen
  }
}
