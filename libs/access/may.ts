import type { Obligation, Refusal } from '#libs/domain';
import { abilityOf } from './ability.js';
import type { Reader } from './actor.js';
import type { Action, CampaignBodies, Subject } from './policy.js';
import { notAllowed } from './refusals.js';

/**
 * Judges one document by the one policy; lists are judged by `filterOf`.
 * @returns null when allowed, else a refusal in words
 */
export function may(reader: Reader, action: Action, subject: Subject): Refusal | null {
  if (abilityOf(reader).can(action, subject)) return null;
  return notAllowed(reader === 'everyone' ? { post: '–' } : reader, action);
}

/** Whether a reader sees all of a campaign, and not only what touches the own subtree. */
export const seesAll = (reader: Reader, bodies: CampaignBodies): boolean =>
  may(reader, 'survey', { kind: 'campaign', bodies }) === null;

/** Whether a unit is the reader's or stands below it: figures of a whole subtree are shown to who stands at its head or above. */
export const seesSubtree = (reader: Reader, unit: string, above: readonly string[]): boolean =>
  may(reader, 'survey', { kind: 'unit', unit, above }) === null;

/** Whether a reader sees what is in a paper: everything that may be read, but of a vote only the member's own. */
export const seesContent = (reader: Reader, owed: Votable): boolean =>
  owed.kind !== 'vote' ||
  may(reader, 'see_ballot', { ...owed, kind: 'obligation', bodies: { launchingUnit: '', standingBody: '' } }) === null;

type Votable = Pick<Obligation, 'kind' | 'subject' | 'answeringUnit' | 'answeringPost' | 'receiver' | 'ancestors'>;
