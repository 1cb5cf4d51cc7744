import type { Evidence, PlanReading } from '../plan-reader/plan-reading.types.js';
import type { AnswerPart, HeadAnswers, PreparationAnswers } from './answers.types.js';
import { DEFAULT_CALENDAR } from './compose/compose-plan.js';
import { gatherAnswers } from './gather-answers.js';
import { mergeAnswers } from './merge-answers.js';
import type { Fact, Field, Origin, Preparation } from './preparation.types.js';
import { targetFields } from './target-fields.js';
import { valueText } from './value-text.js';

/** Below this the reader itself says that it may have misread. */
const SURE = 0.8;

/**
 * Every fact of the plan to be, with where it comes from. Open are those that nobody said and the text does not say for certain:
 * inferred, copied, defaults, doubtful readings, and what was read of a numeric target.
 */
export function fieldsOf(preparation: Preparation): Field[] {
  const facts = [
    ...headFacts(preparation),
    ...partFacts(preparation),
    ...stepFacts(preparation),
    ...targetFields(preparation),
  ];
  return facts.map(({ weighty = false, ...fact }): Field => {
    const { field, value, origin, confidence } = fact;
    const text = valueText(value);
    const found = preparation.confirmations.findLast((one) => one.field === field && one.value === text);
    const confirmed = found ? { by: found.by, at: found.at } : null;
    const doubtful = origin === 'read' && (weighty || (confidence !== null && confidence < SURE));
    const unsaid = origin === 'inferred' || origin === 'default' || origin === 'copied';
    return {
      ...fact,
      confirmed,
      open: confirmed === null && value !== null && value !== undefined && (unsaid || doubtful),
    };
  });
}

type HeadField = keyof HeadAnswers;
const READ: Record<Exclude<HeadField, 'calendar'>, keyof PlanReading> = {
  name: 'campaign_name',
  theme: 'theme',
  issuer: 'issuer',
  number: 'number',
  issueDate: 'issue_date',
  signatory: 'signatory',
};

function headFacts(preparation: Preparation): Fact[] {
  const { reading, copied, answers } = preparation;
  const heads = (Object.keys(READ) as (keyof typeof READ)[]).map((field): Fact => {
    const said = answers.head?.[field];
    if (said !== undefined) return fact(field, said, 'officer');
    const before = copied?.head?.[field];
    if (before !== undefined) return fact(field, before, before === null ? null : 'copied');
    const found = (reading?.[READ[field]] ?? null) as string | null;
    return fact(field, found, found === null ? null : 'read', reading?.evidence[READ[field]]);
  });
  const calendar = answers.head?.calendar ?? copied?.head?.calendar;
  const from = answers.head?.calendar ? 'officer' : calendar ? 'copied' : 'default';
  return [...heads, fact('calendar', calendar ?? DEFAULT_CALENDAR, from)];
}

/** Parts that are one decision each, and what is shown of them. */
const PARTS = {
  bodies: ({ bodies }) => bodies && [bodies.launching, bodies.standing, bodies.office, bodies.chair].join(', '),
  start: ({ start }) => start?.value,
  end: ({ end }) => end?.value,
  participants: ({ participants }) => participants?.answer,
  cadence: ({ cadence }) => cadence?.answer,
  periods: (answers) => (answers.laidOut ? undefined : periodsShown(answers)),
  route: ({ route }) => route && `${route.route}: ${route.decidedBy}`,
  workdays: ({ workdays, laidOut }) => (laidOut ? undefined : workdays),
  scoring: ({ scoring }) => scoring?.criteria.map(({ id, max }) => `${id} ${max}`).join(', '),
  goals: ({ laidOut }) => laidOut?.goals?.join('; ') || undefined,
  duties: ({ laidOut }) => laidOut?.duties?.map(({ who, does }) => `${who}: ${does}`).join('; ') || undefined,
} satisfies Record<string, (answers: PreparationAnswers) => unknown>;

type Part = keyof typeof PARTS;

function periodsShown({ periods, regime }: PreparationAnswers): string | undefined {
  if (!periods && !regime) return undefined;
  return [...(regime ? [regime.regime] : []), ...(periods ?? []).map(({ id, to }) => `${id} (${to})`)].join(', ');
}

/** The part of the answers that a shown part stands in. */
function namedPart(part: Part, { regime }: PreparationAnswers): AnswerPart {
  if (part === 'goals' || part === 'duties') return 'laidOut';
  return part === 'periods' && regime ? 'regime' : part;
}

function partFacts(preparation: Preparation): Fact[] {
  const { reading, copied, answers: said } = preparation;
  const { answers, defaults } = gatherAnswers(preparation);
  return (Object.keys(PARTS) as Part[]).flatMap((part): Fact[] => {
    const value = PARTS[part](answers) ?? null;
    if (value === null) return part === 'start' || part === 'end' ? [fact(part, null, null)] : [];
    const named = namedPart(part, answers);
    const ground = (answers[named] as { ground?: string } | undefined)?.ground;
    const origin = named === 'laidOut' ? 'copied' : originOf(named, said, copied, defaults.includes(named));
    if (origin !== 'read') return [{ ...fact(part, value, origin), evidence: ground ?? null }];
    const moment = part === 'start' || part === 'end' ? reading?.[part] : undefined;
    return [fact(part, value, moment?.inferred ? 'inferred' : 'read', reading?.evidence[part])];
  });
}

function originOf(
  part: AnswerPart,
  said: PreparationAnswers,
  copied: PreparationAnswers | null,
  isDefault: boolean,
): Origin {
  if (said[part] !== undefined) return 'officer';
  if (copied?.[part] !== undefined) return 'copied';
  return isDefault ? 'default' : 'read';
}

/** Days of every step of a copy: each has moved and must be looked at. The steps of a text are an officer's from the beginning. */
function stepFacts({ copied, answers }: Preparation): Fact[] {
  const said = answers.laidOut?.steps ?? [];
  const { steps = [] } = mergeAnswers(copied ?? {}, answers).laidOut ?? {};
  return steps
    .filter(({ skip }) => !skip)
    .map(({ id, opens, duties }) => {
      const due = Object.fromEntries(duties.map((duty) => [duty.level, duty.due]));
      const origin = said.some((one) => one.id === id) ? 'officer' : 'copied';
      return fact(`steps.${id}`, { opens, due }, origin);
    });
}

const fact = (field: string, value: unknown, origin: Origin | null, seen?: Evidence): Fact => ({
  field,
  value: value ?? null,
  origin,
  evidence: seen?.text ?? null,
  line: seen?.line ?? null,
  offset: seen?.offset ?? null,
  confidence: seen?.confidence ?? null,
});
