import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/clock';
import { isRefusal, localDateOf, postpone, quorum, refuse, type Actor } from '#libs/domain';
import { keepNote, Store, type SessionDoc } from '#libs/store';
import { guardedWrite } from './guarded-write.js';
import { ObligationCommands, type RequestMeta } from './obligation-commands.js';
import type { Outcome } from './outcome.js';

export interface SessionReceipt {
  session: string;
  state: string;
  present: number;
  needed: number;
  at: Date;
}

/** Commands of the council's secretary. */
@Injectable()
export class SessionCommands {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly obligations: ObligationCommands,
  ) {}

  /** Opens the session with the members present; refused without the attendance that the threshold asks. */
  async open(actor: Actor, id: string, present: string[], meta: RequestMeta): Promise<Outcome<SessionReceipt>> {
    const at = await this.clock.now();
    const input = { key: meta.key, post: actor.post, body: { id, present }, revision: meta.revision, at };
    return guardedWrite<SessionDoc, SessionReceipt>(this.store, 'sessions', id, input, async (session) => {
      if (session.state !== 'called') return refuse('illegal-step', { command: 'open', state: session.state });
      if (at < session.meetsAt) return refuse('session-too-early', { at: session.meetsAt.toISOString() });
      const written = await this.writtenOpinions(session, present);
      const reached = quorum(
        session.members,
        { present, written, countWritten: false },
        session.threshold.attendanceShare,
      );
      if (isRefusal(reached)) return reached;
      if (!reached.met) return refuse('no-quorum', { present: present.length, needed: reached.needed });
      const data = { session: id, present, written };
      return {
        refused: false,
        next: { state: 'open', present },
        events: [{ type: 'session_opened', at, actor: { post: actor.post, person: actor.person }, data }],
        receipt: { session: id, state: 'open', present: present.length, needed: session.needed, at },
      };
    });
  }

  /**
   * Puts a session off to a later day and calls it again; the votes that are still owed move with it, each under a key derived from the
   * request's, so that a request that was cut is finished by its repetition.
   */
  async postpone(
    actor: Actor,
    id: string,
    { day, time, reason }: { day: string; time?: string | undefined; reason: string },
    meta: RequestMeta,
  ): Promise<Outcome<SessionReceipt>> {
    const at = await this.clock.now();
    const body = { id, command: 'postpone', day, time: time ?? null, reason };
    const input = { key: meta.key, post: actor.post, body, revision: meta.revision, at };
    const outcome = await guardedWrite<SessionDoc, SessionReceipt>(
      this.store,
      'sessions',
      id,
      input,
      async (session) => {
        const put = postpone(session, { day, time }, at);
        if (put.refused) return put;
        const { meetsAt, postponements = [] } = session;
        const line = { from: meetsAt, to: put.next.meetsAt, by: actor.post, at };
        const note = await keepNote(this.store, session.campaign, `${id}|${actor.post}|${meta.key}`, reason);
        const data = { session: id, day, before: localDateOf(meetsAt), note };
        return {
          refused: false,
          next: { ...put.next, present: [], postponements: [...postponements, line] },
          events: [{ type: 'session_postponed', at, actor: { post: actor.post, person: actor.person }, data }],
          receipt: { session: id, state: put.next.state, present: 0, needed: session.needed, at },
        };
      },
    );
    if (outcome.ok) await this.moveVotes(actor, id, { day, reason }, meta);
    return outcome;
  }

  /** Decided for the body that collects the votes, which is not the council's own. */
  private async moveVotes(
    actor: Actor,
    id: string,
    { day, reason }: { day: string; reason: string },
    meta: RequestMeta,
  ): Promise<void> {
    const session = (await this.store.sessions.findOne({ _id: id }, { projection: { campaign: 1, step: 1 } }))!;
    const owed = { campaign: session.campaign, step: session.step, kind: 'vote', settled: false };
    const votes = await this.store.obligations.find(owed as never, { projection: { receiver: 1 } }).toArray();
    for (const { _id, receiver } of votes) {
      const key = `${meta.key}/${_id}`;
      const command = { type: 'extend', lastDay: day, reason } as const;
      await this.obligations.execute({ ...actor, unit: receiver }, _id, command, { key });
    }
  }

  private async writtenOpinions(session: SessionDoc, present: string[]): Promise<string[]> {
    const filter = { campaign: session.campaign, step: session.step, kind: 'vote', state: 'done' };
    const cast = await this.store.obligations.find(filter as never, { projection: { answeringPost: 1 } }).toArray();
    return cast.map((one) => one.answeringPost!).filter((post) => !present.includes(post));
  }
}
