import { say, type Language, type MessageCode } from '../../messages/say.js';
import type { PlanReading } from '../../plan-reader/plan-reading.types.js';
import { addDays } from '../../time/local-date.js';
import type { CouncilAnswer, DueAnswer, PreparationAnswers, StepAnswer } from '../answers.types.js';
import type { OfferGround } from './offer-ground.js';

type Offered = Partial<Omit<StepAnswer, 'id' | 'kind' | 'title' | 'ground'>>;

/** Own practice of the plans of 2014-2023: working days of every level of the final report, days by which what follows opens at the latest. */
const DAYS = { pledge: 10, review: 10, event: 2, perLevel: 5, entered: 5, eventLatest: 7, reportLatest: 45 };

/**
 * The usual chain from own plans to the decision. What the reader does not look for is offered as left out without a word about the text;
 * a registration or covenant that it looked for and did not find says so.
 * Undefined while bodies, levels, first and last day or the way to an award are open.
 */
export function offeredSteps(
  { bodies, start, end, levels, route, scoring, participants }: PreparationAnswers,
  reading: PlanReading | null,
  ground: OfferGround,
  language: Language,
): StepAnswer[] | undefined {
  if (!bodies?.standing || !start || !end || !levels || !route) return undefined;
  const words = (code: MessageCode, data = {}) => say(code, data, language);
  const step = (kind: StepAnswer['kind'], why: string, rest: Offered): StepAnswer => ({
    id: kind.replaceAll('_', '-').replace(/^event$/, 'end-event'),
    kind,
    title: words(`offer.step.${kind}` as MessageCode),
    ground: why,
    ...rest,
  });
  const skipped = (kind: StepAnswer['kind'], why: MessageCode) => step(kind, words(why), { skip: true });
  const usual = (kind: StepAnswer['kind'], rest: Offered) => step(kind, words('offer.chain'), rest);
  const pledge = reading?.pledge?.said ?? null;
  const asked = (kind: 'registration' | 'covenant', fits: RegExp): StepAnswer =>
    pledge !== null && fits.test(pledge)
      ? step(kind, words('offer.said', { words: pledge }), { opens: start.value, due: pledgeDue(levels) })
      : skipped(kind, 'offer.unsaid');
  const scored = (scoring?.criteria.length ?? 0) > 0;
  const awarded = route.route !== 'none';
  // no number of awards in the text: whoever was ranked is put to the vote
  const everybody = participants ? ground.tree.select(participants.select, bodies.launching).length : 1;
  const council = route.route === 'council_open' ? councilOf(bodies.standing, route.quota || everybody, ground) : null;
  const standing = (workingDays: number): { due: Record<string, DueAnswer> } => ({
    due: { standing: { workingDays } },
  });
  const award = (kind: StepAnswer['kind'], after: string[]): StepAnswer =>
    awarded
      ? usual(kind, { after: after.map((one) => ({ step: one })), ...standing(DAYS.entered) })
      : skipped(kind, 'offer.unawarded');
  const reportedLatest = addDays(end.value, DAYS.reportLatest);
  const checked = scored ? 'self-score' : 'final-report';
  return [
    skipped('own_plan', 'offer.left-out'),
    asked('registration', /đăng ký/i),
    asked('covenant', /giao ước|ký kết/i),
    skipped('interim_review', 'offer.left-out'),
    usual('event', { opens: end.value, ...standing(DAYS.event) }),
    usual('final_report', {
      after: [{ step: 'end-event', atLatest: addDays(end.value, DAYS.eventLatest) }],
      due: reportDue(levels),
    }),
    scored
      ? usual('self_score', {
          after: [{ step: 'final-report', atLatest: reportedLatest }],
          due: { ...pledgeDue(levels) },
        })
      : skipped('self_score', 'offer.unscored'),
    awarded
      ? usual('verification', {
          after: [{ step: checked, atLatest: addDays(reportedLatest, scored ? 2 * DAYS.pledge : 0) }],
          ...standing(DAYS.entered),
        })
      : skipped('verification', 'offer.unawarded'),
    award('ranking', ['verification']),
    council
      ? usual('council', { after: [{ step: 'ranking' }], council })
      : skipped('council', awarded ? 'offer.no-council' : 'offer.unawarded'),
    award('proposal', ['council', 'ranking']),
    award('decision', ['proposal']),
  ];
}

type Levels = NonNullable<PreparationAnswers['levels']>;

/** Units that promise: the standing body collects, and what stands below a participant promises to nobody by itself. */
const pledgeDue = (levels: Levels): Record<string, DueAnswer> =>
  Object.fromEntries(
    Object.keys(levels)
      .filter((key) => key !== 'standing' && levels[key]!.to !== 'parent')
      .map((key) => [key, { workingDays: DAYS.pledge }]),
  );

/** The bottom first: each level gets its days after the one below it; the highest level first, as steps are written. */
function reportDue(levels: Levels): Record<string, DueAnswer> {
  const place = (key: string): number => (levels[key]!.to === 'parent' ? 0 : key === 'standing' ? 2 : 1);
  const lowest = Math.min(...Object.keys(levels).map(place));
  return Object.fromEntries(
    Object.keys(levels)
      .sort((a, b) => place(b) - place(a))
      .map((key) => [key, { workingDays: (place(key) - lowest + 1) * DAYS.perLevel }]),
  );
}

/** The council below the launching body with the seats it has; null where there is none. What its votes need is never offered. */
function councilOf(standing: string, candidates: number, { tree, posts }: OfferGround): CouncilAnswer | null {
  const launching = tree.parentOf(standing) ?? standing;
  const unit = tree.childrenOf(launching).find((id) => tree.unit(id)!.kind === 'council');
  const members = posts.filter((post) => post.unit === unit && post.role === 'member').length;
  if (unit === undefined || members === 0) return null;
  return {
    ...{ unit, members, secretary: `${standing}:focal`, meetsAfter: 5, time: '14:00', award: 'giay_khen' },
    ...{ candidates: Math.max(1, candidates), minutesWithin: 2 },
  };
}
