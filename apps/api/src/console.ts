import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { projectRoot } from '#libs/embedded/root.js';

const NOT_PAGES = /^\/(api|docs|assets|health|metrics)(\/|-|$)|^\/viec\/tuy-chon$/;
/** A signed link of a mail has a page of its own; without its token it is the console's. */
const signed = ({ path, query }: Request): boolean => path.startsWith('/viec/') && query['thu'] !== undefined;

/** Serves the built console; any GET that wants HTML and is nobody else's gets its page. */
export function serveConsole(app: NestExpressApplication, dist = join(projectRoot, 'apps/web/dist')): void {
  if (!existsSync(join(dist, 'index.html'))) return;
  app.useStaticAssets(join(dist, 'assets'), { prefix: '/assets', immutable: true, maxAge: '365d' });
  app.useStaticAssets(dist, { maxAge: 0, index: false });
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (request.method !== 'GET' || NOT_PAGES.test(request.path) || signed(request) || !request.accepts('html'))
      return next();
    response.sendFile('index.html', { root: dist });
  });
}
