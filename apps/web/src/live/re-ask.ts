import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { LiveView } from '../api/contracts';

/** First words of the keys under which a topic is read. A screen that shows it adds its own. */
const READ_AS: Record<LiveView['about'][number] | 'campaigns', string[]> = {
  work: ['work', 'month'],
  queue: ['queue', 'work', 'month'],
  notices: ['notices', 'work'],
  campaigns: ['overview', 'matrix', 'late', 'timeline', 'obligation', 'pledges', 'covenants', 'covenant'],
};
const ALL = new Set(Object.values(READ_AS).flat());
/** Least time between two looks at the same, ms: a hundred units handing in are not a hundred looks. */
const PACE_MS = { work: 2_000, queue: 2_000, notices: 2_000, campaigns: 15_000 };

/** Asks again for what was named, soon after the last time at the earliest. */
export class ReAsk {
  private readonly last = new Map<string, number>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(private readonly client: QueryClient) {}

  changed({ about, campaigns }: LiveView): void {
    for (const topic of about) this.soon(topic, ({ queryKey }) => READ_AS[topic].includes(String(queryKey[0])));
    for (const id of campaigns)
      this.soon(
        'campaigns',
        ({ queryKey }) => READ_AS.campaigns.includes(String(queryKey[0])) && speaksOf(queryKey, id),
        id,
      );
  }

  again(): void {
    this.ask(({ queryKey }) => ALL.has(String(queryKey[0])));
  }

  stop(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
  }

  private soon(topic: keyof typeof PACE_MS, names: (query: { queryKey: QueryKey }) => boolean, id = ''): void {
    const key = `${topic} ${id}`;
    if (this.timers.has(key)) return;
    const wait = Math.max(0, (this.last.get(key) ?? 0) + PACE_MS[topic] - Date.now());
    const timer = setTimeout(() => {
      this.timers.delete(key);
      this.last.set(key, Date.now());
      this.ask(names);
    }, wait);
    this.timers.set(key, timer);
  }

  /** A form that is being filled in is not replaced under the hand. */
  private ask(names: (query: { queryKey: QueryKey }) => boolean): void {
    void this.client.invalidateQueries({ predicate: (query) => names(query) && !query.queryKey.includes('form') });
  }
}

/** Of more than one campaign. */
const OF_MANY = ['overview', 'covenants'];

/** Keys tell the campaign by its code, in a path or in the id of a paper. */
const speaksOf = (key: QueryKey, campaign: string): boolean =>
  OF_MANY.includes(String(key[0])) ||
  key.some((part) => typeof part === 'string' && (part === campaign || part.split(/[/.]/).includes(campaign)));
