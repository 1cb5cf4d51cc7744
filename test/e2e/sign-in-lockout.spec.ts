import { withServers } from '../support/servers.js';
import { accountsWorld, PASSWORD, type AccountsWorld, type TestBrowser } from './accounts-world.js';
import type { ApiWorld } from './api-world.js';

const ADDRESS = 'vp@ta.test';

withServers('strangers at the door', () => {
  let world: AccountsWorld;
  let processes: ApiWorld[];
  let owner: TestBrowser;
  beforeAll(async () => {
    world = await accountsWorld();
    processes = [world, await world.another()];
    owner = await world.settle('p4', ADDRESS);
  });
  afterAll(() => world?.close());
  beforeEach(() => world.store.tries.deleteMany({}));

  const guess = async (n: number, address: string, from: string): Promise<number> => {
    const browser = world.browser(processes[n % 2], from);
    return (await browser.write('post', '/api/session', { address, password: `đoán lần thứ ${n} đây` })).status;
  };
  const tally = (statuses: number[]) =>
    Object.fromEntries([401, 429].map((code) => [code, statuses.filter((one) => one === code).length]));

  /** Places of a sliding minute that were free or became so while this ran, which on a busy machine takes its time. */
  const places = (began: number): number => 10 + Math.ceil((performance.now() - began) / 6_000);

  it('from one network get at most ten tries a minute at all accounts together, in whichever process', async () => {
    const began = performance.now();
    const statuses = [];
    for (let n = 0; n < 40; n += 1) statuses.push(await guess(n, `ai${n}@ta.test`, '203.0.113.9'));
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(401));
    expect(tally(statuses)[401]).toBeLessThanOrEqual(places(began));
    expect(tally(statuses)[429]).toBe(40 - tally(statuses)[401]!);
  });

  it('from many networks never hold up the owner on a device that the account knows', async () => {
    const began = performance.now();
    const crowd = () => Promise.all(Array.from({ length: 40 }, (_, n) => guess(n, ADDRESS, `203.0.113.${n}`)));
    const { 401: tried, 429: sentAway } = tally([...(await crowd()), ...(await crowd())]);
    expect(tried! + sentAway!).toBe(80);
    expect(tried).toBeLessThanOrEqual(places(began));
    const [answer, others] = await Promise.all([
      owner.write('post', '/api/session', { address: ADDRESS, password: PASSWORD }),
      crowd(),
    ]);
    expect(tally(others)[429]).toBeGreaterThan(30);
    expect(answer.status).toBe(200);
    expect((await owner.get('/api/campaigns')).status).toBe(200);
  });

  it('learn nothing about which addresses are known: same answers, also when they are sent away', async () => {
    const told = async (address: string, from: string): Promise<string[]> => {
      const typed = { address, password: 'sai rồi nhé các bạn' };
      const browser = world.browser(undefined, from);
      const answers = await Promise.all(Array.from({ length: 12 }, () => browser.write('post', '/api/session', typed)));
      const words = ({ status, body }: (typeof answers)[number]) =>
        `${status} ${body.code} ${String(body.detail).replace(/\d+/, 'n')}`;
      return [...new Set(answers.map(words))].sort();
    };
    const known = await told(ADDRESS, '203.0.113.50');
    await world.store.tries.deleteMany({});
    expect(await told('khong-ai@ta.test', '203.0.113.51')).toEqual(known);
    expect(known.map((words) => words.slice(0, 17))).toEqual(['401 sign-in-wrong', '429 sign-in-slow ']);
  });

  it('are told how long to wait, and a known device that guesses wrong waits too', async () => {
    const typed = { address: ADDRESS, password: 'quên mất mật khẩu rồi' };
    const answers = await Promise.all(Array.from({ length: 15 }, () => owner.write('post', '/api/session', typed)));
    const slow = answers.find(({ status }) => status === 429)!;
    expect(Number(slow.get('Retry-After'))).toBeGreaterThanOrEqual(1);
    expect(slow.body).toMatchObject({ code: 'sign-in-slow', detail: expect.stringMatching(/thử lại sau \d+ giây/) });
  });

  it('many at once are counted before anything is compared', async () => {
    const statuses = await Promise.all(Array.from({ length: 40 }, (_, n) => guess(n, ADDRESS, '203.0.113.77')));
    expect(tally(statuses)[401]).toBeLessThanOrEqual(8); // six at once, and one each after 2 and 4 seconds
  });

  it('cannot fill a mailbox, nor keep its owner from a link: three letters an hour, each of which works', async () => {
    const sent = world.smtp.mails.length;
    const statuses = [];
    for (let n = 0; n < 8; n += 1)
      statuses.push(
        (
          await world
            .browser(undefined, `203.0.113.${100 + n}`)
            .write('post', '/api/account/reset', { address: ADDRESS })
        ).status,
      );
    expect(statuses).toEqual([202, 202, 202, 429, 429, 429, 429, 429]);
    for (let n = 0; world.smtp.mails.length < sent + 3 && n < 200; n += 1) await new Promise((r) => setTimeout(r, 20));
    expect(world.smtp.mails).toHaveLength(sent + 3);
    const token = await world.tokenFor(ADDRESS);
    await world.browser().write('post', '/api/account/password', { token, password: PASSWORD }).expect(200);
  });
});
