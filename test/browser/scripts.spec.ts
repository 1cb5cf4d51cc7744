import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { CampaignPlan } from '#libs/domain';
import { plan, X1, type ApiWorld } from '../e2e/api-world.js';
import { launch, seenWorld, type SeenWorld } from '../support/seen-world.js';
import { withServers } from '../support/servers.js';
import { walk, wordsOn } from '../support/walk.js';

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
const SEED = 'apps/cli/demo-data/seeds/003_198ce77e64f14ae6.txt';

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
  async function harmless(page: Page, from: string[], follow?: RegExp): Promise<{ seen: string[]; words: string }> {
    const words: string[] = [];
    const seen = await walk(page, from, {
      ...(follow && { follow }),
      look: async (path) => {
        words.push(await wordsOn(page));
        expect([path, await page.evaluate('window.struck')]).toEqual([path, undefined]);
      },
    });
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
      const { seen, words } = await harmless(page, ['/', '/phong-trao', `/viec/${X1}`, `/viec/${X1}/nhap`]);
      expect(seen.length).toBeGreaterThan(6);
      expect(words.replace(/\s+/g, ' ')).toContain(ALL);
      expect([dialogs, errors]).toEqual([[], []]);
      await context.close();
    },
  );

  it('nor in the wizard, of a plan’s text, its answers and its waivers', async () => {
    const id = await prepared(world);
    const { page, context, errors } = await world.at('ta-office:focal');
    const { seen, words } = await harmless(page, ['/chuan-bi'], new RegExp(`^/chuan-bi(/${id}/[a-z-]+)?$`));
    expect(seen).toHaveLength(7);
    const said = words.replace(/\s+/g, ' ');
    for (const where of ['Tên', 'Chủ đề', 'Trả lời', 'Tập hợp'])
      expect([where, said.includes(`${where} ${ALL}`)]).toEqual([where, true]);
    expect(errors).toEqual([]);
    await context.close();
  });

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

/** A preparation with a payload wherever somebody may type one. */
async function prepared(world: ApiWorld): Promise<string> {
  const office = world.as('ta-office:focal');
  const text = readFileSync(SEED, 'utf8').replace('\n', `\n${ALL}\n`);
  const { body } = await office.write('post', '/api/preparations', { text, name: `kế hoạch ${one()}` }).expect(201);
  const of = `/api/preparations/${body.preparation as string}`;
  const { body: view } = await office.get(of).expect(200);
  const said = { answer: `Trả lời ${ALL}`, ground: ALL };
  const answers = {
    bodies: { launching: 'ta', standing: 'ta-office', office: 'ta-office', chair: 'ta:chair' },
    head: { name: `Tên ${ALL}`, theme: `Chủ đề ${ALL}`, number: one().slice(0, 60), signatory: one() },
    participants: { select: { kinds: ['commune'] }, answer: `Tập hợp ${ALL}`, ground: ALL },
    cadence: said,
    questions: Object.fromEntries(view.questions.map(({ id }: { id: string }) => [id, said])),
  };
  await office.write('patch', `${of}/answers`, { answers }).expect(200);
  const { body: now } = await office.get(of).expect(200);
  for (const { id: item, severity, yours } of now.gate.items as { id: string; severity: string; yours: boolean }[])
    if (severity === 'waivable' && yours) await office.write('post', `${of}/waive`, { item, reason: ALL }).expect(200);
  return body.preparation as string;
}
