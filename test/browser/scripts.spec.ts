import type { Page } from 'playwright-core';
import type { CampaignPlan } from '#libs/domain';
import { plan, X1 } from '../e2e/api-world.js';
import { launch, seenWorld, type SeenWorld } from '../support/seen-world.js';
import { withServers } from '../support/servers.js';

jest.setTimeout(600_000);

/** Each would say so in `window.struck` if a page took it for its own. */
const PAYLOADS = [
  '<script>window.struck=1</script>',
  '<img src=x onerror=window.struck=2>',
  '"><svg onload=window.struck=3>',
  `<iframe srcdoc="<script>parent.struck=4</script>"></iframe>`,
  '<a href="javascript:window.struck=5">x</a>',
  '</title></style></textarea><script>window.struck=6</script>',
  `{{constructor.constructor('window.struck=7')()}}\${window.struck=8}`,
  '<details open ontoggle=window.struck=9><math><mi xlink:href="javascript:window.struck=10">',
  'javascript:window.struck=11//',
  '\u003cimg src=x onerror="window.struck=12"\u003e&lt;script&gt;window.struck=13&lt;/script&gt;',
];
const ALL = PAYLOADS.join(' ');
/** Screens of one post; every one that a link leads to is opened up to here. */
const MOST = 60;

let n = 0;
/** The next payload, for fields too short for all of them. */
const one = (): string => PAYLOADS[(n += 1) % PAYLOADS.length]!;
const step = plan.steps[0]!;
const struck: CampaignPlan = {
  ...plan,
  name: ALL,
  theme: one(),
  source: one(),
  issuer: one(),
  signatory: one(),
  targets: plan.targets.map((target) => ({
    ...target,
    name: `Số công trình ${one()}`,
    unit: 'công trình',
    evidence: ALL,
  })),
  steps: [{ ...step, title: `Báo cáo đợt 1 ${one()}` }, ...plan.steps.slice(1)],
};

withServers('what people type is never a program', () => {
  let world: SeenWorld;

  beforeAll(async () => {
    world = await seenWorld();
    const { store } = world;
    for (const { _id } of await store.units.find().toArray())
      await store.units.updateOne({ _id }, { $set: { name: `Đơn vị ${_id} ${one()}` } });
    for (const { _id } of await store.posts.find().toArray())
      await store.posts.updateOne({ _id }, { $set: { title: `Chức danh ${one()}` } });
    await store.persons.updateOne({ _id: 'p1' }, { $set: { name: `Lò Thị Mẫu ${one()}` } });
    await store.stamps.updateOne({}, { $inc: { version: 1 } });

    const [office, focal] = [world.as('ta-office:focal'), world.as('ta-x1:focal')];
    await launch(world, struck);
    const of = `/api/obligations/${X1}`;
    const act = (who: typeof focal, name: string, body: object) => who.write('post', `${of}/${name}`, body).expect(201);
    await act(focal, 'extension-request', { proposedDay: '2023-09-29', reason: ALL });
    await act(office, 'extension-decision', { granted: true, reason: ALL });
    await act(focal, 'delay', { expectedDay: '2023-10-02', reason: ALL });
    await act(office, 'escalate', { to: 'head', reason: ALL });
    const content = { figures: [{ target: 'T1', value: 3, status: 'final' }], narrative: ALL };
    await act(focal, 'submission', { content });
    await act(office, 'receive', {});
    const remarks = [{ path: 'figures.T1', reason: 'no-evidence', text: ALL }];
    await act(office, 'return', { reason: ALL, remarks });
    const { body: form } = await focal.get(`${of}/form`).expect(200);
    const changes = form.sections.map(({ id }: { id: string }) => ({ path: `sections.${id}`, seen: 0, value: ALL }));
    await focal.write('patch', `${of}/draft`, { form: form.version, changes }).expect(200);
  });
  afterAll(() => world?.close());

  /** Opens every screen that links lead to; on each nothing has run. Returns the screens and all the words on them. */
  async function walk(page: Page, from: string[]): Promise<{ seen: string[]; words: string }> {
    const [seen, words]: [string[], string[]] = [[], []];
    const open = [...from];
    while (open.length > 0 && seen.length < MOST) {
      const path = open.shift()!;
      if (seen.includes(path)) continue;
      seen.push(path);
      await page.goto(path);
      await page.waitForTimeout(1_000); // a live line never lets the network rest
      for (const shut of await page.locator('details:not([open]) > summary').all()) await shut.click();
      words.push(await page.locator('body').innerText());
      words.push(
        ...(await page
          .locator('textarea, input')
          .evaluateAll((all) => all.map((field) => (field as HTMLInputElement).value))),
      );
      expect([path, await page.evaluate('window.struck')]).toEqual([path, undefined]);
      const links = await page
        .locator('a[href^="/"]')
        .evaluateAll((all) => all.map((link) => link.getAttribute('href')!.split('#')[0]!));
      open.push(...links.filter((link) => !/^\/(api|docs|viec\/.*\?thu=)/.test(link)));
    }
    return { seen, words: words.join('\n') };
  }

  it.each(['ta-x1:focal', 'ta-office:focal', 'ta:chair', 'ta:administrator'])(
    'nothing runs on any screen of %s, and what was typed is shown as it was typed',
    async (who) => {
      const { page, context, errors } = await world.at(who);
      const dialogs: string[] = [];
      page.on('dialog', (dialog) => {
        dialogs.push(dialog.message());
        void dialog.dismiss();
      });
      const { seen, words } = await walk(page, ['/', '/phong-trao', `/viec/${X1}`, `/viec/${X1}/nhap`]);
      expect(seen.length).toBeGreaterThan(6);
      expect(words.replace(/\s+/g, ' ')).toContain(ALL);
      expect([dialogs, errors]).toEqual([[], []]);
      await context.close();
    },
  );

  it('and were a page to take one in, the browser would not run it: no script in a page, none from elsewhere', async () => {
    const { page, context } = await world.at('ta-x1:focal');
    const answer = await page.goto('/');
    const policy = answer!.headers()['content-security-policy']!;
    expect(policy.split(';').find((part) => part.trim().startsWith('script-src '))).toBe("script-src 'self'");
    const blocked = await page.evaluate(async () => {
      const found: string[] = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => found.push(effectiveDirective));
      const script = document.createElement('script');
      script.textContent = 'window.struck=20';
      document.body.append(script);
      document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.struck=21">');
      await new Promise((done) => setTimeout(done, 500));
      return { found, struck: (window as { struck?: number }).struck };
    });
    expect(blocked.struck).toBeUndefined();
    expect(blocked.found).toEqual(expect.arrayContaining(['script-src-elem', 'script-src-attr']));
    await context.close();
  });
});
