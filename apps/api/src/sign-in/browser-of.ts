import type { Request } from 'express';
import { networkOf, type Browser } from '#libs/accounts';
import type { ApiOptions } from '../api-options.js';
import { cookieIn, cookieNames } from '../access/cookies.js';

/** Where a request comes from; behind proxies, as those of ours say. */
export const browserOf = (request: Request, options: ApiOptions): Browser => ({
  network: networkOf(request.ip),
  agent: request.get('user-agent') ?? '',
  device: cookieIn(request, cookieNames(options).device),
});
