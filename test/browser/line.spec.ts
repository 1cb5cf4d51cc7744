import type { Route } from 'playwright-core';
import { X1 } from '../e2e/api-world.js';
import { PHONE } from '../support/chromium.js';
import { launchedWorld, type SeenWorld } from '../support/seen-world.js';
import { withServers } from '../support/servers.js';

/** How long the line is away; the two minutes of a valley are asked for with `LINE_DOWN_MS=120000`. */
const DOWN_MS = Number(process.env.LINE_DOWN_MS ?? 6_000);

jest.setTimeout(240_000 + 2 * DOWN_MS);

withServers('a weak line', () => {
  let world: SeenWorld;

  beforeAll(async () => {
    world = await launchedWorld();
  });
  afterAll(() => world?.close());

  it('away while one types and while one hands in: nothing is lost and the report is handed in once', async () => {
    const { page, context, errors } = await world.at('ta-x1:focal', PHONE);
    await page.goto(`/viec/${X1}/nhap`);
    const figure = page.getByLabel('Kết quả Số công trình');
    await figure.waitFor();
    const areas = await page.locator('.words-field textarea').all();
    const typed = areas.map((_, n) => `Mục ${n + 1}: viết khi mất mạng, có dấu "ngoặc" và xuống\ndòng.`);

    await context.setOffline(true);
    const back = Date.now() + DOWN_MS;
    await figure.pressSequentially('17', { delay: 40 });
    for (const [n, area] of areas.slice(0, -1).entries()) await area.fill(typed[n]!);
    await page.getByText(/Mất kết nối: \d+ thay đổi được giữ trên máy này/).waitFor();
    await page.waitForTimeout(Math.max(0, back - Date.now()));
    await context.setOffline(false);
    await page.getByText(/Đã lưu/).waitFor();
    const { draft } = (await world.as('ta-x1:focal').get(`/api/obligations/${X1}/form`).expect(200)).body;
    expect(draft.fields['figures.T1.final.value'].value).toBe('17');
    const words = Object.values(draft.fields as Record<string, { value: unknown }>).map(({ value }) => value);
    expect(words).toEqual(expect.arrayContaining(typed.slice(0, -1)));

    // the request arrives, its answer does not; then the line is away altogether
    let asked = 0;
    const cut = async (route: Route): Promise<void> => {
      asked += 1;
      if (asked > 1) return route.continue();
      await route.fetch();
      await context.setOffline(true);
      await route.abort('connectionreset');
    };
    await page.route('**/submission', cut);
    await page.getByRole('button', { name: 'Nộp báo cáo' }).click();
    await page.getByText(/Chưa nhận được trả lời của máy chủ/).waitFor();
    await page.waitForTimeout(DOWN_MS);
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Nộp báo cáo' }).click();
    await page.getByText(/lần nộp thứ 1/).waitFor();
    expect(asked).toBe(2);
    const { body } = await world.as('ta-x1:focal').get(`/api/obligations/${X1}`).expect(200);
    expect(body).toMatchObject({ state: 'submitted', attempt: 1 });
    expect(await world.store.submissions.countDocuments({ obligation: X1 })).toBe(1);
    expect(errors).toEqual([]);
    await context.close();
  });
});
