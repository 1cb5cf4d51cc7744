import { refuse, type Refusal } from '../lifecycle/refusal.js';
import { endOfDay, isLocalDate, localDateOf } from '../time/local-date.js';
import type { ObligationCommand } from './commands.types.js';
import type { DecideContext, Ruled } from './decision.types.js';
import type { Obligation } from './obligation.types.js';

type DeclareDelay = Extract<ObligationCommand, { type: 'declare_delay' }>;

/**
 * "Tôi sẽ nộp muộn" (F8, docs/rules.md): tells the receiver, stills the reminders to the owing unit until the end of the day it
 * names, and moves no date. The engine writes the notice, so its next look is due at once.
 */
export function declareDelay(o: Obligation, command: DeclareDelay, { now, rules }: DecideContext): Ruled | Refusal {
  const { expectedDay: day, note } = command;
  const { clock } = o;
  const { delay, dueAt, lockAt } = clock;
  if (lockAt !== null && now > lockAt) return refuse('locked');
  if (!isLocalDate(day)) return refuse('not-a-date', { day });
  const today = localDateOf(now);
  const dueDay = localDateOf(dueAt);
  if (day <= dueDay) return refuse('delay-not-late', { day, dueDay });
  if (day < today) return refuse('delay-past', { day, today });
  if (lockAt !== null && endOfDay(day) > lockAt)
    return refuse('delay-after-lock', { day, lockDay: localDateOf(lockAt) });
  const n = (delay?.n ?? 0) + 1;
  const moves = rules.delayMoves(today);
  if (n > moves + 1) return refuse('delay-too-often', { moves });
  if (delay && day <= delay.lastDay) return refuse('delay-not-later', { day, declared: delay.lastDay });
  const next = { clock: { ...clock, delay: { n, at: now, lastDay: day } }, nextAt: soonest(o.nextAt, now) };
  return { next, type: 'delay_declared', data: { expectedDay: day, declaration: n, note } };
}

/** An act that was due before and is still to be done keeps its instant. */
export const soonest = (nextAt: Date | null, now: Date): Date => (nextAt !== null && nextAt < now ? nextAt : now);
