import type { ReadTarget } from '../../plan-reader/plan-reading.types.js';
import { cumulateBands } from '../../target/goal.js';
import type { Target } from '../../target/target.types.js';
import type { PlanAnswers, TargetAnswer, TargetCorrection } from '../answers.types.js';

type Answered = Pick<PlanAnswers, 'confirmed' | 'targets' | 'corrections'>;
type Confirmed = PlanAnswers['confirmed'][number];

/** Targets of the text that may become targets of the campaign, in its order; standards of awards and past results do not. */
export const targetsRead = (read: readonly ReadTarget[]): ReadTarget[] =>
  read.filter(({ role }) => role === 'target' || role === 'cross_check');

/**
 * The targets of the text with the officer's answers: which is which, what is corrected or added, and who brings each figure.
 * @throws where an answer is missing that the gate asks for: another number of targets confirmed than read, one not answered, or twice
 */
export function draftTargets(
  read: readonly ReadTarget[],
  { confirmed, targets: answers, corrections = [] }: Answered,
): Target[] {
  const found = targetsRead(read);
  if (found.length !== confirmed.length) {
    throw new Error(`the reader found ${found.length} targets, ${confirmed.length} were confirmed`);
  }
  const ofText = confirmed.map((one, place) => ({
    one,
    said: found[place]!,
    correction: correctionOf(corrections, one.id),
  }));
  const kept = ofText.filter(({ correction }) => !correction?.drop);
  const added = corrections.filter(({ id, drop }) => !drop && !confirmed.some((one) => one.id === id));
  return cumulateBands([
    ...kept.map(({ one, said, correction }) => draftTarget(one, said, answerOf(answers, one.id), correction)),
    ...added.map((one) => addedTarget(one, answerOf(answers, one.id))),
  ]);
}

export const correctionOf = (corrections: readonly TargetCorrection[], id: string): TargetCorrection | undefined =>
  corrections.find((one) => one.id === id);

function answerOf(answers: readonly TargetAnswer[], id: string): TargetAnswer {
  const matching = answers.filter(({ ids }) => ids.includes(id));
  if (matching.length !== 1) throw new Error(`target ${id} is answered ${matching.length} times`);
  return matching[0]!;
}

function draftTarget(
  { id, name }: Confirmed,
  read: ReadTarget,
  answer: TargetAnswer,
  correction?: TargetCorrection,
): Target {
  const { comparator, explicit, value, min, max, band, unit, per, deadline, condition, role, evidence } = read;
  const { baseline } = answer;
  const target = {
    id,
    name,
    comparator,
    explicit,
    value,
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(band === null ? {} : { band: bandOf(band) }),
    unit,
    per: per ?? '',
    deadline: correction?.deadline ?? told(deadline, id),
    role: role === 'cross_check' ? ('cross_check' as const) : ('target' as const),
    ...(baseline === undefined ? {} : { baseline }),
    ...(condition === null ? {} : { note: condition }),
    evidence,
    ...sourceOf(answer),
  };
  return correction ? { ...target, ...corrected(correction) } : target;
}

/** A target that an officer knows and the text does not say in a way that could be read. */
function addedTarget({ id, deadline, ...said }: TargetCorrection, answer: TargetAnswer): Target {
  const { ground, drop: _, ...facts } = said;
  return {
    id,
    name: facts.name ?? id,
    comparator: facts.comparator ?? 'unclear',
    explicit: true,
    value: facts.value ?? null,
    unit: facts.unit ?? '',
    per: facts.per ?? '',
    deadline: told(deadline, id),
    role: facts.role ?? 'target',
    evidence: ground,
    ...(answer.baseline === undefined ? {} : { baseline: answer.baseline }),
    ...sourceOf(answer),
    ...corrected({ id, ground, ...facts }),
  };
}

/** The facts a correction gives; what it leaves out stays as it was read. */
export function corrected({ id: _, drop: _d, ground: _g, ...facts }: TargetCorrection): Partial<Target> {
  const given = Object.entries(facts).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(given), ...('comparator' in facts ? { explicit: true } : {}) };
}

export function sourceOf({
  mode,
  method,
  responsible,
  allocation,
  units,
  overrides,
}: TargetAnswer): Pick<Target, 'mode' | 'method'> {
  return {
    mode,
    method,
    ...(responsible === undefined ? {} : { responsible }),
    ...(allocation === undefined ? {} : { allocation }),
    ...(units === undefined ? {} : { units }),
    ...(overrides === undefined ? {} : { overrides }),
  };
}

function told(day: string | null | undefined, id: string): string {
  if (day === null || day === undefined) throw new Error(`target ${id} has no day: an officer has to give one`);
  return day;
}

function bandOf(text: string): { from: number; to: number } {
  const [from = 0, to = from] = text.split('-').map(Number);
  return { from, to };
}
