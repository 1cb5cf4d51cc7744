import { Injectable } from '@nestjs/common';
import { isRefusal, localDateOf, minutesOwed, needed, tally, type Vote } from '#libs/domain';
import { organisationOn, recordOnce, Store, type CampaignDoc, type ObligationDoc, type SessionDoc } from '#libs/store';
import { RoundWriter } from '../rounds/round-writer.js';

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
      type: 'session_counted',
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
    return this.rounds.write({ plan: campaign.plan, step, tree, openedAt: now, ...minutesOwed(step, stepOpened) });
  }

  async record(session: SessionDoc, now: Date): Promise<number> {
    const event = {
      id: `${session._id}|recorded`,
      type: 'session_recorded',
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
