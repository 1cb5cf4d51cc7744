import PostalMime from 'postal-mime';
import request from 'supertest';
import { saveOrganisation, type Store } from '#libs/store';
import { testSmtp, unique, type TestSmtp } from '../support/servers.js';
import { apiWorld, type ApiWorld } from './api-world.js';

export const PASSWORD = 'trâu trắng qua suối';

/** A browser: keeps its cookies and tells where its requests come from, as Chrome does. */
export interface TestBrowser {
  get(path: string): request.Test;
  write(method: 'post' | 'put' | 'patch' | 'delete', path: string, body?: object): request.Test;
}

export interface AccountsWorld extends ApiWorld {
  smtp: TestSmtp;
  /** Another API process on the same database. */
  another(env?: Record<string, string>): Promise<ApiWorld>;
  /** @param from address of its network, told by the proxy in front */
  browser(on?: ApiWorld, from?: string): TestBrowser;
  /** The token of the latest letter to an address. */
  tokenFor(address: string): Promise<string>;
  /** Invites a person and sets the password in this browser, which is signed in afterwards. */
  settle(person: string, address: string, browser?: TestBrowser): Promise<TestBrowser>;
}

const FROM = '2010-01-01';
/** person → address, posts held. */
export const people = {
  p2: ['cn@ta.test', ['ta:administrator']],
  p3: ['hai-chuc@ta.test', ['ta-x2:focal', 'ta-x2:head']],
  p4: ['vp@ta.test', ['ta-office:focal']],
  p5: ['x1@tb.test', ['tb-x1:focal']],
  p6: ['x1@ta.test', ['ta-x1:head']],
  p7: ['khong-chuc@ta.test', []],
} as const satisfies Record<string, readonly [string, readonly string[]]>;

/** The API with real accounts behind one proxy, and a mail server. Engine time is stepped; sign-ins live by the wall clock. */
export async function accountsWorld(env: Record<string, string> = {}): Promise<AccountsWorld> {
  const smtp = await testSmtp();
  const settings = { SMTP_URL: smtp.url, MONGODB_DB: unique('accounts'), PROXY_HOPS: '1', ...env };
  const worlds: ApiWorld[] = [];
  const another = async (more: Record<string, string> = {}) => {
    worlds.push(await apiWorld({ ...settings, ...more }));
    return worlds.at(-1)!;
  };
  const world = await another();
  await loadPeople(world.store);
  let n = 0;
  const browser = (on: ApiWorld = world, from = '198.51.100.1'): TestBrowser => {
    const agent = request.agent(on.app.getHttpServer());
    const sent = (test: request.Test) => test.set('x-forwarded-for', from);
    return {
      get: (path) => sent(agent.get(path)),
      write: (method, path, body = {}) =>
        sent(agent[method](path))
          .set('sec-fetch-site', 'same-origin')
          .set('idempotency-key', `browser-${(n += 1)}`)
          .send(body),
    };
  };
  const tokenFor = async (address: string): Promise<string> => {
    const mail = smtp.mails.findLast(({ to }) => to.includes(address));
    const { text = '' } = await PostalMime.parse(mail?.raw ?? '');
    return /\/mat-khau#([\w-]{43})/.exec(text)![1]!;
  };
  const settle = async (person: string, address: string, at = browser()): Promise<TestBrowser> => {
    await world.as('ta:administrator').write('post', '/api/accounts/invitation', { person }).expect(200);
    await at.write('post', '/api/account/password', { token: await tokenFor(address), password: PASSWORD }).expect(200);
    return at;
  };
  const close = async () => {
    for (const one of worlds) await one.close();
    await smtp.close();
  };
  return { ...world, smtp, another, browser, tokenFor, settle, close };
}

async function loadPeople(store: Store): Promise<void> {
  const entries = Object.entries(people);
  await saveOrganisation(store, {
    units: [],
    edges: [],
    posts: [],
    persons: entries.map(([_id, [email]]) => ({ _id, name: `Người ${_id}`, email, phone: null })),
    holders: entries.flatMap(([person, [, posts]]) =>
      posts.map((post) => ({ _id: `${person}-${post}`, post, person, from: FROM, to: null })),
    ),
  });
}

/** Ends every term of a person, as the day before did. */
export async function dismiss(store: Store, person: string): Promise<void> {
  await store.holders.updateMany({ person }, { $set: { to: '2023-08-31' } });
  await store.stamps.updateOne({ _id: 'organisation' }, { $inc: { version: 1 } }, { upsert: true });
}
