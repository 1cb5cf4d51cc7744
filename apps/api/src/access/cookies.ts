import type { CookieOptions, Request, Response } from 'express';
import type { ApiOptions } from '../api-options.js';

type Options = Pick<ApiOptions, 'secureCookies'>;

/** Longest that browsers keep a cookie (RFC 6265bis, 5.5: 400 days). */
const DEVICE_MS = 400 * 86_400_000;

/** With the prefix, browsers take the cookie only from this host, over https and for every path (RFC 6265bis, 4.1.3.2). */
export const cookieNames = ({ secureCookies }: Options) => {
  const prefix = secureCookies ? '__Host-' : '';
  return { session: `${prefix}dondoc`, device: `${prefix}dondoc-device` };
};

const kept = ({ secureCookies }: Options): CookieOptions => ({
  httpOnly: true,
  secure: secureCookies,
  sameSite: 'lax',
  path: '/',
});

/** The sign-in ends with the browser, however long the server would keep it; the device is known for more than a year. */
export function setCookies(
  response: Response,
  options: Options,
  { session, device }: Record<'session' | 'device', string>,
) {
  const names = cookieNames(options);
  response.cookie(names.session, session, kept(options));
  response.cookie(names.device, device, { ...kept(options), maxAge: DEVICE_MS });
}

export function dropSession(response: Response, options: Options): void {
  response.clearCookie(cookieNames(options).session, kept(options));
}

/** Value of a cookie; the first, where a name comes twice. */
export function cookieIn(request: Request, name: string): string | undefined {
  for (const part of (request.get('cookie') ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return undefined;
}
