import { Injectable } from '@nestjs/common';
import {
  addWorkingDays,
  isRefusal,
  localDateOf,
  minutesOwed,
  needed,
  tally,
  type LocalDate,
  type StepSpec,
  type Vote,
} from '#libs/domain';
import { ruleBook } from '#libs/rules';
import { organisationOn, recordOnce, Store, type CampaignDoc, type ObligationDoc, type SessionDoc } from '#libs/store';
import { RoundWriter } from '../rounds/round-writer.js';

function calledFor({ meetsAt }: SessionDoc, { council }: StepSpec, { plan }: CampaignDoc): LocalDate {
  return addWorkingDays(ruleBook.calendar(plan.calendar), localDateOf(meetsAt), -(council?.meetsAfter ?? 0));
}

const nobody = { post: null, person: null };

/** The end of a session: the count, the minutes, the record. */
@Injectable()
export class CloseSession {
  constructor(
    private readonly store: Store,
    private readonly rounds: RoundWriter,
  ) {}

  async count(session: SessionDoc, now: Date): Promise<number> {
    const votes = await this.votesOf(session);
    const result = tally(
      votes,
      session.items,
      session.members,
      needed(session.members.length, session.threshold.yesShare),
    );
    if (isRefusal(result)) throw new Error(`${session._id}: ${result.reason}`); // votes are checked when they are cast
    const event = {
      id: `${session._id}|counted`,
      type: 'session_counted' as const,
      at: now,
      actor: nobody,
      data: { session: session._id, tally: result },
    };
    const open = { state: { $in: ['called', 'open'] } };
    await recordOnce(this.store, 'sessions', session._id, event, { state: 'counted', tally: result }, open);
    return votes.length;
  }

  /** The secretary owes the minutes of the count. */
  async askForMinutes(session: SessionDoc, now: Date): Promise<number> {
    const campaign = (await this.store.campaigns.findOne({ _id: session.campaign })) as unknown as CampaignDoc;
    const step = campaign.plan.steps.find(({ id }) => id === session.step)!;
    const { tree } = await organisationOn(this.store, localDateOf(now));
    const stepOpened = campaign.steps.find(({ id }) => id === step.id)!.at!;
    const owed = minutesOwed(step, stepOpened);
    // a session that was put off: as if the step had opened so many working days before the day it met
    const origin = session.postponements?.length ? calledFor(session, step, campaign) : owed.origin;
    return this.rounds.write({ plan: campaign.plan, step, tree, openedAt: now, ...owed, origin });
  }

  async record(session: SessionDoc, now: Date): Promise<number> {
    const event = {
      id: `${session._id}|recorded`,
      type: 'session_recorded' as const,
      at: now,
      actor: nobody,
      data: { session: session._id },
    };
    await recordOnce(this.store, 'sessions', session._id, event, { state: 'recorded' }, { state: 'counted' });
    return 1;
  }

  async minutesOf(session: SessionDoc): Promise<ObligationDoc | null> {
    const filter = { campaign: session.campaign, step: session.step, kind: 'minutes' };
    return await this.store.obligations.findOne(filter as never);
  }

  private async votesOf(session: SessionDoc): Promise<Vote[]> {
    const filter = { campaign: session.campaign, step: session.step, kind: 'vote', state: 'done' };
    const cast = (await this.store.obligations.find(filter as never).toArray()) as unknown as ObligationDoc[];
    const submissions = await this.store.submissions
      .find({ _id: { $in: cast.map((one) => one.submission!) } })
      .toArray();
    const contents = new Map(submissions.map((submission) => [submission._id, submission.content]));
    return cast.flatMap(({ answeringPost, submission }) =>
      ((contents.get(submission!)?.votes ?? []) as Omit<Vote, 'member'>[]).map((vote) => ({
        ...vote,
        member: answeringPost!,
      })),
    );
  }
}
