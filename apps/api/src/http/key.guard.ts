import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { POLICY, type PolicyRule } from '../access/policy.decorator.js';
import { keyOf } from './request-meta.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Rules whose writes need no key: a link of a letter is one itself, and signing in or out twice is doing it once. */
const KEYLESS = ['link', 'door', 'person'];

/** No other write without an `Idempotency-Key`, whatever the handler does with it. */
@Injectable()
export class KeyGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    const rule = this.reflector.getAllAndOverride<PolicyRule | undefined>(POLICY, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!SAFE.has(request.method) && !(rule && KEYLESS.some((kind) => kind in rule))) keyOf(request);
    return true;
  }
}
