import {
  agenda,
  attempt,
  clockKey,
  isFinal,
  nextInstant,
  statesOfPhase,
  type Obligation,
  type RuleBook,
} from '#libs/domain';
import type { ObligationDoc } from '#libs/store';

export type ObligationVerdict = 'clock-missing' | 'clock-after-end' | 'clock-unlike-state' | 'derived-differs';

type Judged = Pick<ObligationDoc, 'state' | 'clock' | 'nextAt' | 'clockKey' | 'settled' | 'parking'>;

/** What is wrong with the record of one obligation, taken by itself; usually nothing. */
export function judgeObligation(o: Judged, now: Date, rules: RuleBook): ObligationVerdict[] {
  const verdicts: ObligationVerdict[] = [];
  const final = isFinal(o.state);
  if (o.settled !== final || o.clockKey !== clockKey(o.clock)) verdicts.push('derived-differs');
  if (final) return o.nextAt === null ? verdicts : [...verdicts, 'clock-after-end'];
  if (o.state !== 'parked' && !(statesOfPhase[o.clock.phase] as readonly string[]).includes(o.state))
    return [...verdicts, 'clock-unlike-state'];
  if (o.nextAt === null && dueInstant(o, now, rules) !== null) verdicts.push('clock-missing');
  return verdicts;
}

type Waiting = Pick<Obligation, 'state' | 'clock' | 'parking'>;

/**
 * The instant an obligation in this state should wait for: its opening, the next entry of its agenda, a lock that has passed
 * without effect, the end of its repair clock. Null when nothing is to come (what never locks, after its last rung). Where its
 * agenda cannot be computed it is now: the engine looks and parks it.
 */
export function dueInstant(o: Waiting, now: Date, rules: RuleBook): Date | null {
  if (o.state === 'parked') return o.parking?.until ?? now;
  const { result, cause } = attempt(() => agendaInstant(o, now, rules));
  return cause === null ? result : now;
}

function agendaInstant({ state, clock }: Waiting, now: Date, rules: RuleBook): Date | null {
  if (state === 'scheduled') {
    const entries = agenda(clock, rules.ladder(clock.ladder), rules.calendar(clock.calendar));
    return entries.find(({ act }) => act === 'open')?.at ?? clock.opensAt;
  }
  const next = nextInstant(clock, now, rules);
  if (next !== null) return next;
  return clock.lockAt !== null && clock.lockAt <= now ? clock.lockAt : null;
}
