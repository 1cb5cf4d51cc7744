import type { Request } from 'express';
import type { Shown } from '#libs/access';
import type { ApiOptions } from '../api-options.js';
import { cookieIn, cookieNames } from './cookies.js';

/** What a request shows at the door. */
export const shownBy = (request: Request, options: Pick<ApiOptions, 'secureCookies'>): Shown => ({
  authorization: request.get('authorization'),
  session: cookieIn(request, cookieNames(options).session),
  actingPost: request.get('x-acting-post'),
});
