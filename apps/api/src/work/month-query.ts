import { Injectable } from '@nestjs/common';
import { filterOf, readableCampaigns, type SignedIn } from '#libs/access';
import { Calendars } from '#libs/calendars';
import { Clock } from '#libs/clock';
import type { MonthOfWork } from '#libs/contracts/http/index.js';
import { addDays, instantAt, localDateOf, localTimeOf, monthView, refuse, say, type WorkCalendar } from '#libs/domain';
import { workplaceOf } from '#libs/domain/obligation/workplaces.js';
import { FIRST_YEAR, LAST_YEAR, ruleBook } from '#libs/rules';
import { organisationOn, Store, type CampaignDoc, type SessionDoc } from '#libs/store';
import { Names } from '../http/names.js';
import { ProblemError } from '../http/problem-error.js';
import {
  entriesOfOwed,
  entriesOfReviews,
  entriesOfRound,
  type Dated,
  type OwedOfMonth,
  type RoundOfMonth,
} from './month-entries.js';

/** More than one post has in a month. */
const MOST = 2_000;
/** The week of an office that names none. */
const USUAL_WEEK = 'vn-5d';

const OWED = { campaign: 1, step: 1, subject: 1, title: 1, state: 1, clock: 1, deadlines: 1 } as const;
const ROUND = { campaign: 1, title: 1, dueAt: 1, lockAt: 1, expected: 1, state: 1 } as const;
const CAMPAIGN = { state: 1, suspended: 1, steps: 1, 'plan.name': 1, 'plan.steps': 1 } as const;

interface Span {
  from: Date;
  to: Date;
}
type Campaign = Pick<CampaignDoc, '_id' | 'state' | 'suspended' | 'steps' | 'plan'>;

/** Lịch tháng: what one post owes, answers and collects, its council sessions, and the days of rest it works around. */
@Injectable()
export class MonthQuery {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly names: Names,
    private readonly calendars: Calendars,
  ) {}

  /** @param asked `YYYY-MM`  @throws ProblemError 422 for a year without a calendar */
  async of(actor: SignedIn, asked: string | undefined): Promise<MonthOfWork> {
    const now = await this.clock.now();
    const month = asked ?? localDateOf(now).slice(0, 7);
    const calendar = await this.calendarOf(actor, localDateOf(now));
    const [year, number] = month.split('-').map(Number) as [number, number];
    if (!calendar.years[year])
      throw ProblemError.refused(422, refuse('calendar-too-far', { first: FIRST_YEAR, last: LAST_YEAR, year }));
    const { days, workingDays } = monthView(calendar, year, number);
    const span = { from: instantAt(days[0]!.date), to: instantAt(addDays(days.at(-1)!.date, 1)) };
    const { entries, truncated } = await this.entries(actor, span);
    const [units, campaigns] = await Promise.all([
      this.names.units([actor.unit, ...entries.flatMap(({ subject }) => subject ?? [])]),
      this.names.campaigns(entries.map(({ campaign }) => campaign)),
    ]);
    const on = new Map<string, Dated[]>();
    for (const entry of entries) on.set(entry.day, [...(on.get(entry.day) ?? []), entry]);
    const { status } = calendar.years[year];
    return {
      now: now.toISOString(),
      month,
      unitName: units.get(actor.unit) ?? actor.unit,
      calendar: {
        kind: calendar.id,
        statusText: say(`calendar-status.${status}`),
        provisional: status !== 'official',
        workingDays,
      },
      days: days.map(({ date, weekday, working, reason, name, status: ofDay }) => ({
        ...{ date, weekday, working, reason, name, provisional: ofDay !== 'official' },
        entries: (on.get(date) ?? []).map(({ day: _day, subject, ...entry }) => ({
          ...entry,
          campaignName: campaigns.get(entry.campaign) ?? entry.campaign,
          unitName: subject === null ? null : (units.get(subject) ?? subject),
        })),
      })),
      truncated,
    };
  }

  private async calendarOf({ unit }: SignedIn, day: string): Promise<WorkCalendar> {
    const [book, { tree }] = await Promise.all([this.calendars.refresh(), organisationOn(this.store, day)]);
    return book.calendarOf(workplaceOf(unit, tree, USUAL_WEEK));
  }

  private async entries(actor: SignedIn, span: Span): Promise<{ entries: Dated[]; truncated: boolean }> {
    const [owed, reviews, rounds, sessions, steps] = await Promise.all([
      this.owed(actor, span),
      this.reviews(actor, span),
      this.rounds(actor, span),
      this.sessions(actor, span),
      this.steps(actor, span),
    ]);
    const standing = await this.standing([...owed, ...reviews, ...rounds].map(({ campaign }) => campaign));
    const all: Dated[] = [
      ...owed.flatMap((one) => entriesOfOwed(one, ruleBook.calendar(one.clock.calendar))),
      ...entriesOfReviews(reviews),
      ...rounds.flatMap(entriesOfRound),
    ].filter(({ campaign, done }) => done || standing.has(campaign));
    const within = ({ day }: Dated): boolean => day >= localDateOf(span.from) && day < localDateOf(span.to);
    const truncated = owed.length === MOST || reviews.length === MOST;
    return { entries: [...sessions, ...all, ...steps].filter(within), truncated };
  }

  private async owed(actor: SignedIn, span: Span): Promise<OwedOfMonth[]> {
    const at = { $gte: span.from, $lt: span.to };
    const filter = {
      $and: [
        filterOf(actor, 'owe', 'obligation'),
        { state: { $ne: 'excused' } },
        {
          $or: [
            { 'clock.dueAt': at },
            { 'clock.lockAt': at },
            { 'clock.opensAt': at },
            { deadlines: { $elemMatch: { dueAt: at } } },
            // the last working day before a due day of rest may lie in the month before
            { 'clock.dueAt': { $gte: span.to, $lt: new Date(span.to.getTime() + REST_MS) } },
          ],
        },
      ],
    };
    return this.find(filter);
  }

  /** What waits for one's own office; an administrator, who sees every queue, works off none. */
  private reviews(actor: SignedIn, { from, to }: Span): Promise<OwedOfMonth[]> {
    const waiting = { state: { $in: ['submitted', 'received'] }, 'clock.dueAt': { $gte: from, $lt: to } };
    return this.find({ $and: [filterOf(actor, 'review', 'obligation'), { receiver: actor.unit }, waiting] });
  }

  private async find(filter: object): Promise<OwedOfMonth[]> {
    const found = this.store.obligations.find(filter as never, { projection: OWED });
    return await found.sort({ 'clock.dueAt': 1, _id: 1 }).limit(MOST).toArray();
  }

  private async rounds({ unit }: SignedIn, { from, to }: Span): Promise<RoundOfMonth[]> {
    const at = { $gte: from, $lt: to };
    const filter = { collector: unit, $or: [{ dueAt: at }, { lockAt: at }] };
    const found = this.store.rounds.find(filter as never, { projection: ROUND });
    return await found.sort({ dueAt: 1, _id: 1 }).limit(MOST).toArray();
  }

  /** Of the councils that the post sits in or writes for, and of those that its unit called. */
  private async sessions({ post, unit }: SignedIn, { from, to }: Span): Promise<Dated[]> {
    const filter = { meetsAt: { $gte: from, $lt: to }, $or: [{ members: post }, { secretary: post }, { unit }] };
    const found = (await this.store.sessions
      .find(filter as never)
      .sort({ meetsAt: 1 })
      .limit(MOST)
      .toArray()) as unknown as SessionDoc[];
    return found.map(({ campaign, unit: council, meetsAt, state }) => ({
      ...{ kind: 'session', day: localDateOf(meetsAt), time: localTimeOf(meetsAt), title: say('month.session') },
      ...{ campaign, subject: council, obligation: null, count: 1, done: state === 'recorded' },
    }));
  }

  /** Stages on a fixed day that have not opened yet. */
  private async steps(actor: SignedIn, { from, to }: Span): Promise<Dated[]> {
    const running = { $and: [readableCampaigns(actor), { state: 'launched', suspended: { $ne: true } }] };
    const found = await this.store.campaigns.find(running as never, { projection: CAMPAIGN }).toArray();
    return (found as unknown as Campaign[]).flatMap(({ _id: campaign, plan, steps }) => {
      const waiting = new Set(steps.filter(({ state }) => state === 'waiting').map(({ id }) => id));
      return plan.steps.flatMap(({ id, title, opens, skip }): Dated[] => {
        if (opens === undefined || skip || !waiting.has(id)) return [];
        if (opens < localDateOf(from) || opens >= localDateOf(to)) return [];
        const base = { title, campaign, subject: null, obligation: null, count: 1, done: false };
        return [{ ...base, kind: 'step', day: opens, time: null }];
      });
    });
  }

  /** Suspended and cancelled campaigns ask nothing of anybody. */
  private async standing(ids: string[]): Promise<Set<string>> {
    const filter = { _id: { $in: [...new Set(ids)] }, state: { $ne: 'cancelled' }, suspended: { $ne: true } };
    const found = await this.store.campaigns.find(filter as never, { projection: { _id: 1 } }).toArray();
    return new Set(found.map(({ _id }) => _id));
  }
}

/** Longest row of days of rest, with room to spare. */
const REST_MS = 21 * 24 * 3_600_000;
