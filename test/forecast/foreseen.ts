import type { ForecastEntry } from '#libs/domain';
import { letterLine, line, noticeLine } from './lines.js';

/** Told for whoever reads ahead; the journal knows it from what follows. */
const NOT_JOURNALED = ['minutes_asked'];

/** What the forecast says will happen, one line each, as `happened` writes what did. */
export function foreseen(entries: readonly ForecastEntry[]): string[] {
  return entries
    .filter(({ kind }) => !NOT_JOURNALED.includes(kind))
    .flatMap(linesOf)
    .sort();
}

function linesOf(entry: ForecastEntry): string[] {
  const { at, kind, step, level, rung, obligations, rounds, owner, recipients, letters, ground } = entry;
  switch (kind) {
    case 'mail':
    case 'instant_mail':
      return letters.map((letter) => letterLine(at, letter));
    case 'launched':
    case 'concluded':
    case 'closed':
      return [line(at, kind)];
    case 'step_skipped':
      return [line(at, kind, step, ground)];
    case 'step_opened':
      return [line(at, kind, step, obligations)];
    case 'step_finished':
    case 'session_called':
    case 'session_counted':
      return [line(at, kind, step)];
    case 'round_finished':
      return [line(at, kind, step, level, rounds)];
    case 'parked':
      return [line(at, kind, step, level, obligations)];
    case 'rests':
      return [line(null, kind, step, level, obligations)];
    default: {
      const turn = kind === 'lock' ? [] : owner;
      const act = line(at, kind, step, level, rung, obligations, rounds, turn.join(' '));
      const told = Object.entries(recipients?.audiences ?? {}).map(([audience, count]) =>
        noticeLine(at, { step, level, rung, audience, count }),
      );
      const posts = recipients ? [line(at, 'told', step, level, rung, recipients.posts.join(' '))] : [];
      return [act, ...told, ...posts];
    }
  }
}
