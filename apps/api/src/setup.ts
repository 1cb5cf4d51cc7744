import { RequestMethod } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { urlencoded, type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import { Logger } from 'nestjs-pino';
import { speakVietnamese } from '#libs/contracts/http/index.js';
import { API_OPTIONS, type ApiOptions } from './api-options.js';
import { serveConsole } from './console.js';
import { serveDocs } from './docs/docs.js';
import { BODY_LIMIT, FORM_LIMIT } from './http/limits.js';
import { Metrics } from './metrics/metrics.js';

/** The console is built without inline script; nothing is loaded from elsewhere. */
const csp = {
  useDefaults: true,
  directives: {
    'default-src': ["'self'"],
    'script-src': ["'self'"],
    'style-src': ["'self'", "'unsafe-inline'"],
    'font-src': ["'self'"],
    'img-src': ["'self'", 'data:'],
    'connect-src': ["'self'"],
    'object-src': ["'none'"],
    'frame-ancestors': ["'none'"],
    'upgrade-insecure-requests': null, // offices run it inside their network without a certificate
  },
};

/** Everything between create() and listen(); shared by main.ts and the tests. Create the application with `bodyParser: false`. */
export function setup(app: NestExpressApplication): void {
  speakVietnamese();
  app.useLogger(app.get(Logger));
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('trust proxy', app.get<ApiOptions>(API_OPTIONS).proxyHops);
  app.use(app.get(Metrics).middleware);
  app.use(helmet({ contentSecurityPolicy: csp, strictTransportSecurity: false }));
  app.use(['/api', '/viec'], noStore);
  app.use('/viec', urlencoded({ extended: false, limit: FORM_LIMIT }));
  app.useBodyParser('json', { limit: BODY_LIMIT, strict: true });
  app.setGlobalPrefix('api', {
    exclude: ['health', 'metrics']
      .flatMap((path) => [path, `${path}/*rest`])
      .map((path) => ({ path, method: RequestMethod.GET }))
      .concat({ path: 'viec/*rest', method: RequestMethod.ALL }),
  });
  app.enableShutdownHooks(['SIGINT', 'SIGTERM'], { useProcessExit: true });
  serveDocs(app);
  serveConsole(app);
}

/** States change without the client's doing: nothing here may be shown from a cache. */
function noStore(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('Cache-Control', 'no-store');
  next();
}
