import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { RequestMeta } from '#libs/commands';
import { idempotencyKey } from '#libs/contracts/http/index.js';
import type { AccessRequest } from '../access/access-request.js';
import { fieldsVi } from './messages/vi.js';
import { fieldErrors } from './validation.js';
import { ProblemError } from './problem-error.js';

const TAG = /^"(\d{1,7})"$/;

/** The key every write must bring. @throws ProblemError 400 */
export function keyOf(request: Request): string {
  const parsed = idempotencyKey.safeParse(request.get('Idempotency-Key') ?? '');
  if (parsed.success) return parsed.data;
  throw ProblemError.of(400, 'key-missing', { errors: fieldErrors(parsed.error.issues, 'Idempotency-Key') });
}

/** The revision the client saw, from `If-Match: "3"` or the body; both must agree. @throws ProblemError 400 */
function revisionOf(request: Request): number | undefined {
  const header = request.get('If-Match');
  const body = (request.body as { revision?: unknown } | undefined)?.revision;
  const said = typeof body === 'number' ? body : undefined;
  if (header === undefined || header === '*') return said;
  const tag = TAG.exec(header)?.[1];
  if (tag === undefined) throw ProblemError.input([{ field: 'If-Match', message: fieldsVi.revision }]);
  const seen = Number(tag);
  if (said !== undefined && said !== seen)
    throw ProblemError.input([{ field: 'revision', message: fieldsVi.revisionTwice }]);
  return seen;
}

/** Key and revision of a write, and what the door read for it. */
export const Meta = createParamDecorator((_: unknown, context: ExecutionContext): RequestMeta => {
  const request = context.switchToHttp().getRequest<AccessRequest>();
  const { at, found } = request;
  const read = at && found?.obligation && { at, ...found.obligation };
  return { key: keyOf(request), revision: revisionOf(request), read };
});
