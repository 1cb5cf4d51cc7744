import { LiveDesk } from '../../apps/api/src/live/live-desk.js';
import { X1 } from '../e2e/api-world.js';
import { launchedWorld, type SeenWorld } from '../support/seen-world.js';
import { withServers } from '../support/servers.js';

const CONTENT = { figures: [{ target: 'T1', value: 3, status: 'final' }], narrative: 'Đã xong ba công trình.' };
/** Longer than the console waits between two looks at its work without a line, shorter than it waits with one. */
const A_WHILE_MS = 40_000;

withServers('the console hears of changes', () => {
  let world: SeenWorld;
  beforeAll(async () => {
    world = await launchedWorld();
  });
  afterAll(() => world?.close());

  it('shows the reviewer a report that somebody hands in, without asking for it; without the line it asks by itself', async () => {
    const { page, errors } = await world.at('ta-office:focal');
    await page.clock.install();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto('/tham-dinh');
    await page.getByText('Không có báo cáo nào chờ duyệt.').waitFor();
    await page.locator('html[data-live=open]').waitFor({ state: 'attached' });
    await page.waitForTimeout(4_000); // the first look of the watch has passed

    asked.length = 0;
    await page.clock.fastForward(A_WHILE_MS);
    await page.waitForTimeout(1_000);
    expect(asked).toEqual([]);
    await world
      .as('ta-x1:focal')
      .write('post', `/api/obligations/${X1}/submission`, { content: CONTENT, revision: 0 })
      .expect(201);
    await page.getByRole('link', { name: /Đơn vị ta-x1/ }).waitFor({ timeout: 10_000 });
    expect([...new Set(asked)].sort()).toEqual(['/api/review-queue', '/api/work']);

    await world.app.get(LiveDesk).beforeApplicationShutdown(); // every line is cut, and none opens again
    await page.locator('html[data-live=off]').waitFor({ state: 'attached' });
    asked.length = 0;
    await page.clock.fastForward(A_WHILE_MS);
    await expect(until(() => asked.includes('/api/work'))).resolves.toBe(true);
    expect(errors).toEqual([]);
  });
});

async function until(what: () => boolean): Promise<boolean> {
  for (let waited = 0; !what() && waited < 10_000; waited += 100) await new Promise((r) => setTimeout(r, 100));
  return what();
}
