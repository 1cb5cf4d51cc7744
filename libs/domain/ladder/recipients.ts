import type { Obligation } from '../obligation/obligation.types.js';
import type { Audience } from './ladder.types.js';
import { RecipientMissing } from './recipient-missing.js';

/** The bodies of the campaign that a rung may speak to. */
export interface CampaignBodies {
  standingBody: string;
  chairPost: string;
}

type Answerable = Pick<Obligation, 'answeringUnit' | 'answeringPost' | 'receiver'>;

/**
 * The posts a rung speaks to, in the ladder's order; two audiences that resolve to one post give it once.
 * @throws RecipientMissing where the record names nobody for an audience
 */
export function recipients(obligation: Answerable, audience: Audience[], bodies: CampaignBodies): string[] {
  return [...new Set(audience.map((one) => postOf(one, obligation, bodies)))];
}

function postOf(audience: Audience, obligation: Answerable, { standingBody, chairPost }: CampaignBodies): string {
  const { answeringUnit, answeringPost, receiver } = obligation;
  const known = (name: string | undefined): string => {
    if (!name) throw new RecipientMissing(audience);
    return name;
  };
  switch (audience) {
    case 'focal':
      return answeringPost ?? `${known(answeringUnit)}:focal`;
    case 'head':
      return `${known(answeringUnit)}:head`;
    case 'reviewer':
      return `${known(receiver)}:focal`;
    case 'superior':
      return `${known(receiver)}:head`;
    case 'standing_body':
      return `${known(standingBody)}:focal`;
    case 'chair':
      return known(chairPost);
  }
}
