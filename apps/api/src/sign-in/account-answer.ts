import { isRefusal, type Refusal } from '#libs/domain';
import { ProblemError } from '../http/problem-error.js';

const STATUS: Record<string, number> = {
  'sign-in-wrong': 401,
  'sign-in-slow': 429,
  'sign-in-busy': 429,
  'link-wrong': 410,
  'person-unknown': 404,
  'account-unknown': 404,
};

/** Faults of what was typed, by the field they stand beside. */
const FIELDS: Record<string, string> = {
  'password-short': 'password',
  'password-long': 'password',
  'password-common': 'password',
  'password-old-wrong': 'old',
};

/** What an account's command gave, or its refusal as a problem. @throws ProblemError */
export function accountAnswer<T extends object>(outcome: T | Refusal): T {
  if (!isRefusal(outcome)) return outcome;
  const { code, reason, data } = outcome;
  const field = FIELDS[code];
  const status = field === undefined ? (STATUS[code] ?? 409) : 400;
  throw ProblemError.refused(status, outcome, {
    ...(field !== undefined && { errors: [{ field, message: reason, code }] }),
    ...(status === 429 && { headers: { 'Retry-After': String(data?.seconds ?? 1) } }),
  });
}
