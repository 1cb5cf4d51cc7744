import type { PreparationView } from '../../api/contracts';
import type { Field } from '../steps';
import type { Answer, Answers } from '../use-preparation';

export type Source = Answer<'targets'>[number];
export type Correction = Answer<'corrections'>[number];

export interface TargetFacts {
  id: string;
  facts: Partial<Record<string, Field>>;
}

/** Fields of the preparation by target, in the order of the text. */
export function targetsOf({ fields }: PreparationView): TargetFacts[] {
  const found = new Map<string, TargetFacts>();
  for (const field of fields) {
    const [part, id, name] = field.field.split('.');
    if (part !== 'targets' || id === undefined || name === undefined) continue;
    const target = found.get(id) ?? { id, facts: {} };
    target.facts[name] = field;
    found.set(id, target);
  }
  return [...found.values()];
}

export const sourceOf = (view: PreparationView, id: string): Source | undefined =>
  (view.answers as Answers).targets?.find(({ ids }) => ids.includes(id));

export const correctionOf = (view: PreparationView, id: string): Correction | undefined =>
  (view.answers as Answers).corrections?.find((one) => one.id === id);
