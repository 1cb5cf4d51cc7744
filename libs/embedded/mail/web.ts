import { createServer, type Server } from 'node:http';
import type { Inbox } from './inbox.js';
import { bodyPage, listPage, messagePage, missingPage } from './pages.js';

interface Answer {
  code?: number;
  type: string;
  body: string | Buffer;
  /** Content-Security-Policy. */
  csp?: string;
}
const OWN_PAGES = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'self'";
/** A caught mail may show pictures it carries itself and nothing else: no script, no request to anywhere. */
const MAIL_BODY = "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'";

const json = (value: unknown, code = 200): Answer => ({ code, type: 'application/json', body: JSON.stringify(value) });
const html = (body: string, code = 200, csp = OWN_PAGES): Answer => ({ code, type: 'text/html', body, csp });

/** Inbox for people at `/`, JSON at `/api/messages` and `/api/count`. Loopback only. */
export async function startInboxWeb(inbox: Inbox, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    answer(inbox, request.method ?? 'GET', url)
      .catch((error: Error) => json({ error: error.message }, 500))
      .then(({ code = 200, type, body, csp }) => {
        response.writeHead(code, {
          'content-type': `${type}; charset=utf-8`,
          'cache-control': 'no-store',
          'x-content-type-options': 'nosniff',
          ...(csp ? { 'content-security-policy': csp } : {}),
        });
        response.end(body);
      }, console.error);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}

async function answer(inbox: Inbox, method: string, { pathname, searchParams }: URL): Promise<Answer> {
  const q = searchParams.get('q') ?? undefined;
  if (pathname === '/') return html(listPage(inbox.count, await inbox.list({ q }), q ?? ''));
  if (pathname === '/api/count') return json({ count: inbox.count });
  if (pathname === '/api/messages') return method === 'DELETE' ? erase(inbox) : list(inbox, searchParams);
  const match = /^\/(api\/messages|m)\/(\d+)(?:\/(raw|body))?$/.exec(pathname);
  const id = match?.[2] ?? '';
  const message = await inbox.get(id);
  if (match?.[1] !== 'm') return message ? json(message) : json({ error: 'not found' }, 404);
  if (!message) return html(missingPage(), 404);
  if (match[3] === 'raw') return { type: 'text/plain', body: inbox.raw(id) ?? '' };
  return match[3] === 'body' ? html(bodyPage(message), 200, MAIL_BODY) : html(messagePage(message));
}

async function list(inbox: Inbox, search: URLSearchParams): Promise<Answer> {
  const limit = search.get('limit');
  if (limit !== null && !/^\d{1,7}$/.test(limit)) return json({ error: 'limit must be a whole number' }, 400);
  return json(
    await inbox.list({
      to: search.get('to') ?? undefined,
      q: search.get('q') ?? undefined,
      ...(limit === null ? {} : { limit: Number(limit) }),
    }),
  );
}

function erase(inbox: Inbox): Answer {
  inbox.clear();
  return json({ ok: true });
}
