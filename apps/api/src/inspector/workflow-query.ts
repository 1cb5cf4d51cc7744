import { Inject, Injectable } from '@nestjs/common';
import { dispatchProcessId, INSTANT_SLOT } from '#libs/contracts';
import type { WorkflowAct, WorkflowPage, WorkflowsQuery, WorkflowView } from '#libs/contracts/http/index.js';
import { say } from '#libs/domain';
import { Inspector, type Inspected } from '#libs/inspect';
import { Store, type CampaignDoc, type ProcessDoc } from '#libs/store';
import { TEMPORAL_OPTIONS, type TemporalOptions } from '#libs/temporal';
import { API_OPTIONS, type ApiOptions } from '../api-options.js';
import { Names } from '../http/names.js';

type Campaigns = Map<string, Pick<CampaignDoc['plan'], 'name' | 'steps'>>;

/** Workflows as administrators see them. */
@Injectable()
export class WorkflowQuery {
  constructor(
    private readonly inspector: Inspector,
    private readonly store: Store,
    private readonly names: Names,
    @Inject(API_OPTIONS) private readonly options: ApiOptions,
    @Inject(TEMPORAL_OPTIONS) private readonly temporal: TemporalOptions,
  ) {}

  async search(query: WorkflowsQuery): Promise<WorkflowPage> {
    const { now, reachable, items, more } = await this.inspector.search(query);
    const searching = query.state === 'stuck' || query.state === 'failing';
    return {
      ...this.head(now, reachable),
      items: await this.views(items),
      next: more && !searching ? items.at(-1)!.record._id : null,
      truncated: more && searching,
    };
  }

  async one(id: string): Promise<WorkflowPage | null> {
    const found = await this.inspector.one(id);
    if (!found) return null;
    const { now, reachable } = found;
    return { ...this.head(now, reachable), items: await this.views([found]), next: null, truncated: false };
  }

  private head(now: Date, reachable: boolean) {
    return { now: now.toISOString(), engine: { reachable, ui: this.options.temporalUi ?? null } };
  }

  private async views(items: Inspected[]): Promise<WorkflowView[]> {
    const [campaigns, units] = await Promise.all([
      this.campaigns(items.flatMap(({ record }) => record.campaign ?? [])),
      this.names.units(items.flatMap(({ causes }) => causes.flatMap(({ unit }) => unit ?? []))),
    ]);
    return items.map(({ record, look, causes }) => {
      const { _id: id, type, campaign, step, level, turn, nudge, seen, finished, awake, sleepsUntil } = record;
      return {
        ...{ id, type, campaign, step, level, turn, nudge, seen },
        title: titleOf(record, campaigns),
        campaignName: campaigns.get(campaign ?? '')?.name ?? null,
        state: finished ? 'finished' : awake ? 'awake' : 'asleep',
        sleepsUntil: sleepsUntil?.toISOString() ?? null,
        execution: look && {
          ...{ status: look.status, run: look.run, historyLength: look.historyLength },
          startedAt: look.startedAt?.toISOString() ?? null,
          pending: look.pending.map(({ lastStarted, nextAttempt, activity, state, attempt, failure }) => ({
            ...{ activity, state, attempt, failure },
            lastStarted: lastStarted?.toISOString() ?? null,
            nextAttempt: nextAttempt?.toISOString() ?? null,
          })),
          url: this.addressOf(id, look.run),
        },
        causes: causes.map(({ unit, ...cause }) => ({ ...cause, unitName: unit && (units.get(unit) ?? unit) })),
        acts: actsOf({ record, look, causes }),
      };
    });
  }

  private addressOf(id: string, run: string | null): string | null {
    const { temporalUi } = this.options;
    if (!temporalUi || run === null) return null;
    const path = ['namespaces', this.temporal.namespace, 'workflows', id, run, 'history'].map(encodeURIComponent);
    return `${temporalUi.replace(/\/$/, '')}/${path.join('/')}`;
  }

  private async campaigns(ids: string[]): Promise<Campaigns> {
    const projection = { 'plan.name': 1, 'plan.steps.id': 1, 'plan.steps.title': 1 };
    const found = (await this.store.campaigns
      .find({ _id: { $in: [...new Set(ids)] } }, { projection })
      .toArray()) as unknown as Pick<CampaignDoc, '_id' | 'plan'>[];
    return new Map(found.map(({ _id, plan }) => [_id, plan]));
  }
}

function titleOf({ _id, type, campaign, step, level }: ProcessDoc, campaigns: Campaigns): string {
  const plan = campaigns.get(campaign ?? '');
  const title = plan?.steps.find(({ id }) => id === step)?.title ?? step;
  const slot = _id.slice(dispatchProcessId('').length);
  const data = {
    name: plan?.name ?? campaign,
    step: title,
    level,
    n: _id.slice(_id.lastIndexOf('.') + 1),
    slot: slot === INSTANT_SLOT ? say('workflow.instant') : slot,
  };
  return say(`workflow.${type}`, data);
}

function actsOf({ record, look }: Inspected): WorkflowAct[] {
  if (record.finished || look === null) return [];
  const failed = look.pending.some(({ failure, state }) => failure !== null && state === 'SCHEDULED');
  return ['wake', 'restart', ...(failed ? (['retry'] as const) : [])];
}
