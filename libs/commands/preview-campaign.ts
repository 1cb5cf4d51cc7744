import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/clock';
import { preview, refuse, type Actor, type CampaignDecision, type Preview, type Refusal } from '#libs/domain';
import { ruleBook } from '#libs/rules';
import { Store, type CampaignDoc, type ObligationDoc } from '#libs/store';
import { mayMove } from './extend-together.js';
import { selectOwing, type ObligationSelection } from './select-obligations.js';

/** What a decision would do, and why it would be turned away, if it would. */
export interface CampaignPreview extends Preview {
  campaign: string;
  refusal: Refusal | null;
}

/** Reads what a decision about a campaign's time would do. Stores nothing. */
@Injectable()
export class PreviewCampaign {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  /** @param select for an extension  @returns null where there is no such campaign */
  async of(
    actor: Actor,
    id: string,
    decision: CampaignDecision,
    select: ObligationSelection = {},
  ): Promise<CampaignPreview | null> {
    const campaign = (await this.store.campaigns.findOne(
      { _id: id },
      { projection: { plan: 1, state: 1, suspended: 1, suspensions: 1 } },
    )) as unknown as CampaignDoc | null;
    if (!campaign) return null;
    const now = await this.clock.now();
    const extends_ = decision.command === 'extend';
    const { selected, owing } = await selectOwing(this.store, id, extends_ ? select : {}, now);
    const obligations = extends_ ? selected : await this.unsettled(id);
    const projection = { obligation: 1, clockVersion: 1, act: 1, post: 1, slot: 1 };
    const notices = await this.store.notices
      .find({ campaign: id, state: { $in: ['waiting', 'folded'] } } as never, { projection })
      .toArray();
    const { plan, suspensions = [] } = campaign;
    const found = preview({ decision, actor, now, plan, suspensions, obligations, notices, rules: ruleBook });
    const refusal =
      refusalOf(campaign, decision) ?? (extends_ ? judged(actor, decision, { selected, owing, plan }) : null);
    return { campaign: id, ...found, refusal };
  }

  private async unsettled(campaign: string): Promise<ObligationDoc[]> {
    const outbox = { pending: 0, commands: 0 };
    const found = this.store.obligations.find({ campaign, settled: false } as never, { projection: outbox });
    return await found.toArray();
  }
}

function refusalOf({ state, suspended, suspensions }: CampaignDoc, decision: CampaignDecision): Refusal | null {
  const running = state === 'launched' || state === 'concluded';
  if (decision.command === 'resume') {
    if (!suspended) return refuse('not-suspended');
    return decision.shift === 'by_suspension' && suspensions?.at(-1)?.to !== null
      ? refuse('suspension-not-in-ledger')
      : null;
  }
  if (decision.command === 'cancel' && state === 'draft') return null;
  const taken = running && !(decision.command === 'suspend' && suspended);
  return taken ? null : refuse('not-running', { state });
}

function judged(
  actor: Actor,
  { document }: Extract<CampaignDecision, { command: 'extend' }>,
  what: Pick<Parameters<typeof mayMove>[1], 'selected' | 'owing' | 'plan'>,
): Refusal | null {
  return what.selected.length === 0 ? refuse('extension-selects-nothing') : mayMove(actor, { ...what, document });
}
