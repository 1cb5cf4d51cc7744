import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/clock';
import { campaignProcessId } from '#libs/contracts';
import { refuse, waitingSteps, type Actor, type CampaignPlan } from '#libs/domain';
import type { ParentLink } from '#libs/domain/preparation/index.js';
import { contentHash, insertMissing, keepNote, newProcess, newRecord, Store, type CampaignDoc } from '#libs/store';
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
      type: 'drafted',
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
    return this.change(actor, id, 'suspend', { reason }, meta, async (campaign) => {
      if (campaign.suspended || !running(campaign)) return refuse('not-running', { state: campaign.state });
      return { next: { suspended: true }, type: 'suspended', data: await this.note(actor, id, reason, meta) };
    });
  }

  async resume(actor: Actor, id: string, reason: string, meta: RequestMeta): Promise<Outcome<CampaignReceipt>> {
    return this.change(actor, id, 'resume', { reason }, meta, async (campaign) => {
      if (!campaign.suspended) return refuse('not-suspended');
      return { next: { suspended: false }, type: 'resumed', data: await this.note(actor, id, reason, meta) };
    });
  }

  async cancel(actor: Actor, id: string, reason: string, meta: RequestMeta): Promise<Outcome<CampaignReceipt>> {
    return this.change(actor, id, 'cancel', { reason }, meta, async (campaign) => {
      if (!running(campaign) && campaign.state !== 'draft') return refuse('not-running', { state: campaign.state });
      return { next: { state: 'cancelled' }, type: 'cancelled', data: await this.note(actor, id, reason, meta) };
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
      { next: Partial<CampaignDoc>; type: string; data: Record<string, unknown> } | ReturnType<typeof refuse>
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

const running = ({ state }: CampaignDoc): boolean => state === 'launched' || state === 'concluded';
