import { useRef, useState } from 'react';
import { ApiProblem, newKey } from '../api/client';
import type { PreparationView } from '../api/contracts';
import { usePost } from '../sign-in/use-post';
import { keepDraft, keptDraft, type KeptDraft } from './kept-draft';
import { act, isStale, useCommand } from './use-preparation';

export interface Slot<T> {
  /** Name of what is answered: `route`, `head.number`, `targets.T01`. */
  slot: string;
  /** What an officer has said here, as it stands in a view; undefined where nobody has. */
  said: (view: PreparationView) => T | undefined;
  /** What the form shows where nothing was typed: the answer, else what stands, else what is offered, else nothing. */
  start: T;
  /** The answers that say this value. */
  answers: (value: T) => object;
}

export interface Answering<T> {
  value: T;
  set: (value: T) => void;
  /** Typed and not saved. */
  dirty: boolean;
  saving: boolean;
  saved: boolean;
  error: Error | null;
  /** What is wrong, by the path the server names. */
  faults: { field: string; message: string }[];
  /** Somebody else said something here meanwhile; null takes it away. */
  theirs: { value: T | undefined } | null;
  save: (over?: boolean) => void;
  /** Lets go of what was typed. */
  drop: () => void;
}

const textOf = (value: unknown): string => JSON.stringify(value) ?? '';

/**
 * One answer while it is typed and saved. Where the revision moved on, the answer is sent again by itself if nobody said anything here;
 * otherwise both values are shown and one is chosen.
 */
export function useAnswer<T>(view: PreparationView, { slot, said, start, answers }: Slot<T>): Answering<T> {
  const { id } = view;
  const { post } = usePost();
  const key = useRef(newKey());
  const { run, again, isPending } = useCommand(id);
  const [draft, setDraft] = useState<KeptDraft<T> | null>(() => keptDraft<T>(post!, id, slot));
  const [error, setError] = useState<Error | null>(null);
  const [theirs, setTheirs] = useState<Answering<T>['theirs']>(null);
  const [saved, setSaved] = useState(false);
  const keep = (next: KeptDraft<T> | null): void => {
    keepDraft(post!, id, slot, next);
    setDraft(next);
  };
  const value = draft ? draft.value : start;

  const send = async (over: string, tries = 3): Promise<void> => {
    const { key: name, answered } = act(key);
    try {
      await run({ act: 'answers', body: { answers: answers(value) }, key: name });
      answered();
      keep(null);
      setSaved(true);
    } catch (refusal) {
      answered(refusal);
      if (!isStale(refusal)) return setError(refusal as Error);
      const now = said(await again());
      if (textOf(now) !== over) return setTheirs({ value: now });
      if (tries === 1) return setError(refusal as Error);
      await send(over, tries - 1);
    }
  };
  return {
    value,
    set: (next) => {
      setSaved(false);
      keep({ value: next, over: draft?.over ?? textOf(said(view)) });
    },
    dirty: draft !== null,
    saving: isPending,
    saved,
    error,
    faults: error instanceof ApiProblem ? (error.problem.errors ?? []) : [],
    theirs,
    save: (over = false) => {
      setError(null);
      const stood = textOf(said(view));
      const began = over ? textOf(theirs?.value) : (draft?.over ?? stood);
      setTheirs(null);
      if (began !== stood && !over) return setTheirs({ value: said(view) });
      void send(began);
    },
    drop: () => {
      keep(null);
      setTheirs(null);
      setError(null);
    },
  };
}
