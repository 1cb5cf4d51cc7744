import fc from 'fast-check';
import type { SignedIn } from './actor.js';
import type { CampaignBodies } from './policy.js';

/** A small country: few units, so that readers, papers and campaigns meet often. */
export interface World {
  /** Parent of each unit but the first. */
  parents: Record<string, string>;
  campaigns: { _id: string; plan: CampaignBodies }[];
  obligations: StoredObligation[];
  preparations: { _id: string; owner: string; launchingUnit: string | null; standingBody: string | null }[];
}

export interface StoredObligation {
  _id: string;
  campaign: string;
  subject: string;
  answeringUnit: string;
  answeringPost?: string;
  receiver: string;
  ancestors: string[];
}

export const ROLES = ['focal', 'head', 'chair', 'member', 'administrator'];

/** Units from the parent upwards. */
export function aboveIn({ parents }: Pick<World, 'parents'>, unit: string): string[] {
  const parent = parents[unit];
  return parent === undefined ? [] : [parent, ...aboveIn({ parents }, parent)];
}

export const readerIn = (world: Pick<World, 'parents'>, unit: string, role: string): SignedIn => ({
  ...{ person: null, post: `${unit}:${role}`, unit, role },
  above: aboveIn(world, unit),
});

const some = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(of, { minLength: 1, maxLength: 8 });
const numbered = <T extends object>(kind: string, all: T[]): (T & { _id: string })[] =>
  all.map((one, n) => ({ ...one, _id: `${kind}${n}` }));

/** Papers stand in any unit, may be moved to another, are collected anywhere above or beside, and some are one member's own. */
export const worlds: fc.Arbitrary<World> = fc.array(fc.nat(), { minLength: 2, maxLength: 7 }).chain((under) => {
  const units = ['u0', ...under.map((_, n) => `u${n + 1}`)];
  const parents = Object.fromEntries(under.map((to, n) => [`u${n + 1}`, units[to % (n + 1)]!]));
  const unit = fc.constantFrom(...units);
  const maybe = fc.option(unit);
  const plan = fc.record({ launchingUnit: unit, standingBody: unit });
  const campaigns = some(fc.record({ plan })).map((all) => numbered('c', all));
  const paper = (ids: string[]) =>
    fc
      .record({
        ...{ campaign: fc.constantFrom(...ids), subject: unit, answeringUnit: unit, receiver: unit },
        role: fc.option(fc.constantFrom(...ROLES), { freq: 2 }),
      })
      .map(({ role, ...owed }) => ({
        ...owed,
        ancestors: aboveIn({ parents }, owed.subject),
        ...(role === null ? {} : { answeringPost: `${owed.answeringUnit}:${role}` }),
      }));
  const preparation = fc.record({ owner: unit, launchingUnit: maybe, standingBody: maybe });
  return campaigns.chain((made) =>
    fc.record({
      parents: fc.constant(parents),
      campaigns: fc.constant(made),
      obligations: some(paper(made.map(({ _id }) => _id))).map((all) => numbered('o', all)),
      preparations: some(preparation).map((all) => numbered('p', all)),
    }),
  );
});
