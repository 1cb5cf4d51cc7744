import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { accessRefusal } from '#libs/access';
import { API_OPTIONS, type ApiOptions } from '../api-options.js';
import { ProblemError } from '../http/problem-error.js';
import { cookieIn, cookieNames } from './cookies.js';
import { POLICY, type PolicyRule } from './policy.decorator.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * No other site writes with somebody's cookie, nor signs a browser in as somebody else. A browser tells where a request comes from:
 * `Sec-Fetch-Site`, and over plain http, where it leaves that out, `Origin`. What tells neither is no browser and has no use for a cookie.
 * A bearer is never sent by a browser on its own, and the token of a mail's link comes from the page that the link opened.
 */
@Injectable()
export class OriginGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(API_OPTIONS) private readonly options: ApiOptions,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    if (SAFE.has(request.method) || request.get('authorization') !== undefined) return true;
    const places = [context.getHandler(), context.getClass()];
    const rule = this.reflector.getAllAndOverride<PolicyRule | undefined>(POLICY, places);
    if (rule && 'link' in rule) return true;
    const carries = cookieIn(request, cookieNames(this.options).session) !== undefined;
    if (!carries && !(rule && 'door' in rule)) return true; // nobody's: the next guard says so
    if (this.sameSite(request)) return true;
    throw ProblemError.refused(403, accessRefusal('cross-site'));
  }

  private sameSite(request: Request): boolean {
    const site = request.get('sec-fetch-site');
    const origin = request.get('origin');
    if (site !== undefined) return site === 'same-origin';
    if (origin === undefined || !URL.canParse(origin)) return false;
    return (
      origin === new URL(this.options.publicUrl).origin || origin === `${request.protocol}://${request.get('host')}`
    );
  }
}
