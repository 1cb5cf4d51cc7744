import { say, type Language, type MessageCode } from '../../messages/say.js';
import { retold } from '../../plan-reader/messages/tell.js';
import type { DefectKind } from '../../plan-reader/plan-reading.types.js';
import { answerFaults } from '../answer-faults.js';
import type { AnswerPart } from '../answers.types.js';
import { gatherAnswers } from '../gather-answers.js';
import type { Preparation } from '../preparation.types.js';
import type { Finding } from './gate.types.js';

/** Questions of the reader that ask for a whole part; the part's own item says them. */
export const ASKED_BY_PART: Readonly<Record<string, AnswerPart>> = {
  start_open: 'start',
  start_missing: 'start',
  school_year: 'start',
  end_missing: 'end',
  horizons: 'end',
};

/** Parts nobody has answered, and answers that cannot be composed. None of it can be waived: there would be no plan. */
export function answerItems(preparation: Preparation, language: Language): Finding[] {
  const { answers, missing } = gatherAnswers(preparation);
  return [
    ...missing.map((part) => missingItem(part, preparation, language)),
    ...answerFaults(preparation, answers).map(({ field, code, data }): Finding => ({
      id: `answer:${field}:${code.slice('answer.'.length)}`,
      kind: 'answer',
      field,
      text: say(code, { field, ...data }, language),
      severity: 'must',
    })),
  ];
}

/** What the document check offers in the place of a part that the text leaves out. */
const OFFERED: Readonly<Record<string, readonly DefectKind[]>> = {
  cadence: ['missing_cadence', 'cadence_without_day'],
  route: ['missing_award_path'],
};

function missingItem(part: AnswerPart, { reading }: Preparation, language: Language): Finding {
  const asked = reading?.questions.find(({ kind }) => ASKED_BY_PART[kind] === part);
  const offered = reading?.defects.find(({ kind }) => OFFERED[part]?.includes(kind));
  const how = say(`part.${part}` as MessageCode, {}, language);
  return {
    id: `unanswered:${part}`,
    kind: 'unanswered',
    field: part,
    text: asked ? retold(asked.said, asked.text, language) : how,
    severity: 'must',
    proposal: offered ? retold(offered.said, offered.proposal, language) : asked ? how : null,
    evidence: asked?.evidence ?? null,
  };
}
