import type { ForecastEntryView } from '#libs/contracts/http/index.js';
import {
  rungTitle,
  say,
  sayCause,
  type CampaignPlan,
  type ForecastEntry,
  type ForecastLetter,
  type ForecastWarning,
  type Language,
} from '#libs/domain';

export interface ForecastViewOptions {
  language: Language;
  /** Names every post instead of counting them. */
  posts?: boolean;
}

/** Entries as people and programs read them: sentences, and counts in the place of long lists. */
export function forecastView(
  entries: readonly ForecastEntry[],
  plan: CampaignPlan,
  options: ForecastViewOptions,
): ForecastEntryView[] {
  const titles = new Map(plan.steps.map(({ id, title }) => [id, title]));
  return entries.map((entry) => entryView(entry, titles.get(entry.step ?? '') ?? null, options));
}

function entryView(entry: ForecastEntry, title: string | null, options: ForecastViewOptions): ForecastEntryView {
  const { at, step, kind, level, rung, ground, obligations, rounds, owner, recipients, warning } = entry;
  const { language } = options;
  const letters = lettersOf(entry);
  return {
    at: at.toISOString(),
    step,
    kind,
    text: say(`forecast.${kind}`, { title, level, ground, obligations, rounds, ...letters }, language),
    level,
    rung,
    rungText: rung === null ? null : rungTitle(rung, language),
    obligations,
    rounds,
    owner: owner.length ? { ...ownerOf(owner), ...listed(owner, options) } : null,
    recipients: recipients && {
      audiences: recipients.audiences,
      count: recipients.posts.length,
      ...listed(recipients.posts, options),
    },
    letters,
    dates: entry.dates && {
      cutoff: entry.dates.cutoff,
      dueAt: entry.dates.dueAt.toISOString(),
      graceUntil: entry.dates.graceUntil?.toISOString() ?? null,
      lockAt: entry.dates.lockAt?.toISOString() ?? null,
    },
    warning: warning && warning.map((one) => ({ code: one.code, text: warningText(one, language) })),
  };
}

function ownerOf(posts: string[]): { post: string | null; role: string | null; count: number } {
  const roles = new Set(posts.map((post) => post.slice(post.indexOf(':') + 1).replace(/^member-.*/, 'member')));
  return {
    post: posts.length === 1 ? posts[0]! : null,
    role: roles.size === 1 ? [...roles][0]! : null,
    count: posts.length,
  };
}

function lettersOf({ kind, letters }: ForecastEntry): ForecastEntryView['letters'] {
  if (kind !== 'mail' && kind !== 'instant_mail') return null;
  const number = (outcome: ForecastLetter['outcome']): number =>
    letters.filter((one) => one.outcome === outcome).length;
  return { sent: number('sent'), failed: number('failed'), withdrawn: number('withdrawn') };
}

const listed = (posts: string[], { posts: wanted }: ForecastViewOptions): { posts?: string[] } =>
  wanted ? { posts } : {};

function warningText({ code, data, cause }: ForecastWarning, language: Language): string {
  return say(`forecast.${code}`, cause ? { ...data, cause: sayCause(cause, language) } : data, language);
}
