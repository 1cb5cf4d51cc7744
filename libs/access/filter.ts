import { rulesToCondition } from '@casl/ability/extra';
import { abilityOf } from './ability.js';
import type { Reader } from './actor.js';
import type { Action } from './policy.js';

export type Filter = Record<string, unknown>;

/** What the documents of a list do not say themselves. */
export interface Known {
  /** Campaigns that the reader's unit launched or looks after: `ledCampaigns`. */
  led?: readonly string[];
  /** Posts of the reader's unit. */
  posts?: readonly string[];
}

/** Facts that stand elsewhere in the stored documents than in a subject. A kind that is listed is an entry here, and nothing else. */
const STORED = {
  obligation: ledBy,
  campaign: ([fact, test]) => [fact.replace(/^bodies\./, 'plan.'), test],
  preparation: (one) => one,
  mail: ([fact, test], { posts = [] }) => (fact === 'units' ? ['posts', { $in: [...posts] }] : [fact, test]),
} satisfies Record<string, (condition: [string, unknown], known: Known) => [string, unknown]>;

function ledBy([fact, test]: [string, unknown], { led = [] }: Known): [string, unknown] {
  return fact.startsWith('bodies.') ? ['campaign', { $in: [...led] }] : [fact, test];
}

const NOTHING: Filter = { _id: { $in: [] } };

/**
 * The documents on which `may(reader, action, …)` allows, as a filter for lists: the same rules, said in MongoDB's language.
 * @returns `{}` where all are allowed
 */
export function filterOf(reader: Reader, action: Action, kind: keyof typeof STORED, known: Known = {}): Filter {
  const said = STORED[kind];
  const filter = rulesToCondition(
    abilityOf(reader).rulesFor(action, kind),
    ({ conditions }): Filter =>
      Object.fromEntries(Object.entries((conditions ?? {}) as Filter).map((condition) => said(condition, known))),
    { and: ($and): Filter => ({ $and }), or: (all): Filter => ({ $or: unlike(all) }), empty: (): Filter => ({}) },
  );
  return filter ?? NOTHING;
}

/** Both bodies of a campaign are the same list of campaigns. */
const unlike = (all: Filter[]): Filter[] => [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
