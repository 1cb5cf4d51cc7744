import { addWorkingDays } from '../calendar/working-days.js';
import { attempt } from '../obligation/attempt.js';
import type { RuleBook } from '../obligation/clocks.js';
import type { Obligation } from '../obligation/obligation.types.js';
import { endOfDay, localDateOf } from '../time/local-date.js';
import { canAmend } from './can-amend.js';
import type { AmendedFigure, Amendment } from './amendment.types.js';

type Reported = Pick<Obligation, 'state' | 'submission' | 'amendment' | 'amendments' | 'reviewWithin' | 'clock'>;

/**
 * What becomes of an obligation's note when its round's sheet says something new: none, a first one, another text of the one that is
 * open, or its healing.
 * @param figures where the report that stands differs now
 * @returns null when nothing is to be written
 */
export function proposeAmendment(
  o: Reported,
  figures: AmendedFigure[],
  arrived: string[],
  { now, rules }: { now: Date; rules: RuleBook },
): { next: Pick<Obligation, 'amendment' | 'amendments'>; type: 'amendment_proposed' | 'amendment_healed' } | null {
  if (!canAmend(o.state) || o.submission === null) return null;
  const open = o.amendment ?? null;
  if (figures.length === 0) {
    if (!open) return null;
    const healed: Amendment = { ...open, state: 'healed' };
    return { next: { amendment: null, amendments: [...(o.amendments ?? []), healed] }, type: 'amendment_healed' };
  }
  if (open && JSON.stringify([open.submission, open.figures]) === JSON.stringify([o.submission, figures])) return null;
  const until = attempt(() =>
    endOfDay(addWorkingDays(rules.calendar(o.clock.calendar), localDateOf(now), o.reviewWithin)),
  );
  const amendment: Amendment = {
    // every text has a number of its own: who decides says which one was read
    n: (open?.n ?? o.amendments?.at(-1)?.n ?? 0) + 1,
    state: 'proposed',
    submission: o.submission,
    at: open?.at ?? now,
    dueAt: open?.dueAt ?? until.result,
    figures,
    arrived,
  };
  return { next: { amendment, amendments: o.amendments ?? [] }, type: 'amendment_proposed' };
}
