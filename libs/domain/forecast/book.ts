import type { Audience } from '../ladder/ladder.types.js';
import type { ForecastDates, ForecastEntry, ForecastKind, ForecastLetter, ForecastWarning } from './forecast.types.js';

/** What is told of an entry; what is told again of the same one is added to it. */
export interface Told {
  step?: string;
  level?: string;
  rung?: string;
  ground?: string;
  obligations?: number;
  rounds?: Iterable<string>;
  owner?: Iterable<string>;
  recipients?: Iterable<{ audience: Audience; post: string }>;
  letters?: ForecastLetter[];
  dates?: ForecastDates;
  warnings?: ForecastWarning[];
}

interface Draft extends Omit<ForecastEntry, 'rounds' | 'owner' | 'recipients' | 'letters' | 'warning'> {
  rounds: Set<string>;
  owner: Set<string>;
  audiences: Map<Audience, number>;
  posts: Set<string>;
  letters: ForecastLetter[];
  warnings: Map<string, ForecastWarning>;
}

/** Collects what happens, one entry per instant, step, act and level, in the order of happening. */
export class ForecastBook {
  private readonly drafts = new Map<string, Draft>();

  tell(at: Date, kind: ForecastKind, told: Told = {}): void {
    const { step = null, level = null, rung = null, ground = null } = told;
    const key = [at.getTime(), kind, step, level, rung].join('|');
    const draft = this.drafts.get(key) ?? emptyDraft(at, kind, { step, level, rung, ground });
    this.drafts.set(key, draft);
    draft.obligations += told.obligations ?? 0;
    for (const round of told.rounds ?? []) draft.rounds.add(round);
    for (const post of told.owner ?? []) draft.owner.add(post);
    for (const { audience, post } of told.recipients ?? []) {
      draft.audiences.set(audience, (draft.audiences.get(audience) ?? 0) + 1);
      draft.posts.add(post);
    }
    draft.dates ??= told.dates ?? null;
    draft.letters.push(...(told.letters ?? []));
    for (const warning of told.warnings ?? []) draft.warnings.set(JSON.stringify(warning), warning);
  }

  get entries(): ForecastEntry[] {
    return [...this.drafts.values()].map(({ rounds, owner, audiences, posts, warnings, ...rest }) => ({
      ...rest,
      rounds: rounds.size,
      owner: [...owner].sort(),
      recipients: posts.size ? { audiences: Object.fromEntries(audiences), posts: [...posts].sort() } : null,
      warning: warnings.size ? [...warnings.values()] : null,
    }));
  }
}

type Named = Pick<Draft, 'step' | 'level' | 'rung' | 'ground'>;

const emptyDraft = (at: Date, kind: ForecastKind, named: Named): Draft => ({
  at,
  kind,
  ...named,
  obligations: 0,
  rounds: new Set(),
  owner: new Set(),
  audiences: new Map(),
  posts: new Set(),
  letters: [],
  dates: null,
  warnings: new Map(),
});
