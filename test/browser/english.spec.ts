import { readFileSync } from 'node:fs';
import type { CampaignPlan } from '#libs/domain';
import { plan, X1 } from '../e2e/api-world.js';
import { PHONE } from '../support/chromium.js';
import { picture } from '../support/looked-at.js';
import { launch, seenWorld, type SeenWorld } from '../support/seen-world.js';
import { withServers } from '../support/servers.js';
import { walk } from '../support/walk.js';

jest.setTimeout(600_000);

/** Names as an English reader would give them: what is Vietnamese on a screen then is the console's own. */
const english: CampaignPlan = {
  ...plan,
  ...{ name: 'Sample campaign', source: 'sample plan', issuer: 'District A', signatory: 'The chair' },
  targets: plan.targets.map((target) => ({ ...target, name: 'Works', unit: 'works', per: 'commune' })),
  steps: plan.steps.map((step) => ({
    ...step,
    title: step.kind === 'report' ? 'First report' : 'Follow-up',
    ...(step.skip && { skip: { ground: 'nothing to follow' } }),
  })),
};
/** A plan itself is Vietnamese: its preparation is looked at in pictures only. */
const TEXT = readFileSync('apps/cli/demo-data/seeds/003_198ce77e64f14ae6.txt', 'utf8');
const NAMES = ['đôn đốc', 'tiếng việt'];
const VIETNAMESE = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i;

withServers('the console in English', () => {
  let world: SeenWorld;

  beforeAll(async () => {
    world = await seenWorld();
    const { store } = world;
    for (const { _id } of await store.units.find().toArray())
      await store.units.updateOne({ _id }, { $set: { name: `Unit ${_id}` } });
    await store.persons.updateOne({ _id: 'p1' }, { $set: { name: 'Anna' } });
    await store.stamps.updateOne({}, { $inc: { version: 1 } });
    await launch(world, english);
    const of = `/api/obligations/${X1}`;
    const request = { proposedDay: '2023-09-29', reason: 'Storm.' };
    await world.as('ta-x1:focal').write('post', `${of}/extension-request`, request).expect(201);
    await world.as('ta-office:focal').write('post', '/api/preparations', { text: TEXT, name: 'plan' }).expect(201);
  });
  afterAll(() => world?.close());

  it.each([
    ['ta-x1:focal', ['/', `/viec/${X1}`, `/viec/${X1}/nhap`, '/thong-bao/tuy-chon']],
    ['ta-office:focal', ['/phong-trao/ta-2023/theo-doi', '/phong-trao/ta-2023/dang-ky', '/chuan-bi']],
    ['ta:chair', ['/phong-trao/ta-2023/lanh-dao']],
    ['ta:administrator', ['/phong-trao/ta-2023/lich-su', '/phong-trao/ta-2023/lich-su?view=ky-thuat', '/van-hanh']],
  ])('says nothing of its own in Vietnamese on any screen of %s', async (who, from) => {
    const { page, context, errors } = await world.at(who);
    await page.goto('/?lang=en');
    const left: string[] = [];
    const said = new Set<string>(NAMES);
    page.on('response', (response) => {
      if (new URL(response.url()).pathname.startsWith('/api/')) void response.json().then(hear(said), () => undefined);
    });
    const seen = await walk(page, from, {
      follow: /^\/(?!(api|docs|viec\/.*\?thu=|chuan-bi\/.*\?field=))/,
      look: async (path) => {
        await picture(page, `en-${who.replace(':', '-')}${path.replace(/\W+/g, '-')}`, true);
        if (path.startsWith('/chuan-bi/')) return;
        const words = (await page.locator('body').innerText()).split('\n');
        left.push(...words.filter((line) => VIETNAMESE.test(without(said, line))).map((line) => `${path}: ${line}`));
      },
    });
    expect(seen.length).toBeGreaterThan(6);
    expect(left).toEqual([]);
    expect(errors).toEqual([]);
    await context.close();
  });

  it('the calendar, the covenants and the accounts are two taps away on a phone', async () => {
    const { page, context } = await world.at('ta:administrator', PHONE);
    await page.goto('/phong-trao?lang=en');
    for (const [way, path] of [
      ['Calendar', '/lich'],
      ['Covenants', '/giao-uoc'],
      ['Accounts', '/tai-khoan'],
    ] as const) {
      expect(await page.getByRole('link', { name: way }).isVisible()).toBe(false);
      await page.getByRole('button', { name: 'More', exact: true }).click();
      await page.getByRole('link', { name: way }).click();
      await page.waitForURL(`**${path}`);
    }
    await context.close();
  });
});

/** Keeps every text of an answer of the server, which speaks Vietnamese in places. */
const hear =
  (said: Set<string>) =>
  (value: unknown): void => {
    if (typeof value === 'string' && VIETNAMESE.test(value)) said.add(value.toLowerCase());
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(hear(said));
  };

/** A line without what the server said in it. */
const without = (said: Set<string>, line: string): string =>
  [...said].sort((a, b) => b.length - a.length).reduce((left, words) => left.replaceAll(words, ''), line.toLowerCase());
