import { StandardSchemaValidationPipe } from '@nestjs/common';
import type { z } from 'zod';
import { ProblemError, type FieldError } from './problem-error.js';

type Issue = { message: string; path?: readonly (PropertyKey | { key: PropertyKey })[] | undefined };

/** Bodies and queries against their zod schema; every fault with the path of its field. */
export const validationPipe = (): StandardSchemaValidationPipe =>
  new StandardSchemaValidationPipe({ exceptionFactory: (issues) => ProblemError.input(fieldErrors(issues)) });

/** Checks a value whose schema is known only now. @throws ProblemError 400 */
export function parseAs<T>(schema: z.ZodType<T>, value: unknown, at: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw ProblemError.input(fieldErrors(parsed.error.issues, at));
}

/** An unknown field is named itself, not only the group it stands in. */
export function fieldErrors(issues: readonly Issue[], at = ''): FieldError[] {
  return issues.slice(0, 100).flatMap((issue) => {
    const path = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part));
    const field = [...(at ? [at] : []), ...path].join('.');
    const { keys } = issue as { keys?: string[] };
    if (keys) return keys.map((key) => ({ field: field ? `${field}.${key}` : key, message: issue.message }));
    return [{ field: field || 'body', message: issue.message }];
  });
}
