import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/clock';
import { movesForEverybody, refuse, type Actor, type CampaignPlan, type DocumentRef, type Refusal } from '#libs/domain';
import { Store, type CampaignDoc, type ObligationDoc } from '#libs/store';
import { CampaignCommands } from './campaign-commands.js';
import { ObligationCommands, type RequestMeta } from './obligation-commands.js';
import type { Outcome } from './outcome.js';
import { selectOwing, type ObligationSelection } from './select-obligations.js';

export interface ExtendTogether {
  select: ObligationSelection;
  lastDay: string;
  reason: string;
  document?: DocumentRef | undefined;
}

export interface ExtendedTogether {
  campaign: string;
  at: Date;
  lastDay: string;
  /** Ids, also of those that an earlier request under the same key had extended. */
  extended: string[];
  refused: { obligation: string; code: string; reason: string }[];
}

/** Obligations written side by side; they share their trips to the store. */
const SIDE_BY_SIDE = 32;

/**
 * The same last day for many obligations: ordered once on the campaign, then obligation by obligation in guarded writes under keys
 * derived from the request's, so a request that was cut is finished by its repetition and a finished one changes nothing.
 */
@Injectable()
export class ExtendTogetherCommand {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly campaigns: CampaignCommands,
    private readonly obligations: ObligationCommands,
  ) {}

  async execute(
    actor: Actor,
    id: string,
    request: ExtendTogether,
    meta: RequestMeta,
  ): Promise<Outcome<ExtendedTogether>> {
    const { select, lastDay, reason, document } = request;
    const { selected, owing } = await selectOwing(this.store, id, select, await this.clock.now());
    const judged = (campaign: CampaignDoc): Refusal | null =>
      selected.length === 0
        ? refuse('extension-selects-nothing')
        : mayMove(actor, { selected, owing, document, plan: campaign.plan });
    const order = await this.campaigns.orderExtension(actor, id, { ...request, count: selected.length }, meta, judged);
    if (!order.ok) return refusedAs(order);
    const result: ExtendedTogether = { campaign: id, at: order.receipt.at, lastDay, extended: [], refused: [] };
    const command = { type: 'extend', lastDay, reason, ...(document && { document }) } as const;
    for (let from = 0; from < selected.length; from += SIDE_BY_SIDE) {
      const page = selected.slice(from, from + SIDE_BY_SIDE);
      const outcomes = await Promise.all(
        page.map(({ _id }) => this.obligations.execute(actor, _id, command, { key: `${meta.key}/${_id}` })),
      );
      outcomes.forEach((outcome, at) => {
        const obligation = page[at]!._id;
        if (outcome.ok) result.extended.push(obligation);
        else result.refused.push({ obligation, code: outcome.code, reason: outcome.reason });
      });
    }
    return { ok: true, receipt: result, replayed: order.replayed };
  }
}

/** A date that the plan wrote for everybody is moved by who signs for the plan, with a document (row 29). */
export function mayMove(
  actor: Actor,
  what: {
    selected: readonly ObligationDoc[];
    owing: readonly ObligationDoc[];
    document: DocumentRef | null | undefined;
    plan: CampaignPlan;
  },
): Refusal | null {
  const { selected, owing, document, plan } = what;
  if (!movesForEverybody(selected, owing, plan)) return null;
  if (!signsFor(actor, plan)) return refuse('extension-needs-chair', { post: actor.post });
  return document ? null : refuse('extension-needs-document');
}

/** The chair at the top of the plan, or who stands in for them at the head of the launching body. */
const signsFor = ({ post, unit, role }: Actor, { chairPost, launchingUnit }: CampaignPlan): boolean =>
  post === chairPost || (unit === launchingUnit && (role === 'chair' || role === 'head'));

const STATUS: Record<string, 403 | 422> = { 'extension-needs-chair': 403, 'extension-needs-document': 422 };

function refusedAs<R>(outcome: Extract<Outcome<unknown>, { ok: false }>): Outcome<R> {
  return { ...outcome, status: STATUS[outcome.code] ?? outcome.status };
}
