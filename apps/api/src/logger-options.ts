import type { Params } from 'nestjs-pino';

const QUIET = /^\/(health|metrics|assets)(\/|$)/;

/** The token of a calendar feed, or of a link in a mail, is its key: it is written nowhere. */
const FEED = /(\/api\/calendar\/)[^/?]+/;
const LINK = /([?&]thu=)[^&]*/;

/** What Nest says of itself while it starts: a hundred lines that tell an operator nothing. */
const CHATTER = new Set(['InstanceLoader', 'RoutesResolver', 'RouterExplorer']);

/** Structured lines without secrets or personal data; ordinary requests only at `debug`. */
export const loggerOptions = (level: string): Params => ({
  forRoutes: ['{*path}'],
  pinoHttp: {
    level,
    hooks: {
      logMethod(line, write) {
        if (!CHATTER.has((line[0] as { context?: string } | undefined)?.context ?? '')) write.apply(this, line);
      },
    },
    redact: ['req.headers.authorization', 'req.headers.cookie', 'res.headers["set-cookie"]'],
    autoLogging: { ignore: ({ url = '' }) => QUIET.test(url) },
    customLogLevel: (_request, response, error) => (error || response.statusCode >= 500 ? 'error' : 'debug'),
    serializers: {
      req: ({ id, method, url }: { id: unknown; method: string; url: string }) => ({
        id,
        method,
        url: url.replace(FEED, '$1***').replace(LINK, '$1***'),
      }),
    },
  },
});
