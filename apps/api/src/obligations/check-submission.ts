import { contents } from '#libs/contracts/http/index.js';
import { refuse, type Figure, type Obligation } from '#libs/domain';
import type { SubmissionContent } from '#libs/store';
import { fieldsVi } from '../http/messages/vi.js';
import { ProblemError } from '../http/problem-error.js';
import { parseAs } from '../http/validation.js';

type Owed = Pick<Obligation, 'kind' | 'targets'> & Partial<Pick<Obligation, 'consolidatedTargets'>>;

/**
 * Content by the kind of what is owed, figures only of targets asked here, each once.
 * @throws ProblemError 400 with the path of each wrong field; 409 for what is no paper: an answer to a difficulty has a command of its own
 */
export function checkSubmission(owed: Owed, content: unknown): SubmissionContent {
  if (owed.kind === 'answer')
    throw ProblemError.refused(409, refuse('illegal-step', { command: 'submit', state: 'open' }));
  const parsed = parseAs<unknown>(contents[owed.kind], content, 'content') as SubmissionContent;
  const asked = new Set([...owed.targets, ...(owed.consolidatedTargets ?? [])]);
  const lines = (parsed.figures ?? parsed.pledges ?? []) as Pick<Figure, 'target'>[];
  const field = parsed.figures ? 'figures' : 'pledges';
  const errors = lines.flatMap(({ target }, n) => {
    const at = `content.${field}.${n}.target`;
    if (!asked.has(target)) return [{ field: at, message: fieldsVi.figureUnknown }];
    return lines.findIndex((line) => line.target === target) === n
      ? []
      : [{ field: at, message: fieldsVi.figureTwice }];
  });
  if (errors.length) throw ProblemError.input(errors);
  return parsed;
}
