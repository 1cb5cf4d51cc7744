import type { Answer, Hand } from './hand.js';
import { patiently } from './patience.js';

/** Something a person is going to do. */
export interface PlannedAct {
  /** The instant, or how to find it out later (a session's hour). */
  at: Date | (() => Promise<Date>);
  obligation: string;
  session?: string;
  /** Set where the command is on a whole campaign. */
  campaign?: string;
  post: string;
  /** Last part of the command's path. */
  path: string;
  body: () => Promise<object>;
  /** Done right after it, by somebody, if the first was taken. */
  then?: { post: string; path: string; body: () => Promise<object> };
}

/** An accepted or refused command, for the dump that the oracle reads. */
export interface DoneAct {
  at: Date;
  post: string;
  target: string;
  path: string;
  body: object;
  ok: boolean;
  status: number;
  code?: string;
}

/** How many people act at the same time. */
const HANDS = 50;

/** What people will do, by instant. */
export class PeopleAgenda {
  private readonly waiting: { at: Date; act: PlannedAct }[] = [];

  async add(acts: PlannedAct[]): Promise<void> {
    for (const act of acts)
      this.waiting.push({ at: typeof act.at === 'function' ? await patiently(act.at) : act.at, act });
    this.waiting.sort((a, b) => a.at.getTime() - b.at.getTime() || (a.act.obligation < b.act.obligation ? -1 : 1));
  }

  get next(): Date | null {
    return this.waiting[0]?.at ?? null;
  }

  /** Does everything planned up to `now`, several people side by side; each command under its own key. */
  async perform(now: Date, hand: Hand): Promise<DoneAct[]> {
    const due = this.waiting.filter(({ at }) => at <= now).map(({ act }) => act);
    this.waiting.splice(0, due.length);
    const done: DoneAct[] = [];
    for (let from = 0; from < due.length; from += HANDS) {
      await Promise.all(due.slice(from, from + HANDS).map((act) => this.one(act, now, hand, done)));
    }
    return done;
  }

  private async one(act: PlannedAct, now: Date, hand: Hand, done: DoneAct[]): Promise<void> {
    const target = act.session ?? act.campaign ?? act.obligation;
    const kind = act.session ? 'sessions' : act.campaign ? 'campaigns' : 'obligations';
    const base = `/api/${kind}/${target}`;
    const first = await this.send(base, act, target, now, hand, done);
    if (first.ok && act.then) await this.send(base, act.then, target, now, hand, done);
  }

  private async send(
    base: string,
    part: Pick<PlannedAct, 'post' | 'path' | 'body'>,
    target: string,
    at: Date,
    hand: Hand,
    done: DoneAct[],
  ): Promise<Answer> {
    const body = await patiently(part.body);
    const key = `demo-${target}-${part.path}-${at.getTime()}`;
    const answer = await hand.post(part.post, `${base}/${part.path}`, body, key);
    const { code } = answer.body as { code?: string };
    done.push({
      at,
      post: part.post,
      target,
      path: part.path,
      body,
      ok: answer.ok,
      status: answer.status,
      ...(code && { code }),
    });
    return answer;
  }
}
