import type { Page } from 'playwright-core';

/** More stops than any screen has. */
const STOPS = 150;

interface Focus {
  name: string;
  /** The ring that shows where one is. */
  ring: boolean;
}

const focus = (page: Page): Promise<Focus> =>
  page.evaluate(() => {
    const one = document.activeElement as HTMLElement;
    if (one === document.body) return { name: '', ring: false };
    const labels = [...((one as HTMLInputElement).labels ?? [])].map(({ innerText }) => innerText).join(' ');
    const name = one.getAttribute('aria-label') ?? (labels || one.innerText || '');
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
    const ring = (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
    return { name: name.replace(/\s+/g, ' ').trim(), ring };
  });

/** Tab until one stands on what is called that; every stop on the way shows where one is. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let n = 0; n < STOPS; n += 1) {
    await page.keyboard.press('Tab');
    const now = await focus(page);
    if (now.name !== '') expect(now).toEqual({ name: now.name, ring: true });
    if (name.test(now.name)) return;
    passed.push(now.name.slice(0, 40));
  }
  throw new Error(`the keyboard does not come to ${String(name)}; it came to: ${[...new Set(passed)].join(' | ')}`);
}

/** Comes to it and presses it. */
export async function press(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}
