import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/clock';
import { isRefusal, quorum, refuse, type Actor } from '#libs/domain';
import { Store, type SessionDoc } from '#libs/store';
import { guardedWrite } from './guarded-write.js';
import type { RequestMeta } from './obligation-commands.js';
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

  private async writtenOpinions(session: SessionDoc, present: string[]): Promise<string[]> {
    const filter = { campaign: session.campaign, step: session.step, kind: 'vote', state: 'done' };
    const cast = await this.store.obligations.find(filter as never, { projection: { answeringPost: 1 } }).toArray();
    return cast.map((one) => one.answeringPost!).filter((post) => !present.includes(post));
  }
}
