import type { SignedIn } from './actor.js';
import { filterOf, type Filter } from './filter.js';
import { may } from './may.js';
import type { Action, Subject } from './policy.js';
import type { World } from './world.fixture.js';

type Listed = 'obligation' | 'campaign' | 'preparation';
export const LISTED: Listed[] = ['obligation', 'campaign', 'preparation'];

/** Actions that say something about each kind. */
export const ACTIONS: Record<Listed, Action[]> = {
  obligation: ['read', 'review', 'answer', 'submit', 'accept', 'release', 'launch'],
  campaign: ['read', 'survey', 'launch', 'nudge', 'submit'],
  preparation: ['read', 'prepare', 'launch', 'accept'],
};

export const storedOf = (world: World, kind: Listed): { _id: string }[] => world[`${kind}s`];

function subjectsOf(world: World, kind: Listed): [string, Subject][] {
  const bodies = new Map(world.campaigns.map(({ _id, plan }) => [_id, plan]));
  if (kind === 'campaign') return world.campaigns.map(({ _id, plan }) => [_id, { kind, bodies: plan }]);
  if (kind === 'preparation') return world.preparations.map((one) => [one._id, { ...one, kind }]);
  return world.obligations.map((one) => [one._id, { ...one, kind, bodies: bodies.get(one.campaign)! }]);
}

/** Documents that the policy allows one by one, as a page or a command asks. */
export const oneByOne = (world: World, reader: SignedIn, action: Action, kind: Listed): string[] =>
  subjectsOf(world, kind).flatMap(([id, subject]) => (may(reader, action, subject) === null ? [id] : []));

/** Documents that a list shows. @param find runs a filter on the stored documents of a kind, by id */
export async function asListed(
  find: (kind: Listed, filter: Filter) => Promise<string[]>,
  reader: SignedIn,
  action: Action,
  kind: Listed,
): Promise<string[]> {
  const led = reader.role === 'administrator' ? [] : await find('campaign', filterOf(reader, 'survey', 'campaign'));
  return find(kind, filterOf(reader, action, kind, { led }));
}
