import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/clock';
import type { Examination, ProcessAct, SessionActivityApi } from '#libs/contracts';
import { say } from '#libs/domain';
import { fallAsleep, Store, wake, type SessionDoc } from '#libs/store';
import { Activities, Activity, beating } from '#libs/temporal';
import { CloseSession } from './session/close-session.js';

/** What a session does by itself: count when the ballot closes, ask for the minutes, and be recorded when they are in. */
@Injectable()
@Activities()
export class SessionActivities implements SessionActivityApi {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly closing: CloseSession,
  ) {}

  @Activity()
  async examineSession(id: string): Promise<Examination> {
    return this.examine(id);
  }

  private async examine(id: string): Promise<Examination> {
    const turn = await wake(this.store, id);
    const now = await this.clock.now();
    const session = await this.sessionOf(id);
    const kind = await this.due(session, now);
    if (kind) {
      const act = {
        id: `${session._id}|${kind}`,
        kind,
        summary: say(`session.${kind}`, { items: session.items.length }),
        args: {},
      };
      return { acts: [act], finished: false, sleepMs: null };
    }
    const next = session.state === 'called' || session.state === 'open' ? session.closesAt : null;
    const finished = session.state === 'recorded';
    await fallAsleep(this.store, id, turn, next, finished);
    return { acts: [], finished, sleepMs: this.clock.sleep(next, now) };
  }

  @Activity()
  async performSessionAct(id: string, act: ProcessAct, last: boolean): Promise<Examination | null> {
    return beating(async () => {
      const session = await this.sessionOf(id);
      const now = await this.clock.now();
      if (act.kind === 'count') await this.closing.count(session, now);
      else if (act.kind === 'minutes') await this.closing.askForMinutes(session, now);
      else await this.closing.record(session, now);
      return last ? this.examine(id) : null;
    });
  }

  /** The box closes at its hour whether or not everybody voted; a session that was never opened counts the written opinions. */
  private async due(session: SessionDoc, now: Date): Promise<'count' | 'minutes' | 'record' | null> {
    if (session.state === 'called' || session.state === 'open') return now >= session.closesAt ? 'count' : null;
    if (session.state !== 'counted') return null;
    const minutes = await this.closing.minutesOf(session);
    if (!minutes) return 'minutes';
    return minutes.settled ? 'record' : null;
  }

  private async sessionOf(id: string): Promise<SessionDoc> {
    const session = await this.store.sessions.findOne({ _id: id.slice('session.'.length) });
    if (!session) throw new Error(`Process ${id} belongs to no session`);
    return session;
  }
}
