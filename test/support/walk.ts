import type { Page } from 'playwright-core';

/** Screens of one post; every one that a link leads to is opened up to here. */
const MOST = 60;
/** Neither files and descriptions of the API, nor what a link in a letter does. */
const SCREENS = /^\/(?!(api|docs|viec\/.*\?thu=))/;

interface Walk {
  /** Links that are followed; all screens unless said. */
  follow?: RegExp;
  look: (path: string) => Promise<void>;
}

/** Opens screens and every screen that their links lead to, each once with everything unfolded. @returns those that were seen */
export async function walk(page: Page, from: readonly string[], { follow = SCREENS, look }: Walk): Promise<string[]> {
  const [seen, open] = [new Set<string>(), [...from]];
  while (open.length > 0 && seen.size < MOST) {
    const path = open.shift()!;
    if (seen.has(path)) continue;
    seen.add(path);
    await page.goto(path);
    await loaded(page);
    await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
    await look(path);
    const links = await page
      .locator('a[href^="/"]')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')!.split('#')[0]!));
    open.push(...links.filter((link) => follow.test(link)));
  }
  return [...seen];
}

/** Until a screen has its heading and nothing on it is still waited for; a live line never lets the network rest. */
async function loaded(page: Page): Promise<void> {
  for (let quiet = 0; quiet < 3; quiet += 1) {
    await page.locator('h1').first().waitFor();
    await page.waitForFunction(() => document.querySelector('.loading') === null);
    await page.waitForTimeout(200);
    if (await page.locator('.loading').count()) quiet = -1;
  }
}

/** What stands on a screen, and in its fields. */
export async function wordsOn(page: Page): Promise<string> {
  const fields = await page
    .locator('textarea, input')
    .evaluateAll((all) => all.map((field) => (field as HTMLInputElement).value));
  return [await page.locator('body').innerText(), ...fields].join('\n');
}
