import { say, type Language } from '../../messages/say.js';
import { gatherAnswers } from '../gather-answers.js';
import type { PreparationAnswers } from '../answers.types.js';
import type { Preparation } from '../preparation.types.js';
import { offeredBodies } from './offer-bodies.js';
import { offeredCadence } from './offer-cadence.js';
import { offeredFollowUps } from './offer-follow-ups.js';
import type { OfferGround } from './offer-ground.js';
import { offeredLevels, offeredParticipants } from './offer-levels.js';
import { offeredSteps } from './offer-steps.js';

/**
 * What an officer could answer to the parts that the text leaves out: bodies and levels from the tree, cadence and way to an award from the
 * reading, the usual chain of steps (own practice of the five plans of 2014-2023, no law). Nothing of it holds before an officer says it.
 * Pure. Parts that rest on others (levels, steps) are offered as soon as those are said or can be offered themselves.
 */
export function offerAnswers(preparation: Preparation, ground: OfferGround, language: Language): PreparationAnswers {
  const { answers: known } = gatherAnswers(preparation);
  const bodies = offeredBodies(known.bodies ?? {}, ground);
  if (preparation.copied) return { bodies, ...offeredCode(known, bodies) };
  const { reading } = preparation;
  const start =
    known.start ??
    (reading?.issue_date
      ? { value: reading.issue_date, inferred: true, ground: say('offer.start', {}, language) }
      : null);
  const participants = known.participants ?? offeredParticipants(bodies, ground, language);
  const route = known.route ?? offeredRoute(preparation, language);
  const levels = known.levels ?? offeredLevels(bodies, participants, ground);
  const so: PreparationAnswers = {
    ...known,
    bodies,
    ...(start && { start }),
    ...(participants && { participants }),
    ...(route && { route }),
    ...(levels && { levels }),
  };
  const cadence = offeredCadence(so, reading, language);
  const steps = offeredSteps(so, reading, ground, language);
  return {
    ...offeredCode(so, bodies),
    bodies,
    ...(start && { start }),
    ...(participants && { participants }),
    ...(route && { route }),
    ...(levels && { levels }),
    ...cadence,
    ...(steps && { steps }),
    followUps: offeredFollowUps(preparation, so, language),
  };
}

/** `td-2023`: the launching body and the year of the first day. */
function offeredCode({ start }: PreparationAnswers, { launching }: NonNullable<PreparationAnswers['bodies']>) {
  return start && launching ? { code: `${launching}-${start.value.slice(0, 4)}` } : {};
}

const ROUTES = {
  standing_body: 'standing_body',
  council: 'council_open',
  external: 'external',
  own_units: 'none',
} as const;

/** The way that the text names; where it names none an officer chooses. */
function offeredRoute({ reading }: Preparation, language: Language): PreparationAnswers['route'] {
  const found = reading?.award.route;
  if (!reading || !found) return undefined;
  return {
    route: ROUTES[found],
    quota: reading.award_quotas.reduce((sum, { count }) => sum + count, 0),
    decidedBy: reading.award.decides ?? '',
    ground: say('offer.route', {}, language),
  };
}
