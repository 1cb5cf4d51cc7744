import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ApiProblem } from '../api/client';
import { usePost } from '../sign-in/use-post';
import { listen } from './listen';
import { setLive } from './pace';
import { ReAsk } from './re-ask';

const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 60_000;

/** Keeps a line to the server while the window is looked at; without it lists ask by themselves as before. */
export function Live() {
  const { viewer } = usePost();
  const client = useQueryClient();
  const { way, post } = viewer;
  useEffect(() => {
    if (way === 'everyone' || post === null) return;
    const over = new AbortController();
    const ask = new ReAsk(client);
    void keepListening({ way, post }, ask, over.signal);
    return () => {
      over.abort();
      ask.stop();
      setLive(false);
    };
  }, [client, way, post]);
  return null;
}

async function keepListening(viewer: Parameters<typeof listen>[0], ask: ReAsk, over: AbortSignal): Promise<void> {
  let wait = FIRST_WAIT_MS;
  let missed = false;
  while (!over.aborted) {
    await looked(over);
    const hidden = new AbortController();
    const stop = (): void => {
      if (document.hidden || over.aborted) hidden.abort();
    };
    // a browser keeps six lines to one server for all its windows: a window that nobody sees gives its line back
    document.addEventListener('visibilitychange', stop);
    over.addEventListener('abort', stop);
    const opened = (): void => {
      setLive(true);
      if (missed) ask.again();
      missed = true;
      wait = FIRST_WAIT_MS;
    };
    try {
      await listen(viewer, { opened, changed: (view) => ask.changed(view), again: () => ask.again() }, hidden.signal);
    } catch (error) {
      wait = LONGEST_WAIT_MS;
      // who is not let in is told so by the next list that asks
      if (error instanceof ApiProblem && error.status < 429) return;
    } finally {
      document.removeEventListener('visibilitychange', stop);
      over.removeEventListener('abort', stop);
      if (!over.aborted) setLive(false);
    }
    if (!hidden.signal.aborted) {
      await waited(wait * (0.75 + Math.random() / 2), over);
      wait = Math.min(LONGEST_WAIT_MS, wait * 2);
    }
  }
}

/** Until somebody looks at the window. */
const looked = (over: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const check = (): void => {
      if (document.hidden && !over.aborted) return;
      document.removeEventListener('visibilitychange', check);
      resolve();
    };
    document.addEventListener('visibilitychange', check);
    over.addEventListener('abort', check);
    check();
  });

const waited = (ms: number, over: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    over.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
