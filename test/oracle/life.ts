import { datesOf, extendedClock, lateAfter, resubmissionClock, reviewClock, type Clock } from './clock.js';
import { type Action, type WorkCalendar } from './dump.types.js';
import { type Laid } from './lay-out.js';
import { type Life, type Span } from './life.types.js';
import { BY_HAND, EXTENSION, FINAL_STATES, OWING, REOPEN_IS_A_RETURN, RETURNED, REVIEWED } from './readings.js';
import { lookedAt, shiftedClock, type Suspension } from './suspension.js';
import { dayOf, endOf, instant, show, type Instant } from './time.js';
import { must } from './must.js';

/** From which states a command is legal. */
const ALLOWED: Record<string, string[]> = {
  submit: ['open', 'returned'],
  withdraw: ['submitted'],
  receive: ['submitted'],
  accept: ['received'],
  return: ['received'],
  reopen: ['accepted', 'lapsed'],
  excuse: ['scheduled', 'open', 'returned'],
  extend: ['scheduled', 'open', 'submitted', 'received', 'returned'],
  declare_delay: ['open', 'returned'],
  escalate: ['open', 'returned'],
};

/**
 * Replays one obligation: people's acts as recorded, the engine's acts (open, overdue, lock) from the rules.
 * @param actions on it, and those commands on its campaign that concern it
 */
export function live(laid: Laid, actions: Action[], calendar: WorkCalendar, suspensions: Suspension[] = []): Life {
  return new Replay(laid, calendar, suspensions).run(actions);
}

class Replay {
  private life: Life;
  private clock: Clock;
  private stopped: Clock | null = null;
  private standing: { id: string | null; nil: boolean }[] = [];

  constructor(
    private readonly laid: Laid,
    private readonly calendar: WorkCalendar,
    private readonly suspensions: Suspension[],
  ) {
    this.clock = laid.clock;
    this.life = {
      laid,
      state: 'scheduled',
      spans: [{ clock: laid.clock, from: laid.laidAt, to: null, goesOn: false, shifted: false, delays: [] }],
      finality: [],
      deadlines: [{ ...datesOf(laid.clock), lastDay: dayOf(laid.clock.dueAt), kind: 'plan', at: null }],
      suspensions,
      overdue: [],
      submittedAt: null,
      onTime: null,
      onTimeOriginal: null,
      nil: false,
      returns: 0,
      attempt: 0,
      submission: null,
      prompts: [],
      requests: [],
      illegal: [],
    };
  }

  run(actions: Action[]): Life {
    for (const action of actions) {
      const at = must(instant(action.at), 'an instant of an action');
      const suspension = action.type === 'resume' && this.suspensions.find(({ to }) => to === at);
      // clocks move before anything else that was kept back
      if (suspension) this.engineUntil(at - 1, false);
      else this.engineUntil(at, action.type === 'submit');
      if (suspension) this.resume(suspension);
      else this.person(action, at);
    }
    this.engineUntil(Infinity, false);
    return this.life;
  }

  /** The engine's acts before `at`; at one instant a form opens before, and falls overdue or locks after, what people do. */
  private engineUntil(at: Instant, submitting: boolean): void {
    const looked = (due: Instant) => lookedAt(this.suspensions, due);
    if (this.life.state === 'scheduled' && looked(this.clock.opensAt) <= at) this.life.state = 'open';
    if (!['open', 'returned'].includes(this.life.state)) return;
    const { lockAt } = this.clock;
    const late = lateAfter(this.clock);
    const from = this.life.spans.at(-1)!.from;
    const judged = submitting ? late : looked(late);
    if (judged < at && !this.life.overdue.includes(late)) this.life.overdue.push(late);
    if (lockAt === null) return;
    const locks = looked(lockAt);
    if (locks < at || (submitting && locks === at)) this.end('lapsed', Math.max(locks, from));
  }

  /** The clock moved by a suspension that is over, where it moves. */
  private resume(suspension: Suspension): void {
    const { clock, laid, life } = this;
    const { to, shift, document } = suspension;
    if (shift === 'keep' || FINAL_STATES.includes(life.state) || clock.opensAt >= to) return;
    const line = clock.phase === 'review' ? undefined : life.deadlines.at(-1);
    const written = ['by', 'before'].includes(laid.duty.due.kind);
    if (clock.phase === 'submission' && line?.kind === 'plan' && written && !document) return;
    const moved = shiftedClock(clock, Math.max(clock.opensAt, line?.at ?? 0), suspension, this.calendar);
    if (!moved) return;
    const { dueAt } = moved;
    if (line && dueAt > clock.dueAt)
      life.deadlines.push({ ...datesOf(moved), lastDay: dayOf(dueAt), kind: 'suspension', at: to });
    // overdue only for what was taken back meanwhile, or passed before the suspension: that instant is not moved
    if (clock.phase !== 'review' && lateAfter(moved) > lateAfter(clock))
      life.overdue = life.overdue.filter((late) => late !== lateAfter(clock));
    life.spans.at(-1)!.shifted = true;
    this.turn(moved, to, life.state !== 'scheduled');
  }

  private person(action: Action, at: Instant): void {
    const allowed = ALLOWED[action.type];
    if (allowed && !allowed.includes(this.life.state)) {
      this.life.illegal.push(`${action.type} at ${show(at)} while ${this.life.state}`);
      return;
    }
    if (action.type === 'extend_many') this.extendWithOthers(action, at);
    if (action.type === 'submit') this.submit(action, at);
    if (action.type === 'withdraw') this.withdraw(at);
    if (action.type === 'receive') this.life.state = 'received';
    if (action.type === 'accept') this.end('accepted', at);
    if (action.type === 'excuse') this.end('excused', at);
    if (action.type === 'return') this.sendBack(at, true);
    if (action.type === 'reopen') this.sendBack(at, REOPEN_IS_A_RETURN && this.life.state !== 'lapsed');
    if (action.type === 'extend') this.extend(action, at);
    if (action.type === 'declare_delay') this.declareDelay(action, at);
    if (action.type === 'escalate') this.escalate(action, at);
    if (action.type === 'request_extension') this.request(at);
    if (action.type === 'decide_extension') {
      const request = this.life.requests.at(-1);
      if (request) request.decidedAt = at;
      if (action.granted) this.extend(action, at);
      const decided = this.life.prompts.filter(({ rung }) => rung.startsWith(EXTENSION)).length;
      this.life.prompts.push({ rung: decided ? `${EXTENSION}-${decided + 1}` : EXTENSION, at, clock: this.clock });
    }
  }

  private submit(action: Action, at: Instant): void {
    const life = this.life;
    const { lockAt } = this.clock;
    if (lockAt !== null && at > lockAt) life.illegal.push(`submit at ${show(at)}, locked at ${show(lockAt)}`);
    life.attempt += 1;
    this.standing.push({ id: action.submission ?? null, nil: action.nil === true });
    this.noteStanding();
    if (life.submittedAt === null) {
      life.submittedAt = at;
      life.onTime = at <= lateAfter(life.deadlines.at(-1)!);
      life.onTimeOriginal = at <= lateAfter(life.deadlines[0]!);
    }
    if (!REVIEWED.includes(this.laid.duty.kind)) return this.end('done', at);
    this.stopped = this.clock;
    life.state = 'submitted';
    this.turn(reviewClock(this.clock, this.laid.duty, at, this.calendar), at, false);
  }

  /** The clock that the submission stopped goes on; a first submission that is withdrawn does not count. */
  private withdraw(at: Instant): void {
    const stopped = must(this.stopped, 'a stopped clock');
    if (stopped.lockAt !== null && at >= stopped.lockAt)
      this.life.illegal.push(`withdraw at ${show(at)}, locked at ${show(stopped.lockAt)}`);
    this.standing.pop();
    this.noteStanding();
    if (this.standing.length === 0) {
      this.life.submittedAt = this.life.onTime = this.life.onTimeOriginal = null;
    }
    const late = lateAfter(stopped);
    if (late < at && !this.life.overdue.includes(late)) this.life.overdue.push(late);
    this.life.state = stopped.phase === 'resubmission' ? 'returned' : 'open';
    this.turn({ ...stopped, version: this.clock.version + 1 }, at, true);
  }

  private sendBack(at: Instant, counts: boolean): void {
    if (FINAL_STATES.includes(this.life.state)) this.life.finality.push({ at, final: false });
    this.life.state = 'returned';
    if (counts) this.life.returns += 1;
    this.turn(resubmissionClock(this.clock, this.laid.duty, at, this.calendar), at, false);
    this.life.prompts.push({ rung: RETURNED, at, clock: this.clock });
  }

  /** While a report is under review the extension concerns the clock that the submission stopped. */
  private extend(action: Action, at: Instant): void {
    const day = must(action.lastDay, `the granted day of ${this.laid.id}`);
    if (day < dayOf(at)) this.life.illegal.push(`an extension to ${day} at ${show(at)}`);
    const reviewing = this.clock.phase === 'review' && this.stopped;
    const next = extendedClock(reviewing ? this.stopped! : this.clock, this.laid.duty, day, this.calendar);
    this.life.deadlines.push({ ...datesOf(next), lastDay: day, kind: 'extension', at });
    if (reviewing) this.stopped = next;
    // a form that is not open yet still opens at its own hour
    else this.turn(next, at, this.life.state !== 'scheduled');
  }

  /** One of many: what does not owe, or has that day already, is left as it is; and so is all where the day has passed. */
  private extendWithOthers(action: Action, at: Instant): void {
    const day = must(action.lastDay, 'the day of an extension for many');
    if (OWING.includes(this.life.state) && day > dayOf(this.clock.dueAt) && day >= dayOf(at)) this.extend(action, at);
  }

  private request(at: Instant): void {
    const n = this.life.requests.length + 1;
    this.life.requests.push({ n, at, clock: this.clock, decidedAt: null });
  }

  private declareDelay(action: Action, at: Instant): void {
    const lastDay = must(action.expectedDay, `the expected day of ${this.laid.id}`);
    const { delays } = this.life.spans.at(-1)!;
    const { dueAt, lockAt } = this.clock;
    if (endOf(lastDay) <= dueAt || endOf(lastDay) < at || (lockAt !== null && endOf(lastDay) > lockAt))
      this.life.illegal.push(`a delay until ${lastDay} at ${show(at)}`);
    delays.push({ n: delays.length + 1, at, lastDay });
  }

  private escalate(action: Action, at: Instant): void {
    const k = this.life.prompts.filter(({ rung }) => rung.startsWith(BY_HAND)).length + 1;
    const to = must(action.to, `whom ${this.laid.id} is escalated to`);
    this.life.prompts.push({ rung: `${BY_HAND}-${k}`, at, clock: this.clock, to });
  }

  private noteStanding(): void {
    this.life.submission = this.standing.at(-1)?.id ?? null;
    this.life.nil = this.standing.at(-1)?.nil ?? false;
  }

  private turn(clock: Clock, at: Instant, goesOn: boolean): void {
    this.close(at);
    this.clock = clock;
    const span: Span = { clock, from: at, to: null, goesOn, shifted: false, delays: [] };
    this.life.spans.push(span);
  }

  private end(state: string, at: Instant): void {
    this.close(at);
    this.life.state = state;
    if (FINAL_STATES.includes(state)) this.life.finality.push({ at, final: true });
  }

  private close(at: Instant): void {
    const last = this.life.spans.at(-1)!;
    last.to ??= at;
  }
}
