import { Injectable } from '@nestjs/common';
import { sessionId, sessionProcessId } from '#libs/contracts';
import { callSitting, localDateOf, needed, type StepSpec } from '#libs/domain';
import { ruleBook, thresholdFor } from '#libs/rules';
import {
  insertMissing,
  newProcess,
  newRecord,
  organisationOn,
  Store,
  type CampaignDoc,
  type SessionDoc,
} from '#libs/store';
import { Engine } from '#libs/temporal';
import { computed } from '../campaign/stuck-step.js';
import { RoundWriter } from '../rounds/round-writer.js';
import { rankedUnits } from './ranked-units.js';

/** Calls a council session: the date, who is put to the vote, what must be reached, and one vote owed by each member. */
@Injectable()
export class OpenSession {
  constructor(
    private readonly store: Store,
    private readonly engine: Engine,
    private readonly rounds: RoundWriter,
  ) {}

  /** @returns number of votes owed */
  async call(campaign: CampaignDoc, step: StepSpec, now: Date): Promise<number> {
    const council = step.council!;
    const { day, meetsAt, closesAt, votes } = computed(() =>
      callSitting(step, council, now, ruleBook.calendar(campaign.plan.calendar)),
    );
    const items = (await rankedUnits(this.store, campaign)).slice(0, council.candidates);
    const id = sessionId(campaign._id, step.id);
    const threshold = thresholdFor(council, day);
    const session: SessionDoc = {
      ...newRecord(id, campaign._id, [
        {
          type: 'session_called',
          at: now,
          actor: { post: null, person: null },
          data: { session: id, day, items, threshold },
        },
      ]),
      campaign: campaign._id,
      step: step.id,
      unit: council.unit,
      members: council.members,
      secretary: council.secretary,
      meetsAt,
      closesAt,
      items,
      threshold,
      needed: needed(council.members.length, threshold.yesShare),
      present: [],
      state: 'called',
      tally: null,
    };
    await insertMissing(this.store.sessions, [session]);
    const { tree } = await organisationOn(this.store, localDateOf(now));
    const owed = await this.rounds.write({ plan: campaign.plan, step, tree, openedAt: now, ...votes });
    const process = newProcess({
      _id: sessionProcessId(id),
      type: 'sessionWorkflow',
      campaign: campaign._id,
      step: step.id,
      level: null,
    });
    await insertMissing(this.store.processes, [process]);
    await this.engine.nudge(process._id);
    return owed;
  }
}
