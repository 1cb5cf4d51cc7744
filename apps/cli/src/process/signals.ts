import { readFileSync } from 'node:fs';

const PARENT_CHECK_MS = 1000;

/**
 * Stops once on Ctrl-C, SIGTERM, SIGHUP, or when the `npm` that started us is gone; a second signal leaves at once
 * (the children then end by themselves, because their channel to us closes).
 */
export function stopOnSignals(stop: () => Promise<void>): void {
  let stopping = false;
  const end = () => {
    if (stopping) process.exit(130);
    stopping = true;
    stop().then(
      () => process.exit(0),
      (error: Error) => {
        console.error(error.message);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  if (process.env['npm_lifecycle_event']) watchParents(() => stopping || end());
}

/** npm does not take us down when it is killed with -9. Between npm and us there may be a shell. */
function watchParents(gone: () => void): void {
  const parents = () => [process.ppid, parentOf(process.ppid)].join();
  const first = parents();
  setInterval(() => parents() !== first && gone(), PARENT_CHECK_MS).unref();
}

/** Parent of a process on Linux; elsewhere only the direct parent is watched. */
function parentOf(pid: number): string {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return /^Name:\s*(?:sh|dash|bash)$/m.test(status) ? (/^PPid:\s*(\d+)/m.exec(status)?.[1] ?? '') : '';
  } catch {
    return '';
  }
}
