import type { Outcome } from '#libs/commands';
import { say, type Fault, type MessageData } from '#libs/domain';
import { ProblemError, type FieldError } from './problem-error.js';

/** What a refusal carries beside its sentence: how the document stands now, and what the client wanted to save. */
interface Told {
  current?: { revision?: number };
  yours?: unknown;
  faults?: readonly Fault[];
}

/** The receipt of a command, or its refusal as a problem. */
export function answer<R>(outcome: Outcome<R>): R {
  if (outcome.ok) return outcome.receipt;
  const { status, code, reason, data = {} } = outcome;
  const { current, yours, faults, ...rest } = data as Told & MessageData;
  const told =
    typeof current === 'object' ? { current, data: { ...rest, current: current.revision ?? null } } : { data: rest };
  throw new ProblemError(status, code, reason, {
    ...told,
    ...(yours !== undefined && { more: { yours } }),
    ...(faults && { errors: faults.map(fieldError) }),
  });
}

/** A fault of a report as the client shows it beside its field. */
export const fieldError = ({ path, code, kind, data }: Fault): FieldError => ({
  field: path,
  message: say(code, data),
  code,
  kind,
});
