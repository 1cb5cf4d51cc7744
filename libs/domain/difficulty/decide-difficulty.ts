import { answerStates } from '../lifecycle/answer.lifecycle.js';
import { isRefusal, refuse, type Refusal } from '../lifecycle/refusal.js';
import type { Actor, DocumentRef, NoteRef } from '../obligation/commands.types.js';

import type { DomainEvent, Obligation, ObligationState, Workplace } from '../obligation/obligation.types.js';
import type { EventType } from '../timeline/event-types.js';
import { release } from '../obligation/parking.js';
import type { RuleBook } from '../obligation/rule-book.types.js';
import type { Difficulty, DifficultyRule } from './difficulty.types.js';
import { handedIn } from './answered.js';
import { owedAnew } from './owed-anew.js';

/** What people do with a difficulty: the first three by who owes the answer, the others by who raised it. */
export type DifficultyCommand =
  | { type: 'answer'; note: NoteRef; document?: DocumentRef }
  | { type: 'decline'; note: NoteRef }
  | {
      type: 'forward';
      to: { unit: string; name: string; above: string; worksAt: { owner: Workplace; receiver: Workplace } };
      /** Units it may go to now. */
      allowed: readonly string[];
      note: NoteRef;
    }
  | { type: 'retract'; note: NoteRef }
  | { type: 'reopen'; note: NoteRef }
  | { type: 'resolve' };

export interface DifficultyReceipt {
  number: string;
  obligation: string;
  command: DifficultyCommand['type'];
  at: Date;
  state: ObligationState;
  revision: number;
  /** Who owes the answer now. */
  owner: string;
  dueAt: Date;
}

export interface DifficultyContext {
  now: Date;
  actor: Actor;
  rule: DifficultyRule;
  rules: RuleBook;
  cancelled: boolean;
}

export interface DifficultyDecision {
  refused: false;
  next: Partial<Obligation>;
  events: DomainEvent[];
  receipt: DifficultyReceipt;
}

type Of<T extends DifficultyCommand['type']> = Extract<DifficultyCommand, { type: T }>;

const OF_OWNER: ReadonlySet<DifficultyCommand['type']> = new Set(['answer', 'decline', 'forward']);

/** The one place where a command on a difficulty is judged; pure, like `decide`. */
export function decideDifficulty(
  o: Obligation,
  command: DifficultyCommand,
  context: DifficultyContext,
): DifficultyDecision | Refusal {
  const { now, actor, cancelled } = context;
  const { difficulty } = o;
  if (!difficulty) return refuse('difficulty-none');
  if (cancelled) return refuse('campaign-cancelled');
  // the door looked a moment ago: meanwhile it may have gone to somebody else
  if (OF_OWNER.has(command.type) && actor.unit !== o.answeringUnit)
    return refuse('difficulty-not-owner', { unit: o.answeringUnit });
  if (!OF_OWNER.has(command.type) && actor.unit !== o.subject) return refuse('difficulty-not-raiser');
  const judged = judge(o, difficulty, command, context);
  if (isRefusal(judged)) return judged;
  const { next, type, data } = judged;
  const freed = o.state === 'parked' && next.state ? release(o, now) : null;
  const after = freed && !isRefusal(freed) ? { ...freed.next, releasedAt: null, ...next } : next;
  const by = { post: actor.post, person: actor.person };
  const released =
    freed && !isRefusal(freed) ? [{ type: 'released' as const, at: now, actor: by, data: freed.event.data }] : [];
  const revision = o.revision + 1;
  return {
    refused: false,
    next: after,
    events: [...released, { type, at: now, actor: by, data: { obligation: o._id, ...data } }],
    receipt: {
      ...{ number: `${o._id}/${revision}`, obligation: o._id, command: command.type, at: now },
      ...{ state: after.state ?? o.state, revision },
      ...{ owner: after.answeringUnit ?? o.answeringUnit, dueAt: (after.clock ?? o.clock).dueAt },
    },
  };
}

interface Judged {
  next: Partial<Obligation>;
  type: EventType;
  data: DomainEvent['data'];
}

function judge(
  o: Obligation,
  difficulty: Difficulty,
  command: DifficultyCommand,
  context: DifficultyContext,
): Judged | Refusal {
  if (command.type === 'resolve') return resolve(o, difficulty, context);
  const to = answerStates.next(o.state as never, command.type);
  if (isRefusal(to)) return to;
  switch (command.type) {
    case 'answer':
    case 'decline':
      return reply(o, difficulty, command, to, context);
    case 'forward':
      return forward(o, difficulty, command, context);
    case 'retract': {
      const { now: at, actor } = context;
      const retracted = { note: command.note, at, by: { post: actor.post, person: actor.person } };
      const next = { state: to, nextAt: null, difficulty: { ...difficulty, retracted } };
      return { next, type: 'difficulty_retracted', data: { note: command.note } };
    }
    case 'reopen':
      return raiseAgain(o, difficulty, command, context);
  }
}

/** Words that answer, or say why nothing will be done. Either way the raiser has been answered, on time or not. */
function reply(
  o: Obligation,
  difficulty: Difficulty,
  command: Of<'answer'> | Of<'decline'>,
  state: ObligationState,
  { now, actor }: DifficultyContext,
): Judged {
  const outcome = command.type === 'answer' ? ('answered' as const) : ('declined' as const);
  const document = command.type === 'answer' ? command.document : undefined;
  const by = { post: actor.post, person: actor.person };
  const said = { outcome, note: command.note, unit: actor.unit, at: now, by, ...(document && { document }) };
  const met = handedIn(o, now);
  const n = difficulty.answers.length + 1;
  return {
    next: {
      ...{ state, nextAt: null, attempt: o.attempt + 1, ...met },
      difficulty: { ...difficulty, answers: [...difficulty.answers, said] },
    },
    type: `difficulty_${outcome}`,
    data: {
      ...{ n, onTime: met.onTime, note: command.note, clock: o.clock.version },
      ...(document && { number: document.number, document }),
    },
  };
}

/** Another unit owes the answer from now on, for the whole time; the first date stays in sight. */
function forward(
  o: Obligation,
  difficulty: Difficulty,
  { to, allowed, note }: Of<'forward'>,
  { now, actor, rule, rules }: DifficultyContext,
): Judged | Refusal {
  if (!allowed.includes(to.unit)) return refuse('difficulty-forward-nowhere', { unit: to.unit });
  const by = { post: actor.post, person: actor.person };
  const owners = [...difficulty.owners, { unit: to.unit, from: now, by, note }];
  const context = { now, by, within: rule.answerWithin, rules, worksAt: to.worksAt, why: 'forwarded' as const };
  const anew = owedAnew(o, { ...difficulty, owners }, context);
  return {
    next: { ...anew, answeringUnit: to.unit, receiver: to.above },
    type: 'difficulty_forwarded',
    data: { from: o.answeringUnit, to: to.unit, toName: to.name, note, clock: anew.clock!.version },
  };
}

function raiseAgain(
  o: Obligation,
  difficulty: Difficulty,
  { note }: Of<'reopen'>,
  { now, actor, rule, rules }: DifficultyContext,
): Judged {
  const by = { post: actor.post, person: actor.person };
  const words = [...difficulty.words, { note, at: now, by, attempt: null }];
  const context = { now, by, within: rule.answerWithin, rules, why: 'again' as const };
  const next = owedAnew(o, { ...difficulty, words }, context);
  return { next, type: 'difficulty_raised_again', data: { note, clock: next.clock!.version } };
}

/** "Đã được giải quyết": said of an answer, once. Nobody owes it. */
function resolve(o: Obligation, difficulty: Difficulty, { now: at, actor }: DifficultyContext): Judged | Refusal {
  if (o.state !== 'done') return refuse('illegal-step', { command: 'resolve', state: o.state });
  if (difficulty.resolved) return refuse('difficulty-resolved-already');
  const resolved = { at, by: { post: actor.post, person: actor.person } };
  return { next: { difficulty: { ...difficulty, resolved } }, type: 'difficulty_resolved', data: {} };
}
