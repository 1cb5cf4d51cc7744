import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiProblem, newKey, write, type Viewer } from '../api/client';
import type { Field, Form, Value } from './fields';
import { keepEdits, keptEdits, type KeptEdit } from './kept-edits';

/** Pause after the last key before what was typed is sent, ms; and between two tries while the line is down. */
const SETTLE_MS = 700;
const AGAIN_MS = 5_000;

export type Line = 'saved' | 'waiting' | 'down';

export interface Clash {
  yours: Value;
  theirs: Field | null;
}

interface Receipt {
  revision: number;
  hash: string;
  fields: Record<string, number>;
  at: string;
}

/** What is filled in: a report's form, or a registration. */
export type Drafted = Pick<Form, 'obligation' | 'version' | 'draft'>;

export interface Draft {
  valueOf: (path: string) => Value;
  field: (path: string) => Field | undefined;
  /** Every field that was ever typed in. */
  paths: string[];
  type: (path: string, value: Value) => void;
  /** Takes one of both values of a field that two people wrote. */
  settle: (path: string, mine: boolean) => void;
  clashes: Record<string, Clash>;
  line: Line;
  waiting: number;
  savedAt: string | null;
  /** Names exactly what stands on the server; for handing in. */
  hash: string;
  /** A refusal that is not about the line, in words. */
  refusal: string | null;
  flush: () => Promise<boolean>;
  /** Sends all that is typed. @returns what then names it for handing in; null where something is not on the server */
  saved: () => Promise<string | null>;
}

/** A draft that saves itself field by field: nothing typed is lost when the line breaks, and nobody's field is overwritten unseen. */
export function useDraft(viewer: Viewer, form: Drafted): Draft {
  const post = viewer.post ?? '';
  const { obligation } = form;
  const [fields, setFields] = useState<Record<string, Field>>(form.draft.fields);
  const [edits, setEdits] = useState<Record<string, KeptEdit>>(() => keptEdits(post, obligation));
  const [clashes, setClashes] = useState<Record<string, Clash>>({});
  const [line, setLine] = useState<Line>('saved');
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const [hash, setHash] = useState(form.draft.hash);
  const newest = useRef(form.draft.hash);
  const [refusal, setRefusal] = useState<string | null>(null);
  const now = useRef({ fields, edits, clashes });
  now.current = { fields, edits, clashes };
  const sending = useRef<{ key: string; body: string } | null>(null);
  const busy = useRef<Promise<boolean> | null>(null);

  const update = useCallback(
    (change: (edits: Record<string, KeptEdit>) => Record<string, KeptEdit>): void => {
      const next = change(now.current.edits);
      now.current.edits = next;
      keepEdits(post, obligation, next);
      setEdits(next);
    },
    [post, obligation],
  );

  const send = useCallback(async (): Promise<boolean> => {
    const open = Object.entries(now.current.edits).filter(([path]) => !(path in now.current.clashes));
    if (open.length === 0) return Object.keys(now.current.clashes).length === 0;
    const body = { form: form.version, changes: open.map(([path, { value, seen }]) => ({ path, seen, value })) };
    const text = JSON.stringify(body);
    // the same changes again after a lost answer are the same act
    if (sending.current?.body !== text) sending.current = { key: newKey(), body: text };
    try {
      const path = `/obligations/${encodeURIComponent(obligation)}/draft`;
      const receipt = await write<Receipt>(viewer, path, { method: 'PATCH', body, key: sending.current.key });
      sending.current = null;
      const sent = new Map(open);
      const written = { ...now.current.fields };
      for (const [at, { value }] of open)
        written[at] = { value, revision: receipt.fields[at] ?? 0, by: post, person: null, at: receipt.at };
      now.current.fields = written;
      setFields(written);
      // what was typed meanwhile stays to be sent, on top of what was just written
      update((all) =>
        Object.fromEntries(
          Object.entries(all).flatMap(([at, edit]) =>
            sent.get(at) === edit ? [] : [[at, { ...edit, seen: receipt.fields[at] ?? edit.seen }]],
          ),
        ),
      );
      newest.current = receipt.hash;
      setHash(receipt.hash);
      setSavedAt(receipt.at);
      setRefusal(null);
      setLine(Object.keys(now.current.edits).length === 0 ? 'saved' : 'waiting');
      return true;
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status >= 500) {
        setLine('down');
        return false;
      }
      sending.current = null;
      const { current } = error.problem as { current?: { fields?: Record<string, Field | null> } };
      const theirs = error.problem.code === 'draft-conflict' ? current?.fields : undefined;
      if (theirs) {
        // what stands there as it was typed is ours: its answer was lost
        const ours = open.filter(([at, { value }]) => theirs[at] && theirs[at].value === value);
        if (ours.length > 0) {
          now.current.fields = { ...now.current.fields, ...Object.fromEntries(ours.map(([at]) => [at, theirs[at]!])) };
          setFields(now.current.fields);
          update((all) =>
            Object.fromEntries(
              Object.entries(all).filter(([at, edit]) => !ours.some(([one, sent]) => one === at && sent === edit)),
            ),
          );
          setSavedAt(theirs[ours[0]![0]]!.at);
        }
        const found = Object.fromEntries(
          open
            .filter(([at]) => at in theirs && !ours.some(([one]) => one === at))
            .map(([at, { value }]) => [at, { yours: value, theirs: theirs[at] ?? null }]),
        );
        now.current.clashes = { ...now.current.clashes, ...found };
        setClashes(now.current.clashes);
        setLine(Object.keys(now.current.edits).length === 0 ? 'saved' : 'waiting');
        if (Object.keys(found).length === 0) return Object.keys(now.current.edits).length === 0 || send();
      } else setRefusal(error.message);
      return false;
    }
  }, [form.version, obligation, viewer, post, update]);

  const flush = useCallback((): Promise<boolean> => {
    busy.current ??= send().finally(() => (busy.current = null));
    return busy.current;
  }, [send]);

  const saved = async (): Promise<string | null> => {
    const open = (): boolean => Object.keys(now.current.edits).length > 0;
    // one flush may have begun before the last letter was typed
    for (let tries = 0; open() && tries < 3; tries += 1) if (!(await flush())) return null;
    return open() ? null : newest.current;
  };

  const waiting = Object.keys(edits).length;
  useEffect(() => {
    if (waiting === 0) return;
    const timer = setTimeout(() => void flush(), line === 'down' ? AGAIN_MS : SETTLE_MS);
    return () => clearTimeout(timer);
  }, [edits, clashes, line, waiting, flush]);
  useEffect(() => {
    if (line !== 'down') return;
    const again = setInterval(() => void flush(), AGAIN_MS);
    const online = (): void => void flush();
    window.addEventListener('online', online);
    return () => {
      clearInterval(again);
      window.removeEventListener('online', online);
    };
  }, [line, flush]);

  return {
    valueOf: (path) => (path in edits ? edits[path]!.value : (fields[path]?.value ?? null)),
    field: (path) => fields[path],
    paths: [...new Set([...Object.keys(fields), ...Object.keys(edits)])],
    type: (path, value) => {
      setLine((before) => (before === 'down' ? 'down' : 'waiting'));
      update((all) => ({
        ...all,
        [path]: { value, seen: all[path]?.seen ?? now.current.fields[path]?.revision ?? 0 },
      }));
    },
    settle: (path, mine) => {
      const { [path]: clash, ...rest } = now.current.clashes;
      now.current.clashes = rest;
      setClashes(rest);
      if (clash?.theirs) {
        now.current.fields = { ...now.current.fields, [path]: clash.theirs };
        setFields(now.current.fields);
      }
      const revision = clash?.theirs?.revision ?? 0;
      update(({ [path]: edit, ...all }) => (mine && edit ? { ...all, [path]: { ...edit, seen: revision } } : all));
    },
    clashes,
    line,
    waiting,
    savedAt,
    hash,
    refusal,
    flush,
    saved,
  };
}
