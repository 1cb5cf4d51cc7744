import type { Language } from '../../messages/say.js';
import { retold } from '../../plan-reader/messages/tell.js';
import type { Question } from '../../plan-reader/plan-reading.types.js';
import type { PreparationAnswers } from '../answers.types.js';
import { correctionOf, targetsRead } from '../compose/draft-targets.js';
import { gatherAnswers } from '../gather-answers.js';
import type { Preparation } from '../preparation.types.js';
import { QUESTION_WAIVER } from '../waiver-rights.js';
import { ASKED_BY_PART } from './answer-items.js';
import type { Finding } from './gate.types.js';
import { numbered } from './numbered.js';

/** The reader's questions with the ids under which they are answered: `window`, `window#2`. */
export const questionsOf = ({ reading }: Pick<Preparation, 'reading'>): { id: string; thing: Question }[] =>
  numbered(reading?.questions ?? [], ({ kind }) => kind);

/** What the reader asked and nobody has answered, neither by name nor by saying what it asks for elsewhere. */
export function questionItems(preparation: Preparation, language: Language): Finding[] {
  const { answers } = gatherAnswers(preparation);
  return questionsOf(preparation)
    .filter(({ thing }) => ASKED_BY_PART[thing.kind] === undefined)
    .filter(({ id, thing }) => !Object.hasOwn(answers.questions ?? {}, id) && !settled(thing, answers, preparation))
    .map(({ id, thing: { text, said, evidence } }): Finding => ({
      id: `question:${id}`,
      kind: 'question',
      field: `questions.${id}`,
      text: retold(said, text, language),
      severity: 'waivable',
      waivableBy: QUESTION_WAIVER,
      evidence,
    }));
}

/** Answers given elsewhere that leave nothing of the question. */
function settled({ kind, about }: Question, answers: PreparationAnswers, { reading }: Preparation): boolean {
  const { confirmed = [], targets = [], corrections = [] } = answers;
  const place = targetsRead(reading?.numeric_targets ?? []).findIndex(({ name }) => name === about);
  const id = confirmed[place]?.id;
  const source = targets.find(({ ids }) => id !== undefined && ids.includes(id));
  const correction = id === undefined ? undefined : correctionOf(corrections, id);
  if (correction?.drop) return true;
  switch (kind) {
    case 'allocation':
      return confirmed.every((one) => targets.some(({ ids }) => ids.includes(one.id)));
    case 'baseline':
      return source?.baseline !== undefined;
    case 'deadline_missing':
      return correction?.deadline !== undefined;
    case 'unclear':
      return correction?.comparator !== undefined;
    case 'points_or_percent':
      return correction?.change !== undefined;
    default:
      return false;
  }
}
