import type { Obligation } from '../obligation/obligation.types.js';
import type { Audience } from './ladder.types.js';

/** The bodies of the campaign that a rung may speak to. */
export interface CampaignBodies {
  standingBody: string;
  chairPost: string;
}

type Answerable = Pick<Obligation, 'answeringUnit' | 'answeringPost' | 'receiver'>;

/** The posts a rung speaks to, in the ladder's order; two audiences that resolve to one post give it once. */
export function recipients(obligation: Answerable, audience: Audience[], bodies: CampaignBodies): string[] {
  return [...new Set(audience.map((one) => postOf(one, obligation, bodies)))];
}

function postOf(audience: Audience, obligation: Answerable, { standingBody, chairPost }: CampaignBodies): string {
  const { answeringUnit, answeringPost, receiver } = obligation;
  switch (audience) {
    case 'focal':
      return answeringPost ?? `${answeringUnit}:focal`;
    case 'head':
      return `${answeringUnit}:head`;
    case 'reviewer':
      return `${receiver}:focal`;
    case 'superior':
      return `${receiver}:head`;
    case 'standing_body':
      return `${standingBody}:focal`;
    case 'chair':
      return chairPost;
  }
}
