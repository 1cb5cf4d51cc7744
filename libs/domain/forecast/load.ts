import { localDateOf, type LocalDate } from '../time/local-date.js';
import type { ForecastEntry } from './forecast.types.js';

/** What one day brings where nobody acts. */
export interface DayLoad {
  day: LocalDate;
  /** Letters that leave, and those for whom nobody can be found. */
  letters: number;
  undelivered: number;
  /** Obligations that open, and that fall due. */
  opened: number;
  due: number;
}

/** What one post is given where nobody acts. */
export interface PostLoad {
  post: string;
  /** Obligations that open for it. */
  opened: number;
  letters: number;
}

/** Days on which anything is sent, opened or due, in order; posts with the most to do first, then by id. */
export function loadOf(entries: readonly ForecastEntry[]): { days: DayLoad[]; posts: PostLoad[] } {
  const days = new Map<LocalDate, DayLoad>();
  const posts = new Map<string, PostLoad>();
  const dayOf = (at: Date): DayLoad => {
    const day = localDateOf(at);
    return kept(days, day, { day, letters: 0, undelivered: 0, opened: 0, due: 0 });
  };
  const postOf = (post: string): PostLoad => kept(posts, post, { post, opened: 0, letters: 0 });
  for (const { at, kind, obligations, owner, letters, dates } of entries) {
    if (kind === 'open') {
      dayOf(at).opened += obligations;
      if (dates) dayOf(dates.dueAt).due += obligations;
      for (const post of owner) postOf(post).opened += 1;
    }
    for (const { outcome, posts: readers } of letters.filter((one) => one.outcome !== 'withdrawn')) {
      dayOf(at)[outcome === 'sent' ? 'letters' : 'undelivered'] += 1;
      for (const post of readers) postOf(post).letters += 1;
    }
  }
  return {
    days: [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1)),
    posts: [...posts.values()].sort(
      (a, b) => b.opened - a.opened || b.letters - a.letters || (a.post < b.post ? -1 : 1),
    ),
  };
}

function kept<K, V>(known: Map<K, V>, key: K, fresh: V): V {
  const found = known.get(key);
  if (found) return found;
  known.set(key, fresh);
  return fresh;
}
