import { useState } from 'react';
import type { DossierView } from '../api/contracts';
import { usePost } from '../sign-in/use-post';

/** What is typed and not handed in yet: it outlives what the server tells meanwhile, and in this browser also the page. */
export interface Typed<T> {
  typed: T;
  change: (part: Partial<T>) => void;
  forget: () => void;
}

interface Options {
  /** A ballot is kept nowhere: the machine may be shared. */
  kept?: boolean;
}

/** @param begun what the form begins with; what was typed before goes first */
export function useTyped<T extends object>(owed: DossierView, begun: () => T, { kept = true }: Options = {}): Typed<T> {
  const post = usePost().post!;
  // of another attempt than the one that is typed nothing is taken up
  const place = `dondoc.paper.${post}.${owed.id}.${owed.attempt}`;
  const [typed, set] = useState<T>(() => ({ ...begun(), ...(kept && keptAt<T>(place)) }));
  const change = (part: Partial<T>): void =>
    set((before) => {
      const next = { ...before, ...part };
      if (kept) keepAt(place, next);
      return next;
    });
  return { typed, change, forget: () => keepAt(place, null) };
}

function keptAt<T>(place: string): Partial<T> | null {
  try {
    return JSON.parse(localStorage.getItem(place) ?? 'null') as Partial<T> | null;
  } catch {
    return null; // a browser that refuses to keep, or keeps something else
  }
}

function keepAt(place: string, typed: object | null): void {
  try {
    if (typed === null) localStorage.removeItem(place);
    else localStorage.setItem(place, JSON.stringify(typed));
  } catch {
    // full or refused: it stands on the screen
  }
}
