import type { Target } from '#libs/domain';
import { cumulateBands } from '#libs/domain/target/goal.js';
import type { TargetAnswer } from './answers.types.js';
import type { ExpectedTarget } from './expected.types.js';

/** The targets of the text with the answers on who brings each figure. @throws where a target was not answered, or twice */
export function draftTargets(expected: ExpectedTarget[], answers: TargetAnswer[]): Target[] {
  const targets = expected.map((target) => {
    const found = answers.filter(({ ids }) => ids.includes(target.id));
    if (found.length !== 1) throw new Error(`target ${target.id} is answered ${found.length} times`);
    return draftTarget(target, found[0]!);
  });
  return cumulateBands(targets);
}

function draftTarget(expected: ExpectedTarget, answer: TargetAnswer): Target {
  const {
    id,
    name,
    comparator,
    explicit,
    value = null,
    min,
    max,
    band,
    unit,
    per,
    deadline,
    role,
    evidence,
  } = expected;
  const { mode, method, responsible, allocation, units, baseline } = answer;
  const note = [expected.note, expected.condition].filter((text) => text !== undefined).join('; ');
  return {
    id,
    name,
    comparator,
    explicit,
    value,
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(band === undefined ? {} : { band: bandOf(band) }),
    unit,
    per,
    deadline,
    role,
    ...(baseline === undefined ? {} : { baseline }),
    ...(note ? { note } : {}),
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
