import { agenda, type Entry } from './agenda.js';
import { slotFor } from './calendar.js';
import { type Clock } from './clock.js';
import { withDelays } from './delay.js';
import { type Audience, type WorkCalendar } from './dump.types.js';
import { type Life, type Request, type Span } from './life.types.js';
import { EXTENSION, REQUEST } from './readings.js';
import { postOf, postsOf } from './recipients.js';
import { isSuspended, lookedAt, type Suspension } from './suspension.js';
import { type Instant } from './time.js';
import { groupBy, type World } from './world.js';

export type Fate = 'sent' | 'withdrawn';

export interface ExpectedNotice {
  key: string;
  campaign: string;
  obligation: string;
  clockVersion: number;
  phase: string;
  rung: string;
  act: string;
  audiences: Audience[];
  post: string;
  class: 'digest' | 'instant';
  at: Instant;
  /** When it leaves: the slot of its examination, or at once. */
  leavesAt: Instant;
  /** Both where a person acted at the very instant of sending. */
  fates: Fate[];
  /** A person acted at the very instant of the rung: whether it came to a notice is not decided. */
  optional: boolean;
}

export const noticeKey = (obligation: string, version: number, rung: string, post: string) =>
  [obligation, version, rung, post].join(' ');

/** All notices that one obligation must have caused. */
export function noticesOf(world: World, life: Life): ExpectedNotice[] {
  const calendar = world.calendar(life.laid.plan);
  const rungs = life.spans.flatMap((span) =>
    speaking(world, span, calendar, life.suspensions).flatMap(({ entry, at, madeAt }) => {
      const { rung, act } = entry;
      return [...postsOf(life.laid, entry.audience)].map(([post, audiences]) =>
        notice(life, span, calendar, { at, madeAt, rung, act, class: entry.class, post, audiences }),
      );
    }),
  );
  const prompts = life.prompts.map((p) => {
    const span = life.spans.find((s) => s.clock.version === p.clock.version)!;
    const audience = p.to ?? 'focal';
    const post = postOf(life.laid, audience);
    const act = p.to ? 'escalate' : p.rung.startsWith(EXTENSION) ? EXTENSION : p.rung;
    const facts = { at: p.at, madeAt: p.at, rung: p.rung, act, class: 'instant' as const, post };
    return notice(life, span, calendar, { ...facts, audiences: [audience] });
  });
  const requests = life.requests.map((request) => {
    const span = life.spans.find((s) => s.clock.version === request.clock.version)!;
    const rung = request.n === 1 ? REQUEST : `${REQUEST}-${request.n}`;
    const facts = { at: request.at, madeAt: request.at, rung, act: 'extension_request', class: 'digest' as const };
    const told = notice(life, span, calendar, {
      ...facts,
      post: postOf(life.laid, 'reviewer'),
      audiences: ['reviewer'],
    });
    return { ...told, phase: 'request', fates: requestFates(request, told.leavesAt, life), optional: false };
  });
  return [...rungs, ...prompts, ...requests];
}

interface Due {
  entry: Entry;
  at: Instant;
  /** When the engine examines it: at its instant, unless the campaign is suspended then. */
  madeAt: Instant;
}

/** Rungs that find the obligation in the state of their phase; of several due at one examination only the last. */
function speaking(world: World, span: Span, calendar: WorkCalendar, suspensions: Suspension[]): Due[] {
  const { clock, from, to, goesOn, shifted, delays } = span;
  const until = to ?? Infinity;
  const examinedFrom = clock.phase === 'submission' ? clock.opensAt : from;
  const due = withDelays(agenda(clock, world.ladder(clock.ladder), calendar), delays, calendar)
    .filter((e) => e.class !== null && e.audience.length > 0)
    .filter((e) => !(goesOn && e.at <= from))
    .map((entry) => ({ entry, at: Math.max(entry.at, examinedFrom) }))
    .map((d) => ({ ...d, madeAt: lookedAt(suspensions, Math.max(d.at, from)) }))
    .filter(({ madeAt }) => madeAt < until || (madeAt === until && until < Infinity && !shifted));
  const together = groupBy(due, (d) => String(d.madeAt)).values();
  return [...together].flatMap((all) => examinations(all).map((one) => one.at(-1)!));
}

/** What a person asked for is examined by itself, and so is what was due before it. */
function examinations(due: Due[]): Due[][] {
  const asked = due.findIndex(({ entry }) => entry.act === 'delay');
  if (asked < 0) return due.length ? [due] : [];
  return [due.slice(0, asked), [due[asked]!], ...examinations(due.slice(asked + 1))].filter((one) => one.length);
}

interface Facts {
  at: Instant;
  madeAt: Instant;
  rung: string;
  act: string;
  class: Entry['class'];
  post: string;
  audiences: Audience[];
}

function notice(life: Life, span: Span, calendar: WorkCalendar, facts: Facts): ExpectedNotice {
  const clock: Clock = span.clock;
  const { madeAt, ...said } = facts;
  const leavesAt = facts.class === 'instant' ? madeAt : slotFor(calendar, madeAt);
  const silenced = isSuspended(life.suspensions, leavesAt);
  const ofDecision = facts.act.startsWith(EXTENSION);
  return {
    ...said,
    class: facts.class ?? 'digest',
    key: noticeKey(life.laid.id, clock.version, facts.rung, facts.post),
    campaign: life.laid.plan.code,
    obligation: life.laid.id,
    clockVersion: clock.version,
    // a decision about more time is told whatever happens to the report meanwhile
    phase: ofDecision ? 'decision' : clock.phase,
    leavesAt,
    fates: silenced ? ['withdrawn'] : ofDecision ? ['sent'] : fatesAt(leavesAt, span, life),
    optional: span.to === madeAt && madeAt > span.from,
  };
}

/** A request is told while it waits for its decision and the work is owed, under whatever clock. */
function requestFates({ decidedAt }: Request, leavesAt: Instant, { spans }: Life): Fate[] {
  if (decidedAt !== null && decidedAt < leavesAt) return ['withdrawn'];
  const owed = spans.filter(({ clock }) => clock.phase !== 'review');
  if (decidedAt === leavesAt || owed.some(({ from, to }) => from === leavesAt || to === leavesAt))
    return ['sent', 'withdrawn'];
  return owed.some(({ from, to }) => from < leavesAt && (to === null || to > leavesAt)) ? ['sent'] : ['withdrawn'];
}

/** Read again right before sending: the same clock must still run, and the form must be open. */
function fatesAt(leavesAt: Instant, span: Span, life: Life): Fate[] {
  if (span.clock.phase === 'submission' && leavesAt < span.clock.opensAt) return ['withdrawn'];
  if (span.to === null || span.to > leavesAt) return ['sent'];
  const byLock = life.state === 'lapsed' && span === life.spans.at(-1);
  return span.to === leavesAt && !byLock ? ['sent', 'withdrawn'] : ['withdrawn'];
}
