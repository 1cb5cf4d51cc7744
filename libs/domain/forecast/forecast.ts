import { actsDue } from './acts-due.js';
import type { ForecastEntry, ForecastInput } from './forecast.types.js';
import { mailsDue } from './mails-due.js';
import { rest } from './rest.js';
import { roundsOver } from './rounds-over.js';
import { sessionsDue } from './sessions-due.js';
import { stepsDue } from './steps-due.js';
import { worldOf, type World } from './world.js';

/** Each does what is due now and says whether anything was: one may make work for another at the same instant. */
const PARTS = [stepsDue, actsDue, roundsOver, sessionsDue] as const;

/**
 * Everything the engine will do by itself from the launch on where nobody acts: steps, acts, mails, their owners and dates,
 * until the campaign is closed or rests because somebody has to act. A run from instant to instant over the very functions
 * the engine decides with, so that both agree (docs/rules.md, Forecast). Pure.
 * @returns entries in order of time
 * @throws UnitCycle, TwoParents for an organisation that is no tree; what cannot be computed is an entry with its cause
 */
export function forecast(input: ForecastInput): ForecastEntry[] {
  const world = worldOf(input);
  const { plan, launchedAt } = input;
  world.book.tell(launchedAt, 'launched', { owner: [`${plan.standingBody}:focal`] });
  for (let at: Date | null = launchedAt; at !== null; at = nextInstant(world)) {
    world.now = at;
    while (PARTS.map((part) => part(world)).some(Boolean));
    mailsDue(world);
  }
  rest(world);
  return world.book.entries;
}

function nextInstant({ groups, slots, sessions, nextStep }: World): Date | null {
  const instants = [
    nextStep,
    ...groups.map(({ nextAt }) => nextAt),
    ...[...slots.values()].map(({ at }) => at),
    ...sessions.map(({ counted, closesAt }) => (counted ? null : closesAt)),
  ];
  return instants.reduce((first, at) => (at !== null && (first === null || at < first) ? at : first), null);
}
