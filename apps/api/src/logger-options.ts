import type { Params } from 'nestjs-pino';

const QUIET = /^\/(health|metrics|assets)(\/|$)/;

/** Structured lines without secrets or personal data; ordinary requests only at `debug`. */
export const loggerOptions = (level: string): Params => ({
  pinoHttp: {
    level,
    redact: ['req.headers.authorization', 'req.headers.cookie', 'res.headers["set-cookie"]'],
    autoLogging: { ignore: ({ url = '' }) => QUIET.test(url) },
    customLogLevel: (_request, response, error) => (error || response.statusCode >= 500 ? 'error' : 'debug'),
    serializers: { req: ({ id, method, url }: { id: unknown; method: string; url: string }) => ({ id, method, url }) },
  },
});
