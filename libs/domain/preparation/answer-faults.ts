import type { MessageCode, MessageData } from '../messages/say.js';
import type { DueAnswer, PreparationAnswers, StepAnswer } from './answers.types.js';
import { correctionOf, targetsRead } from './compose/draft-targets.js';
import type { Preparation } from './preparation.types.js';

/** An answer that cannot be composed as it stands. */
export interface AnswerFault {
  /** `steps.council`, `targets.T03` … */
  field: string;
  code: Extract<MessageCode, `answer.${string}`>;
  data: MessageData;
}

const fault = (field: string, code: AnswerFault['code'], data: MessageData = {}): AnswerFault => ({
  field,
  code,
  data,
});

/** What would make composing fail, among the parts that are there. With none of them missing and no fault the plan can be composed. */
export function answerFaults({ reading }: Pick<Preparation, 'reading'>, answers: PreparationAnswers): AnswerFault[] {
  const { laidOut, steps = [] } = answers;
  return [
    ...headFaults(reading, answers),
    ...targetFaults(reading, answers),
    ...(laidOut ? [] : [...steps.flatMap((step) => stepFaults(step, answers)), ...periodFaults(answers)]),
  ];
}

function headFaults(reading: Preparation['reading'], { head = {} }: PreparationAnswers): AnswerFault[] {
  const said = {
    name: head.name ?? reading?.campaign_name,
    issuer: head.issuer ?? reading?.issuer,
    signatory: head.signatory ?? reading?.signatory,
  };
  return (Object.keys(said) as (keyof typeof said)[])
    .filter((field) => !said[field])
    .map((field) => fault(field, 'answer.head-missing', { field, key: field }));
}

function targetFaults(reading: Preparation['reading'], answers: PreparationAnswers): AnswerFault[] {
  const { confirmed = [], targets = [], corrections = [], laidOut } = answers;
  const read = targetsRead(reading?.numeric_targets ?? []);
  const known = laidOut
    ? (laidOut.targets ?? []).map(({ id, deadline }) => ({ id, deadline }))
    : confirmed.map(({ id }, place) => ({ id, deadline: read[place]?.deadline }));
  if (!laidOut && read.length !== confirmed.length) {
    return [fault('confirmed', 'answer.targets-counted', { found: read.length, confirmed: confirmed.length })];
  }
  const kept = known.filter(({ id }) => !correctionOf(corrections, id)?.drop);
  const added = corrections.filter(({ id, drop }) => !drop && !known.some((one) => one.id === id));
  const ids = [...kept, ...added].map(({ id }) => id);
  return [
    ...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => fault(`targets.${id}`, 'answer.target-twice', { id })),
    ...targets
      .flatMap((one) => one.ids)
      .filter((id) => !known.some((one) => one.id === id) && !ids.includes(id))
      .map((id) => fault(`targets.${id}`, 'answer.target-unknown', { id })),
    ...ids.flatMap((id) => {
      const sources = targets.filter((one) => one.ids.includes(id)).length;
      if (sources > 1) return [fault(`targets.${id}`, 'answer.target-sourced-twice', { id })];
      return sources === 0 && !laidOut ? [fault(`targets.${id}`, 'answer.target-without-mode', { id })] : [];
    }),
    ...kept
      .filter(({ id, deadline }) => !(correctionOf(corrections, id)?.deadline ?? deadline))
      .map(({ id }) => fault(`targets.${id}`, 'answer.target-without-day', { id })),
    ...added
      .filter(({ name, comparator, unit, deadline }) => !name || !comparator || unit === undefined || !deadline)
      .map(({ id }) => fault(`targets.${id}`, 'answer.target-incomplete', { id })),
  ];
}

/** Kinds that the standing body enters: their one due day is that of `standing`. */
const ENTERED: readonly StepAnswer['kind'][] = ['event', 'ranking', 'proposal', 'decision', 'verification'];

function stepFaults(step: StepAnswer, answers: PreparationAnswers): AnswerFault[] {
  const { id, kind, skip, due, council, opens, after = [] } = step;
  const fixed = opens !== undefined && after.length === 0;
  const field = `steps.${id}`;
  if (skip) return [];
  if (kind === 'council') return council ? [] : [fault(field, 'answer.council-missing', { id })];
  if (!due || Object.keys(due).length === 0) return [fault(field, 'answer.step-without-day', { id })];
  if (ENTERED.includes(kind)) {
    if (!due['standing']) return [fault(field, 'answer.step-without-standing', { id })];
    return fixed ? [] : dayFaults(field, { standing: due['standing'] });
  }
  return [...levelFaults(field, due, answers), ...(fixed ? [] : dayFaults(field, due))];
}

function periodFaults(answers: PreparationAnswers): AnswerFault[] {
  return (answers.periods ?? []).flatMap(({ id, from, to, due }) => {
    const field = `periods.${id}`;
    return [
      ...(to < from ? [fault(field, 'answer.period-backwards', { id, from, to })] : []),
      ...(Object.keys(due).length === 0 ? [fault(field, 'answer.step-without-day', { id })] : []),
      ...levelFaults(field, due, answers),
    ];
  });
}

const levelFaults = (field: string, due: Record<string, DueAnswer>, { levels }: PreparationAnswers): AnswerFault[] =>
  Object.keys(levels ? due : {})
    .filter((level) => !Object.hasOwn(levels!, level))
    .map((level) => fault(field, 'answer.level-unknown', { level }));

/** A day of the month needs a month: that of the close of the data, or of a fixed opening. */
const dayFaults = (field: string, due: Record<string, DueAnswer>): AnswerFault[] =>
  Object.values(due).some((answer) => 'dayOfMonth' in answer) ? [fault(field, 'answer.day-of-month', {})] : [];
