/** Ids are built here and nowhere else. Parts never contain dots; ids never contain slashes. */
export const obligationId = (campaign: string, step: string, kind: string, subject: string, line = 'main'): string =>
  [campaign, step, kind, subject, line].join('.');

/** Step and kind that an obligation's id speaks of. */
export function readObligationId(id: string): { step: string; kind: string } {
  const [, step = '', kind = ''] = id.split('.');
  return { step, kind };
}

/** A round: what one collecting unit expects on one level of one step. */
export const roundId = (campaign: string, step: string, level: string, collector: string): string =>
  [campaign, step, level, collector].join('.');

export const cohortId = (campaign: string, step: string, level: string, n: number): string =>
  ['cohort', campaign, step, level, n].join('.');

export const campaignProcessId = (campaign: string): string => `campaign.${campaign}`;
export const sessionProcessId = (session: string): string => `session.${session}`;
export const sessionId = (campaign: string, step: string): string => `${campaign}.${step}`;

/** A mail slot is named by its instant; `instant` mail has one long-lived dispatch. */
export const INSTANT_SLOT = 'instant';
export const slotId = (at: Date): string => at.toISOString().slice(0, 16).replace(/[:]/g, '');
export const dispatchProcessId = (slot: string): string => `dispatch.${slot}`;

export const unitOfPost = (post: string): string => post.slice(0, post.indexOf(':'));
