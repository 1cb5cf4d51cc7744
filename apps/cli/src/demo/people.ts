import type { CampaignPlan, Obligation, Unit } from '#libs/domain';
import { localDateOf } from '#libs/domain';
import { ruleBook } from '#libs/rules';
import type { JournalDoc, ObligationDoc, SessionDoc, Store } from '#libs/store';
import { behave, type Behaviour } from './behaviour/index.js';
import type { PlannedAct } from './agenda-of-people.js';
import { instantOf } from './moments.js';
import { Papers } from './papers.js';

/** Everybody in the demo: reacts to what the journal says happened, by the seed's behaviour. */
export class People {
  private readonly papers: Papers;

  constructor(
    private readonly store: Store,
    private readonly seed: number,
    private readonly plans: Map<string, CampaignPlan>,
    units: Map<string, Unit>,
  ) {
    this.papers = new Papers(store, seed, plans, units);
  }

  /** What people decide to do after what was journaled. */
  async react(entries: JournalDoc[], now: Date): Promise<PlannedAct[]> {
    return entries.length ? this.answer(entries, now) : [];
  }

  private async answer(entries: JournalDoc[], now: Date): Promise<PlannedAct[]> {
    const concerned = new Map<string, string>();
    const sessions: string[] = [];
    for (const { type, subject, data } of entries) {
      if (type === 'act' && (data.acts as { act: string }[]).some(({ act }) => act === 'open')) {
        for (const [id] of data.obligations as [string, number][]) concerned.set(id, 'opened');
      } else if (REACTED.has(type)) concerned.set(subject, type);
      else if (type === 'session_called') sessions.push(subject);
    }
    const found = concerned.size
      ? ((await this.store.obligations
          .find({ _id: { $in: [...concerned.keys()] } })
          .toArray()) as unknown as ObligationDoc[])
      : [];
    const called = sessions.length
      ? ((await this.store.sessions.find({ _id: { $in: sessions } }).toArray()) as unknown as SessionDoc[])
      : [];
    return [
      ...found.flatMap((obligation) => this.decide(obligation, concerned.get(obligation._id)!, now)),
      ...called.map((session) => this.openSession(session)),
    ];
  }

  private decide(o: ObligationDoc, event: string, now: Date): PlannedAct[] {
    const behaviour = this.behaviourOf(o);
    switch (event) {
      case 'opened':
        return this.opened(o, behaviour, now);
      case 'submitted':
        return [this.review(o, behaviour, now)];
      case 'returned':
        return behaviour.again ? [this.submit(o, this.at(behaviour.again, localDateOf(now), o, now))] : [];
      case 'extension_requested':
        return [this.decideExtension(o, behaviour, now)];
      case 'extension_decided':
        return behaviour.at ? [this.submit(o, this.at(behaviour.at, localDateOf(o.clock.dueAt), o, now))] : [];
      default:
        return [];
    }
  }

  private opened(o: ObligationDoc, behaviour: Behaviour, now: Date): PlannedAct[] {
    if (o.kind === 'vote') return behaviour.act === 'never' ? [] : [this.vote(o)];
    const due = localDateOf(o.clock.dueAt);
    if (behaviour.extension) {
      const { ask, workingDays } = behaviour.extension;
      const calendar = ruleBook.calendar(o.clock.calendar);
      const at = this.at(ask, due, o, now);
      const proposedDay = localDateOf(
        instantOf({ from: 'due', workingDays, hour: 9, minute: 0 }, due, calendar, o.clock.dueAt),
      );
      return [
        {
          at,
          obligation: o._id,
          post: postOf(o),
          path: 'extension-request',
          body: () => Promise.resolve({ proposedDay, reason: REASONS.ask }),
        },
      ];
    }
    return behaviour.at ? [this.submit(o, this.at(behaviour.at, due, o, now))] : [];
  }

  private submit(o: ObligationDoc, at: Date): PlannedAct {
    const nil = this.behaviourOf(o).act === 'nil';
    return { at, obligation: o._id, post: postOf(o), path: 'submission', body: () => this.papers.of(o, at, nil) };
  }

  /** Members present vote during the session, twenty minutes after it was opened. */
  private vote(o: ObligationDoc): PlannedAct {
    const at = async (): Promise<Date> => {
      const session = await this.store.sessions.findOne({ campaign: o.campaign, step: o.step } as never);
      return new Date(session!.meetsAt.getTime() + 20 * 60_000);
    };
    return {
      at,
      obligation: o._id,
      post: postOf(o),
      path: 'submission',
      body: () => this.papers.of(o, new Date(o.clock.dueAt), false),
    };
  }

  private openSession(session: SessionDoc): PlannedAct {
    const present = session.members.filter((post) => {
      const line = post.slice(post.indexOf(':') + 1);
      const id = [session.campaign, session.step, 'vote', session.unit, line].join('.');
      return (
        behave(this.seed, {
          id,
          kind: 'vote',
          step: session.step,
          subject: session.unit,
          standing: false,
          dueDay: localDateOf(session.closesAt),
        }).act !== 'never'
      );
    });
    return {
      at: session.meetsAt,
      session: session._id,
      obligation: session._id,
      post: session.secretary,
      path: 'open',
      body: () => Promise.resolve({ present }),
    };
  }

  private review(o: ObligationDoc, behaviour: Behaviour, now: Date): PlannedAct {
    const at = this.at(behaviour.review, localDateOf(now), o, now);
    const returns = behaviour.act === 'returned_once' && o.attempt === 1;
    const post = `${o.receiver}:focal`;
    const decision = returns
      ? { path: 'return', body: () => Promise.resolve({ reason: REASONS.returned }) }
      : { path: 'accept', body: () => Promise.resolve({}) };
    return {
      at,
      obligation: o._id,
      post,
      path: 'receive',
      body: () => Promise.resolve({}),
      then: { post, ...decision },
    };
  }

  private decideExtension(o: ObligationDoc, behaviour: Behaviour, now: Date): PlannedAct {
    const { decide, granted } = behaviour.extension!;
    const at = this.at(decide, localDateOf(o.clock.dueAt), o, now);
    const reason = granted ? REASONS.granted : REASONS.refused;
    return {
      at,
      obligation: o._id,
      post: `${o.receiver}:focal`,
      path: 'extension-decision',
      body: () => Promise.resolve({ granted, reason, ...(granted && { lastDay: o.extension!.proposedDay }) }),
    };
  }

  private at(moment: Behaviour['review'], base: string, o: Obligation, now: Date): Date {
    return instantOf(moment, base, ruleBook.calendar(o.clock.calendar), now);
  }

  private behaviourOf(o: ObligationDoc): Behaviour {
    const plan = this.plans.get(o.campaign)!;
    const standing = o.answeringUnit === plan.standingBody;
    const { _id: id, kind, step, subject } = o;
    return behave(this.seed, { id, kind, step, subject, standing, dueDay: o.deadlines[0]!.lastDay });
  }
}

const postOf = (o: ObligationDoc): string => o.answeringPost ?? `${o.answeringUnit}:focal`;

const REACTED = new Set(['submitted', 'returned', 'extension_requested', 'extension_decided']);

const REASONS = {
  ask: 'Chờ số liệu của các bộ phận (mẫu).',
  granted: 'Đồng ý, lý do chính đáng (mẫu).',
  refused: 'Không đồng ý, cần số liệu đúng hạn (mẫu).',
  returned: 'Số liệu chưa có minh chứng, đề nghị bổ sung (mẫu).',
};
