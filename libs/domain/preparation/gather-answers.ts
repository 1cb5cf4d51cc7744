import type { AnswerPart, PlanAnswers, PreparationAnswers } from './answers.types.js';
import { targetsRead } from './compose/draft-targets.js';
import { mergeAnswers } from './merge-answers.js';
import type { Gathered, Preparation } from './preparation.types.js';

/** Parts without which no plan can be composed from a text. */
const OF_A_TEXT: readonly AnswerPart[] = [
  'code',
  'bodies',
  'start',
  'end',
  'participants',
  'cadence',
  'periods',
  'route',
  'levels',
  'steps',
];
/** A copy has its targets, levels and steps laid out already. */
const OF_A_COPY: readonly AnswerPart[] = ['code', 'bodies', 'start', 'end', 'participants', 'cadence', 'route'];

/** Working days of review and correction where nobody said others: what the five plans of 2014-2023 were run with at district level. */
export const DEFAULT_WORKDAYS: PlanAnswers['workdays'] = {
  report: { lock: 5, review: 3, resubmit: 3 },
  covenant: { lock: 5, review: 3, resubmit: 3 },
  ground: 'Mặc định của phần mềm: khóa sổ sau 5, xem xét trong 3, gửi lại trong 3 ngày làm việc.',
};

/** What is on the table: the copy, over it the officer's answers, under both the dates that the text says itself and the defaults. */
export function gatherAnswers(preparation: Preparation): Gathered<PreparationAnswers> {
  const { reading, copied, answers: said } = preparation;
  const own = mergeAnswers(copied ?? {}, said);
  const textual = {
    ...(own.start === undefined ? dated('start', preparation) : {}),
    ...(own.end === undefined ? dated('end', preparation) : {}),
  };
  const standing: PreparationAnswers = {
    confirmed: targetsRead(reading?.numeric_targets ?? []).map(({ name }, place) => ({ id: targetId(place), name })),
    targets: [],
    workdays: DEFAULT_WORKDAYS,
    scoring: { criteria: [], ground: 'Kế hoạch không có bảng điểm.' },
    followUps: [],
    ...(own.laidOut ? { levels: {}, steps: [] } : {}),
    // a pattern gives them, and a copy has its steps laid out
    ...(own.laidOut || own.regime ? { periods: [] } : {}),
  };
  const defaults = (['workdays', 'scoring'] as const).filter((part) => own[part] === undefined);
  const answers = { ...standing, ...textual, ...own };
  const needed = own.laidOut ? OF_A_COPY : OF_A_TEXT;
  return { answers, defaults: [...defaults], missing: needed.filter((part) => !isGiven(answers, part)) };
}

/** Ids of targets that nobody has named yet: their place in the text. */
export const targetId = (place: number): string => `T${String(place + 1).padStart(2, '0')}`;

/** True when every part is there: the answers may be composed once `answerFaults` has nothing to say. */
export const isComplete = (gathered: Gathered<PreparationAnswers>): gathered is Gathered<PlanAnswers> =>
  gathered.missing.length === 0;

function isGiven({ bodies, ...answers }: PreparationAnswers, part: AnswerPart): boolean {
  if (part === 'bodies')
    return ['launching', 'standing', 'office', 'chair'].every((one) => bodies?.[one as keyof typeof bodies]);
  return (answers as Record<string, unknown>)[part] !== undefined;
}

/** A day that the text says, or lets infer, in full. */
function dated(part: 'start' | 'end', { reading }: Preparation): PreparationAnswers {
  const moment = reading?.[part];
  if (!moment?.value) return {};
  return { [part]: { value: moment.value, inferred: moment.inferred, ground: moment.text ?? '' } };
}
