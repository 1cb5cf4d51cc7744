import { ApiProblem, openStream, type Viewer } from '../api/client';
import type { LiveView } from '../api/contracts';

/** A line that says nothing for so long is cut, ms: the server gives a sign of life every 15 seconds. */
const SILENCE_MS = 45_000;

export interface Ear {
  opened: () => void;
  changed: (view: LiveView) => void;
  /** Something may have been missed. */
  again: () => void;
}

/** Listens until the line breaks or the signal ends it. @throws ApiProblem where the server lets nobody listen */
export async function listen(viewer: Viewer, ear: Ear, signal: AbortSignal): Promise<void> {
  const stop = new AbortController();
  const end = (): void => stop.abort();
  signal.addEventListener('abort', end);
  let silence = setTimeout(end, SILENCE_MS);
  try {
    const body = await openStream(viewer, '/live', stop.signal);
    ear.opened();
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      clearTimeout(silence);
      silence = setTimeout(end, SILENCE_MS);
      const parts = `${rest}${value}`.split('\n\n');
      rest = parts.pop() ?? '';
      for (const part of parts) hear(part, ear);
    }
  } catch (error) {
    if (error instanceof ApiProblem) throw error;
  } finally {
    clearTimeout(silence);
    signal.removeEventListener('abort', end);
  }
}

/** One message of the stream: `event: name`, `data: json`. Comments are signs of life. */
function hear(message: string, ear: Ear): void {
  const field = (name: string): string | undefined => new RegExp(`^${name}: ?(.*)$`, 'm').exec(message)?.[1];
  const event = field('event');
  if (event === 'again') ear.again();
  if (event === 'changed') ear.changed(JSON.parse(field('data') ?? '{}') as LiveView);
}
