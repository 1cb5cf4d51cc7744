import { Inject, Injectable } from '@nestjs/common';
import { Client, isGrpcServiceError, WorkflowNotFoundError } from '@temporalio/client';
import { Clock } from '#libs/clock';
import { guardedWrite, refused, type Outcome, type RequestMeta } from '#libs/commands';
import { dispatchProcessId } from '#libs/contracts';
import type { WorkflowAct } from '#libs/contracts/http/index.js';
import { refuse, type Actor, type EventType, type MessageCode } from '#libs/domain';
import { keepNote, Store, type CampaignDoc, type ProcessDoc } from '#libs/store';
import { Engine, lookAtWorkflow, TEMPORAL_OPTIONS, TemporalHealth, type TemporalOptions } from '#libs/temporal';

export interface WorkflowReceipt {
  workflow: string;
  act: WorkflowAct;
  at: Date;
  /** The run that was found. */
  run: string | null;
}

const EVENT: Record<WorkflowAct, EventType> = {
  wake: 'workflow_woken',
  restart: 'workflow_restarted',
  retry: 'activity_retried',
};

const UNIMPLEMENTED = 12;

/**
 * What an administrator does to a workflow, with the reason. The journal of the campaign says first what will be done; every act may come
 * twice under its key, also after it was cut short, and then means the run that was found the first time.
 */
@Injectable()
export class WorkflowCommands {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly client: Client,
    private readonly engine: Engine,
    private readonly health: TemporalHealth,
    @Inject(TEMPORAL_OPTIONS) private readonly temporal: TemporalOptions,
  ) {}

  async act(
    actor: Actor,
    id: string,
    act: WorkflowAct,
    reason: string,
    { key }: RequestMeta,
  ): Promise<Outcome<WorkflowReceipt>> {
    const record = await this.store.processes.findOne({ _id: id });
    if (!record) return refused<WorkflowReceipt>(refuse('not-found', { id }), 404);
    if (record.finished) return no('workflow-over', id);
    if (!(await this.health.ping())) return no('engine-away', id);
    const { run, pending } = await lookAtWorkflow(this.client, id);
    const failed = pending.filter(({ failure, state }) => failure !== null && state === 'SCHEDULED');
    if (act === 'retry' && !(await this.canRetry())) return no('retry-unsupported', id);
    const campaigns = await this.campaignsOf(record);
    if (campaigns.length === 0) return no('nothing-waits', id);
    const at = await this.clock.now();
    const activity = failed.map((one) => one.activity).join(', ');
    let outcome: Outcome<WorkflowReceipt> = no('nothing-waits', id);
    for (const campaign of campaigns) {
      const note = await keepNote(this.store, campaign, `${campaign}|${actor.post}|${key}`, reason);
      const data = { workflow: id, run, note, ...(act === 'retry' && { activity }) };
      const event = { type: EVENT[act], at, actor: { post: actor.post, person: actor.person }, data };
      outcome = await guardedWrite<CampaignDoc, WorkflowReceipt>(
        this.store,
        'campaigns',
        campaign,
        { key, post: actor.post, body: { id, act, reason }, at },
        () => {
          if (act === 'retry' && failed.length === 0) return refuse('nothing-to-retry', { workflow: id });
          return { refused: false, next: {}, events: [event], receipt: { workflow: id, act, at, run } };
        },
      );
      if (!outcome.ok) return outcome;
    }
    if (outcome.ok) await this.perform(act, record, outcome.receipt.run, failed, reason);
    return outcome;
  }

  /** Each may be done again. */
  private async perform(
    act: WorkflowAct,
    { _id }: ProcessDoc,
    run: string | null,
    failed: { id: string }[],
    reason: string,
  ): Promise<void> {
    if (act === 'retry') return this.retry(_id, run, failed);
    if (act === 'restart' && run !== null) await this.end(_id, run, reason);
    await this.engine.nudge(_id);
  }

  /** Ends that run and no later one. The record is the truth, its workflow only the cursor: nothing of the business ends with it. */
  private async end(id: string, run: string, reason: string): Promise<void> {
    try {
      await this.client.workflow.getHandle(id, run).terminate(reason);
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    }
  }

  private async retry(id: string, run: string | null, failed: { id: string }[]): Promise<void> {
    const { namespace } = this.temporal;
    const execution = { workflowId: id, runId: run ?? '' };
    for (const activity of failed)
      await this.client.workflowService.resetActivity({ namespace, execution, id: activity.id });
  }

  /** Older servers do not know the call: asked about a workflow that cannot be there. */
  private async canRetry(): Promise<boolean> {
    const { namespace } = this.temporal;
    try {
      await this.client.workflowService.resetActivity({ namespace, execution: { workflowId: 'no.such' }, id: '0' });
    } catch (error) {
      return !(isGrpcServiceError(error) && Number(error.code) === UNIMPLEMENTED);
    }
    return true;
  }

  /** Books that an act is written into: of a mail's dispatch those of the campaigns that wait for it. */
  private async campaignsOf({ _id, campaign }: ProcessDoc): Promise<string[]> {
    if (campaign !== null) return [campaign];
    const slot = _id.slice(dispatchProcessId('').length).replace(/#.*$/, '');
    const waiting = { slot, state: { $in: ['waiting', 'folded'] } };
    return await this.store.notices.distinct('campaign', waiting as never);
  }
}

const no = (code: MessageCode, workflow: string): Outcome<WorkflowReceipt> => refused(refuse(code, { workflow }));
