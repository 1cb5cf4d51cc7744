import { agenda, type Entry } from './agenda.js';
import { slotFor } from './calendar.js';
import { type Clock } from './clock.js';
import { withDelays } from './delay.js';
import { type Audience, type WorkCalendar } from './dump.types.js';
import { type Life, type Request, type Span } from './life.types.js';
import { EXTENSION, REQUEST } from './readings.js';
import { postOf, postsOf } from './recipients.js';
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
  /** When it leaves: the slot, or at once. */
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
    speaking(world, span, calendar).flatMap(({ entry, at }) =>
      [...postsOf(life.laid, entry.audience)].map(([post, audiences]) =>
        notice(life, span, calendar, { at, rung: entry.rung, act: entry.act, class: entry.class, post, audiences }),
      ),
    ),
  );
  const prompts = life.prompts.map((p) => {
    const span = life.spans.find((s) => s.clock.version === p.clock.version)!;
    const audience = p.to ?? 'focal';
    const post = postOf(life.laid, audience);
    const act = p.to ? 'escalate' : p.rung.startsWith(EXTENSION) ? EXTENSION : p.rung;
    const facts = { at: p.at, rung: p.rung, act, class: 'instant' as const, post };
    return notice(life, span, calendar, { ...facts, audiences: [audience] });
  });
  const requests = life.requests.map((request) => {
    const span = life.spans.find((s) => s.clock.version === request.clock.version)!;
    const rung = request.n === 1 ? REQUEST : `${REQUEST}-${request.n}`;
    const facts = { at: request.at, rung, act: 'extension_request', class: 'digest' as const };
    const told = notice(life, span, calendar, {
      ...facts,
      post: postOf(life.laid, 'reviewer'),
      audiences: ['reviewer'],
    });
    return { ...told, phase: 'request', fates: requestFates(request, told.leavesAt, life), optional: false };
  });
  return [...rungs, ...prompts, ...requests];
}

/** Rungs that find the obligation in the state of their phase; of several due at one examination only the last. */
function speaking(world: World, span: Span, calendar: WorkCalendar): { entry: Entry; at: Instant }[] {
  const { clock, from, to, goesOn, delays } = span;
  const until = to ?? Infinity;
  const examinedFrom = clock.phase === 'submission' ? Math.max(from, clock.opensAt) : from;
  const due = withDelays(agenda(clock, world.ladder(clock.ladder), calendar), delays, calendar)
    .filter((e) => e.class !== null && e.audience.length > 0)
    .filter((e) => !(goesOn && e.at <= from))
    .map((entry) => ({ entry, at: Math.max(entry.at, examinedFrom) }))
    .filter(({ at }) => at <= until);
  return [...groupBy(due, (d) => String(d.at)).values()].map((together) => together.at(-1)!);
}

interface Facts {
  at: Instant;
  rung: string;
  act: string;
  class: Entry['class'];
  post: string;
  audiences: Audience[];
}

function notice(life: Life, span: Span, calendar: WorkCalendar, facts: Facts): ExpectedNotice {
  const clock: Clock = span.clock;
  const leavesAt = facts.class === 'instant' ? facts.at : slotFor(calendar, facts.at);
  return {
    ...facts,
    class: facts.class ?? 'digest',
    key: noticeKey(life.laid.id, clock.version, facts.rung, facts.post),
    campaign: life.laid.plan.code,
    obligation: life.laid.id,
    clockVersion: clock.version,
    // a decision about more time is told whatever happens to the report meanwhile
    phase: facts.act.startsWith(EXTENSION) ? 'decision' : clock.phase,
    leavesAt,
    fates: facts.act.startsWith(EXTENSION) ? ['sent'] : fatesAt(leavesAt, span, life),
    optional: span.to === facts.at && facts.at > span.from,
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
