import { lifecycle } from './lifecycle.js';

export type CampaignState = 'draft' | 'launched' | 'concluded' | 'closed' | 'cancelled';
export type CampaignCommand = 'launch' | 'conclude' | 'close' | 'cancel';

/** Concluded: all steps but follow-ups are finished or skipped; closed: the follow-ups too (`docs/rules.md`, Steps). */
export const campaignStates = lifecycle<CampaignState, CampaignCommand, 'closed' | 'cancelled'>(
  'campaign',
  {
    draft: { launch: 'launched', cancel: 'cancelled' },
    launched: { conclude: 'concluded', cancel: 'cancelled' },
    concluded: { close: 'closed', cancel: 'cancelled' },
  },
  {
    initial: 'draft',
    final: ['closed', 'cancelled'],
    ownerOf: { draft: 'launching_officer', launched: 'standing_body', concluded: 'standing_body' },
    clockOf: { draft: 'planned_start', launched: 'campaign_end', concluded: 'last_follow_up' },
  },
);
