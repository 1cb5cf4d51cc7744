import { gzipSync } from 'node:zlib';
import type { CDPSession, Page } from 'playwright-core';
import { obligationId } from '#libs/contracts';
import type { CampaignPlan } from '#libs/domain';
import { plan, X1, type ApiWorld } from '../e2e/api-world.js';
import { PHONE } from '../support/chromium.js';
import { launchedWorld, type SeenWorld } from '../support/seen-world.js';
import { withServers } from '../support/servers.js';

jest.setTimeout(300_000);

const UNITS = 2_000;
const PERIODS = 6;
const FIRST_LOAD = 250_000;
const large: CampaignPlan = {
  ...plan,
  steps: [
    ...Array.from({ length: PERIODS }, (_, n) => ({
      ...plan.steps[0]!,
      id: `report-${n + 1}`,
      title: `Báo cáo kỳ ${n + 1}`,
    })),
    plan.steps[1]!,
  ],
};

/** How much a screen asks of a phone and of an old PC. Bytes and rows are judged; times are said, they are this machine's. */
withServers('the weight of screens', () => {
  let world: SeenWorld;
  const said: string[] = [];

  beforeAll(async () => {
    world = await launchedWorld(large);
    await manyUnits(world);
  });
  afterAll(async () => {
    process.stdout.write(said.map((line) => `  ${line}\n`).join(''));
    await world?.close();
  });

  it('my work is there after at most 250 kB of script, gzip', async () => {
    const { page, context } = await world.at('ta-x1:focal', PHONE);
    const scripts: Promise<Buffer>[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') scripts.push(response.body());
    });
    const line = await page.context().newCDPSession(page);
    await line.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.goto('/');
    await page.getByRole('link', { name: /Nộp: Báo cáo kỳ 1/ }).waitFor();
    const ready = await page.evaluate(() => performance.now());
    const weight = (await Promise.all(scripts)).reduce((sum, script) => sum + gzipSync(script).length, 0);
    said.push(
      `my work: ${Math.round(weight / 1000)} kB of script, to be used ${Math.round(ready)} ms after it was asked for (CPU 4 times slower)`,
    );
    expect(scripts.length).toBeGreaterThan(0);
    expect(weight).toBeLessThanOrEqual(FIRST_LOAD);
    await context.close();
  });

  it('a matrix of 2,000 units and 6 periods draws only what is in sight, wherever one scrolls', async () => {
    const { page, context, errors } = await world.at('ta-office:focal');
    await page.goto('/phong-trao/ta-2023/theo-doi');
    await page.getByText('Đơn vị số 0001', { exact: true }).waitFor();
    await page
      .getByText(`đã nộp 0/${UNITS + 2}`)
      .first()
      .waitFor();
    const drawn = (): Promise<number> => page.locator('[role=row]').count();
    expect(await drawn()).toBeLessThan(60);
    const long = await scrolled(page, await page.context().newCDPSession(page));
    await page.getByText(`Đơn vị số ${UNITS}`, { exact: true }).waitFor();
    expect(await drawn()).toBeLessThan(60);
    said.push(
      `matrix: ${long.length} tasks over 50 ms while scrolling to the end, the longest ${Math.round(Math.max(0, ...long))} ms`,
    );
    expect(errors).toEqual([]);
    await context.close();
  });
});

/** Scrolls to the last row as a wheel does. @returns lengths of tasks over 50 ms on the way, ms */
async function scrolled(page: Page, line: CDPSession): Promise<number[]> {
  await line.send('Performance.enable');
  await page.evaluate(() => {
    const seen: number[] = [];
    (window as unknown as { long: number[] }).long = seen;
    new PerformanceObserver((list) => seen.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    });
  });
  await page.locator('.matrix').hover();
  for (let n = 0; n < 120; n += 1) {
    await page.mouse.wheel(0, 900);
    await page.waitForTimeout(16);
  }
  return page.evaluate(() => (window as unknown as { long: number[] }).long);
}

/** Units beside those of the small world, each with a paper in every period. */
async function manyUnits({ store }: ApiWorld): Promise<void> {
  const one = (await store.obligations.findOne({ _id: X1 }))!;
  const names = Array.from({ length: UNITS }, (_, n) => `so-${String(n + 1).padStart(4, '0')}`);
  const unit = (await store.units.findOne({ _id: 'ta-x1' }))!;
  await store.units.insertMany(names.map((id) => ({ ...unit, _id: id, name: `Đơn vị số ${id.slice(3)}` })));
  for (let n = 1; n <= PERIODS; n += 1) {
    const step = `report-${n}`;
    const papers = names.map((subject) => ({
      ...one,
      ...{ _id: obligationId('ta-2023', step, 'report', subject), step, subject, answeringUnit: subject },
    }));
    await store.obligations.insertMany(papers);
  }
}
