import type { Target } from '#libs/domain';
import { cumulateBands } from '#libs/domain/target/goal.js';
import type { ReadTarget } from '#libs/domain/plan-reader/index.js';
import type { PlanAnswers, TargetAnswer } from './answers.types.js';

type Confirmed = PlanAnswers['confirmed'][number];

/**
 * The targets of the text with the officer's answers: which is which, and who brings each figure.
 * @throws where the reader found another number of targets than were confirmed, or one was not answered, or twice
 */
export function draftTargets(read: ReadTarget[], { confirmed, targets: answers }: PlanAnswers): Target[] {
  const found = read.filter(({ role }) => role === 'target' || role === 'cross_check');
  if (found.length !== confirmed.length) {
    throw new Error(`the reader found ${found.length} targets, ${confirmed.length} were confirmed`);
  }
  const targets = confirmed.map((one, place) => {
    const matching = answers.filter(({ ids }) => ids.includes(one.id));
    if (matching.length !== 1) throw new Error(`target ${one.id} is answered ${matching.length} times`);
    return draftTarget(one, found[place]!, matching[0]!);
  });
  return cumulateBands(targets);
}

function draftTarget({ id, name }: Confirmed, read: ReadTarget, answer: TargetAnswer): Target {
  const { comparator, explicit, value, min, max, band, unit, per, deadline, condition, role, evidence } = read;
  const { mode, method, responsible, allocation, units, baseline } = answer;
  if (deadline === null) throw new Error(`target ${id} has no day: an officer has to give one`);
  return {
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
    deadline,
    role: role === 'cross_check' ? 'cross_check' : 'target',
    ...(baseline === undefined ? {} : { baseline }),
    ...(condition === null ? {} : { note: condition }),
    evidence,
    mode,
    method,
    ...(responsible === undefined ? {} : { responsible }),
    ...(allocation === undefined ? {} : { allocation }),
    ...(units === undefined ? {} : { units }),
  };
}

function bandOf(text: string): { from: number; to: number } {
  const [from = 0, to = from] = text.split('-').map(Number);
  return { from, to };
}
