import { fieldsOf } from './fields.js';
import type { Field, ParentLink, Preparation, Waiver } from './preparation.types.js';

/** What is kept of a preparation for ever when it becomes a campaign: where every fact came from, who confirmed it, what was waived and why. */
export interface PreparedGround {
  preparation: string;
  fields: Pick<Field, 'field' | 'value' | 'origin' | 'evidence' | 'confirmed'>[];
  /** Answers to the reader's questions. */
  questions: { question: string; answer: string; ground: string }[];
  waivers: Waiver[];
  parent: ParentLink | null;
}

export function groundOf(id: string, preparation: Preparation): PreparedGround {
  const fields = fieldsOf(preparation).map(({ field, value, origin, evidence, confirmed }) => ({
    field,
    value,
    origin,
    evidence,
    confirmed,
  }));
  const questions = Object.entries(preparation.answers.questions ?? {}).map(([question, said]) => ({
    question,
    ...said,
  }));
  return { preparation: id, fields, questions, waivers: preparation.waivers, parent: preparation.parent };
}
