import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/clock';
import { campaignProcessId } from '#libs/contracts';
import {
  refuse,
  waitingSteps,
  type Actor,
  type CampaignPlan,
  type DocumentRef,
  type EventType,
  type Refusal,
  type ShiftDecision,
  type Suspension,
} from '#libs/domain';
import type { ParentLink } from '#libs/domain/preparation/index.js';
import {
  contentHash,
  insertMissing,
  keepNote,
  newProcess,
  newRecord,
  raiseNudges,
  Store,
  type CampaignDoc,
} from '#libs/store';
import { guardedWrite } from './guarded-write.js';
import type { RequestMeta } from './obligation-commands.js';
import { refused, type Outcome } from './outcome.js';

export interface CampaignReceipt {
  campaign: string;
  command: string;
  state: string;
  at: Date;
  revision: number;
}

/** Where a campaign comes from: the preparation, the hash of its ground, and the campaign it carries out. */
export interface Prepared {
  preparation: string;
  ground: string;
  parent: ParentLink | null;
}

/** How a campaign goes on after a suspension. */
export interface ResumeRequest {
  reason: string;
  shift?: ShiftDecision | undefined;
  document?: DocumentRef | undefined;
}

/** What a bulk extension says of itself; `count` is what it found, and no part of what was asked. */
export interface ExtensionOrder {
  select: object;
  lastDay: string;
  reason: string;
  document?: DocumentRef | undefined;
  count: number;
}

/** Commands on a campaign's record; its workflow is only nudged, never asked. */
@Injectable()
export class CampaignCommands {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  /**
   * Creates the draft under its code; the same plan again is the same draft, another plan under a taken code is refused.
   * A key used for another plan gives 422, also when that plan has another code.
   * @param prepared the preparation it comes from; the hash of its ground stands in the journal
   */
  async draft(
    actor: Actor,
    plan: CampaignPlan,
    meta?: RequestMeta,
    prepared?: Prepared,
  ): Promise<Outcome<CampaignReceipt>> {
    const at = await this.clock.now();
    const key = meta && `${actor.post}|${meta.key}`;
    const bodyHash = contentHash({ command: 'draft', plan });
    const known = key
      ? await this.store.campaigns.findOne({ 'commands.key': key } as never, { projection: { commands: 1 } })
      : null;
    const before = known?.commands.find((command) => command.key === key);
    if (before && before.bodyHash !== bodyHash)
      return { ...refused<CampaignReceipt>(refuse('key-reused', { key: meta!.key })), status: 422 } as never;
    if (before) return { ok: true, receipt: before.receipt as unknown as CampaignReceipt, replayed: true };
    const receipt: CampaignReceipt = { campaign: plan.code, command: 'draft', state: 'draft', at, revision: 0 };
    const event = {
      type: 'drafted' as const,
      at,
      actor: { post: actor.post, person: actor.person },
      data: {
        source: plan.source,
        ...(prepared && { preparation: prepared.preparation, ground: prepared.ground }),
      },
    };
    const created = await insertMissing(this.store.campaigns, [
      {
        ...newRecord(plan.code, plan.code, [event]),
        commands: key ? [{ key, bodyHash, receipt: { ...receipt } }] : [],
        plan,
        state: 'draft',
        suspended: false,
        steps: waitingSteps(plan),
        launchedAt: null,
        concludedAt: null,
        closedAt: null,
        ...(prepared && {
          prepared: { preparation: prepared.preparation, ground: prepared.ground },
          parent: prepared.parent,
        }),
      },
    ]);
    if (created > 0) return { ok: true, receipt, replayed: false };
    const there = await this.store.campaigns.findOne(
      { _id: plan.code },
      { projection: { plan: 1, state: 1, revision: 1 } },
    );
    const same = contentHash(there!.plan) === contentHash(plan);
    if (!same) return refused(refuse('code-taken', { code: plan.code }));
    return { ok: true, receipt: { ...receipt, state: there!.state, revision: there!.revision }, replayed: true };
  }

  async launch(actor: Actor, id: string, meta: RequestMeta): Promise<Outcome<CampaignReceipt>> {
    const process = {
      _id: campaignProcessId(id),
      type: 'campaignWorkflow',
      campaign: id,
      step: null,
      level: null,
    } as const;
    return this.change(actor, id, 'launch', {}, meta, async (campaign, at) => {
      if (campaign.state !== 'draft') return refuse('not-a-draft', { state: campaign.state });
      await insertMissing(this.store.processes, [newProcess(process)]);
      return { next: { state: 'launched', launchedAt: at }, type: 'launched', data: { steps: campaign.steps.length } };
    });
  }

  /** Suspended: nothing is reminded, urged or escalated; submission stays open. */
  async suspend(actor: Actor, id: string, reason: string, meta: RequestMeta): Promise<Outcome<CampaignReceipt>> {
    return this.change(actor, id, 'suspend', { reason }, meta, async (campaign, at) => {
      if (campaign.suspended || !running(campaign)) return refuse('not-running', { state: campaign.state });
      const suspensions = begun(campaign.suspensions, actor, at);
      return {
        next: { suspended: true, suspensions },
        type: 'suspended',
        data: await this.note(actor, id, reason, meta),
      };
    });
  }

  /** The engine goes on; whether the clocks that stood open are moved by the days that were lost is part of the decision. */
  async resume(actor: Actor, id: string, request: ResumeRequest, meta: RequestMeta): Promise<Outcome<CampaignReceipt>> {
    const { reason, shift = 'keep', document = null } = request;
    return this.change(actor, id, 'resume', { reason, shift, document }, meta, async (campaign, at) => {
      if (!campaign.suspended) return refuse('not-suspended');
      const suspensions = ended(campaign.suspensions, { to: at, resumedBy: actor.post, shift, document });
      if (!suspensions && shift === 'by_suspension') return refuse('suspension-not-in-ledger');
      const data = { shift, ...(document && { document }), ...(await this.note(actor, id, reason, meta)) };
      return { next: { suspended: false, ...(suspensions && { suspensions }) }, type: 'resumed', data };
    });
  }

  /** Raises the campaign's nudge; the relay tells its workflow, also after an outage. */
  async nudge(id: string): Promise<{ campaign: string; nudged: boolean }> {
    const process = campaignProcessId(id);
    const known = (await this.store.processes.countDocuments({ _id: process }, { limit: 1 })) === 1;
    await raiseNudges(this.store, [process]);
    return { campaign: id, nudged: known };
  }

  async cancel(actor: Actor, id: string, reason: string, meta: RequestMeta): Promise<Outcome<CampaignReceipt>> {
    return this.change(actor, id, 'cancel', { reason }, meta, async (campaign) => {
      if (!running(campaign) && campaign.state !== 'draft') return refuse('not-running', { state: campaign.state });
      return { next: { state: 'cancelled' }, type: 'cancelled', data: await this.note(actor, id, reason, meta) };
    });
  }

  /** The order of an extension for many, in the campaign's own journal; its effects follow obligation by obligation. */
  async orderExtension(
    actor: Actor,
    id: string,
    order: ExtensionOrder,
    meta: RequestMeta,
    judge: (campaign: CampaignDoc) => Refusal | null,
  ): Promise<Outcome<CampaignReceipt>> {
    const { count, ...body } = order;
    return this.change(actor, id, 'extend', body, meta, async (campaign) => {
      if (!running(campaign)) return refuse('not-running', { state: campaign.state });
      const refusal = judge(campaign);
      if (refusal) return refusal;
      const { reason, lastDay, document, select } = order;
      const data = {
        lastDay,
        select,
        count,
        ...(document && { document }),
        ...(await this.note(actor, id, reason, meta)),
      };
      return { next: {}, type: 'extension_ordered', data };
    });
  }

  private async note(actor: Actor, id: string, reason: string, meta: RequestMeta) {
    return { note: await keepNote(this.store, id, `${id}|${actor.post}|${meta.key}`, reason) };
  }

  private async change(
    actor: Actor,
    id: string,
    command: string,
    body: object,
    meta: RequestMeta,
    decide: (
      campaign: CampaignDoc,
      at: Date,
    ) => Promise<
      { next: Partial<CampaignDoc>; type: EventType; data: Record<string, unknown> } | ReturnType<typeof refuse>
    >,
  ): Promise<Outcome<CampaignReceipt>> {
    const at = await this.clock.now();
    const input = { key: meta.key, post: actor.post, body: { id, command, ...body }, revision: meta.revision, at };
    return guardedWrite<CampaignDoc, CampaignReceipt>(this.store, 'campaigns', id, input, async (campaign) => {
      const decision = await decide(campaign, at);
      if ('refused' in decision) return decision;
      const { next, type, data } = decision;
      const event = { type, at, actor: { post: actor.post, person: actor.person }, data };
      const state = next.state ?? campaign.state;
      return {
        refused: false,
        next,
        events: [event],
        receipt: { campaign: id, command, state, at, revision: campaign.revision + 1 },
      };
    });
  }
}

/** One more line in the ledger of suspensions. */
function begun(ledger: Suspension[] = [], { post }: Actor, from: Date): Suspension[] {
  const line = { n: ledger.length + 1, from, by: post, to: null, resumedBy: null, shift: null, document: null };
  return [...ledger, line];
}

/** The ledger with its last line ended; null where a suspension was begun before there was one. */
function ended(
  ledger: Suspension[] = [],
  end: Pick<Suspension, 'to' | 'resumedBy' | 'shift' | 'document'>,
): Suspension[] | null {
  const last = ledger.at(-1);
  return last?.to === null ? [...ledger.slice(0, -1), { ...last, ...end }] : null;
}

const running = ({ state }: CampaignDoc): boolean => state === 'launched' || state === 'concluded';
