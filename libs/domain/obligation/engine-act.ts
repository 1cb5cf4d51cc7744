import { digestSlot } from '../deadline/slots.js';
import { agenda, BY_HAND, entriesDue, nextEntryAfter } from '../ladder/agenda.js';
import type { AgendaEntry, Audience, Clock } from '../ladder/ladder.types.js';
import { recipients, type CampaignBodies } from '../ladder/recipients.js';
import type { RuleBook } from './clocks.js';
import { statesOfPhase } from './kinds.js';
import type { Obligation } from './obligation.types.js';

/** What an act of the engine comes to on every obligation of one clock. */
export interface EngineAct {
  /** Everything of the agenda from the instant that was waited for until now; more than one after an outage. */
  entries: AgendaEntry[];
  /** The one that writes notices: only the last rung due speaks, the earlier ones are recorded as skipped. */
  speaking: AgendaEntry | null;
  /** The next instant after it; null after a lock. */
  nextAt: Date | null;
}

/**
 * Computes an act whole, mail slot included, so that nothing is found to be impossible when half of it is written.
 * @param from the instant that was waited for  @param until the instant of the examination
 * @throws UnknownCalendarYear, RangeError
 */
export function engineAct(clock: Clock, from: Date, until: Date, rules: RuleBook): EngineAct {
  const calendar = rules.calendar(clock.calendar);
  const all = agenda(clock, rules.ladder(clock.ladder), calendar);
  const due = entriesDue(all, new Date(from.getTime() - 1), until);
  const end = endOfExamination(due, until);
  const entries = due.filter(({ at }) => at <= end);
  const speaking = entries.filter(({ audience }) => audience.length > 0).at(-1) ?? null;
  if (speaking?.class === 'digest') digestSlot(until, calendar);
  const locked = entries.some(({ act }) => act === 'lock');
  return { entries, speaking, nextAt: locked ? null : (nextEntryAfter(all, end)?.at ?? null) };
}

/** What a person asked for is always told: an act ends before it, and with it, so that no later rung silences it. */
function endOfExamination(due: AgendaEntry[], until: Date): Date {
  const asked = due.find(({ act, rung }) => act === 'delay' || rung.startsWith(BY_HAND));
  if (!asked) return until;
  return due.findLast(({ at }) => at < asked.at)?.at ?? asked.at;
}

type Addressed = Pick<Obligation, 'state' | 'clock' | 'answeringUnit' | 'answeringPost' | 'receiver'>;

/** Whom an act speaks to about one obligation; nobody where its state is not the one the clock's phase is about. @throws RecipientMissing */
export function postsAddressed(
  obligation: Addressed,
  { speaking }: EngineAct,
  bodies: CampaignBodies,
): { audience: Audience; post: string }[] {
  const owed = (statesOfPhase[obligation.clock.phase] as readonly string[]).includes(obligation.state);
  if (!speaking || !owed) return [];
  return speaking.audience.flatMap((audience) =>
    recipients(obligation, [audience], bodies).map((post) => ({ audience, post })),
  );
}
