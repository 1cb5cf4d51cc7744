import { randomUUID } from 'node:crypto';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import { ClockNotSet } from '#libs/clock';
import { accessTextEn } from '#libs/access';
import { accountTextEn } from '#libs/accounts';
import type { Problem, ProblemCode } from '#libs/contracts/http/index.js';
import { say, type MessageCode } from '#libs/domain';
import { fill, languageOf, textsOf } from './language.js';
import { BODY_LIMIT } from './limits.js';
import { ProblemError } from './problem-error.js';
import { storeIsAway } from './store-away.js';

const RETRY_AFTER_S = '3';

/** Every failure leaves as an RFC 9457 problem with a code and a sentence. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('api');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) {
      response.end();
      return;
    }
    const found = error instanceof ProblemError ? error : this.translate(error);
    const language = languageOf(request);
    const { titles, problems } = textsOf(language);
    const { status, code, detail, extra } = found;
    const problem: Problem = {
      type: `urn:dondoc:problem:${code}`,
      title: titles[status] ?? titles[500]!,
      status,
      detail: detail === null ? fill(problems[code as ProblemCode], extra.data) : inLanguage(found, language),
      code,
      instance: request.originalUrl.split('?')[0]!,
      ...(extra.errors && { errors: extra.errors }),
      ...(extra.current !== undefined && { current: extra.current as Record<string, unknown> }),
      ...extra.more,
    };
    for (const [name, value] of Object.entries(extra.headers ?? {})) response.setHeader(name, value);
    response.status(status).type('application/problem+json').send(JSON.stringify(problem));
  }

  private translate(error: unknown): ProblemError {
    if (storeIsAway(error)) {
      this.log.warn(`store away: ${(error as Error).message}`);
      return ProblemError.of(503, 'store-away', { headers: { 'Retry-After': RETRY_AFTER_S } });
    }
    if (error instanceof ClockNotSet)
      return ProblemError.of(503, 'clock-not-set', { headers: { 'Retry-After': RETRY_AFTER_S } });
    const { type } = error as { type?: string };
    const status = error instanceof HttpException ? error.getStatus() : (error as { status?: number }).status;
    if (status === 413) return ProblemError.of(413, 'too-large', { data: { limit: BODY_LIMIT } });
    if (
      type?.startsWith('entity.') ||
      type?.startsWith('charset.') ||
      type?.startsWith('encoding.') ||
      type === 'request.aborted'
    )
      return ProblemError.of(400, 'bad-json');
    if (status === 404) return ProblemError.of(404, 'no-such-route');
    if (status === 400 || error instanceof URIError) return ProblemError.of(400, 'bad-json');
    if (status === 415) return ProblemError.of(415, 'wrong-media-type');
    const trace = randomUUID().slice(0, 8);
    this.log.error(`${trace} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return ProblemError.of(500, 'unexpected', { data: { trace } });
  }
}

/** The domain's sentence again in the client's language, where its code is in the message files. */
function inLanguage({ code, detail, extra }: ProblemError, language: 'vi' | 'en'): string {
  if (language === 'vi') return detail!;
  const door = accessTextEn(code) ?? accountTextEn(code, extra.data);
  if (door !== undefined) return door;
  try {
    return say(code as MessageCode, extra.data, language);
  } catch {
    return detail!;
  }
}
