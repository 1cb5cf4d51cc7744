import { Inject, Injectable } from '@nestjs/common';
import { Client, WorkflowExecutionAlreadyStartedError, WorkflowIdReusePolicy } from '@temporalio/client';
import type { ProcessInput } from '#libs/contracts';
import { raiseNudge, Store, type ProcessDoc } from '#libs/store';
import { TEMPORAL_OPTIONS, type TemporalOptions } from './temporal.options.js';

type Missing = Pick<ProcessDoc, '_id' | 'type' | 'campaign' | 'step' | 'level'>;

/** Wakes processes: raises the nudge in the record, then signal-with-start, so that a closed or lost one starts again. */
@Injectable()
export class Engine {
  constructor(
    private readonly client: Client,
    private readonly store: Store,
    @Inject(TEMPORAL_OPTIONS) private readonly options: TemporalOptions,
  ) {}

  /** @param missing makes the record where there is none yet (a slot's dispatch) */
  async nudge(id: string, missing?: Missing): Promise<void> {
    const record = await raiseNudge(this.store, id, missing);
    if (!record) throw new Error(`No process record ${id} to nudge`);
    await this.signal(record);
  }

  async nudgeAll(ids: string[]): Promise<void> {
    for (let from = 0; from < ids.length; from += 16) {
      await Promise.all(ids.slice(from, from + 16).map((id) => this.nudge(id)));
    }
  }

  /**
   * Starts a workflow whose first look comes only after a delay; done before its record is written, so that there is no record which
   * nobody wakes. A nudge (signal-with-start) ends the delay. Started already: nothing happens.
   */
  async startLater(process: Missing, delayMs: number): Promise<void> {
    const { workflowId, ...options } = this.optionsOf(process);
    try {
      await this.client.workflow.start(process.type, { workflowId, ...options, startDelay: delayMs });
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
  }

  /** Signal-with-start alone, for a record whose nudge is raised already. Ids and search attributes hold no personal data. */
  async signal(process: Missing): Promise<void> {
    await this.client.workflow.signalWithStart(process.type, {
      ...this.optionsOf(process),
      signal: 'nudge',
      signalArgs: [],
    });
  }

  private optionsOf({ _id, campaign, step, level }: Missing) {
    const attributes = Object.entries({ campaign, step, level }).filter(([, value]) => value !== null);
    return {
      workflowId: _id,
      taskQueue: this.options.taskQueue,
      args: [{ id: _id }] satisfies [ProcessInput],
      workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE,
      searchAttributes: Object.fromEntries(attributes.map(([name, value]) => [name, [value]])) as never,
    };
  }
}
