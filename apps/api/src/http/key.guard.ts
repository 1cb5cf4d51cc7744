import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { keyOf } from './request-meta.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** No write without an `Idempotency-Key`, whatever the handler does with it. */
@Injectable()
export class KeyGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    if (!SAFE.has(request.method)) keyOf(request);
    return true;
  }
}
