import { useSyncExternalStore } from 'react';

/** While the server tells what changed, lists still ask so rarely, ms: what was not told is seen by and by. */
const RARELY_MS = 300_000;

let live = false;
const watchers = new Set<() => void>();

export function setLive(now: boolean): void {
  if (live === now) return;
  live = now;
  document.documentElement.dataset['live'] = now ? 'open' : 'off';
  for (const watcher of watchers) watcher();
}

const watch = (watcher: () => void): (() => void) => {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
};

/** How often a list asks by itself, ms: rarely while this window is told of changes. @param ms without that */
export const usePace = (ms: number): number => (useSyncExternalStore(watch, () => live) ? RARELY_MS : ms);
