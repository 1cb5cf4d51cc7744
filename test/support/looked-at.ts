import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { DESK, overflows, PHONE, serious } from './chromium.js';

/** Folder for pictures of the screens, `SHOTS=folder`; none are taken without it. */
const SHOTS = process.env['SHOTS'];

/** Where a file that somebody wants to look at goes; undefined where nobody does. */
export async function shotPath(file: string): Promise<string | undefined> {
  if (!SHOTS) return undefined;
  await mkdir(SHOTS, { recursive: true });
  return join(SHOTS, file);
}

/** Keeps what is in sight, or the whole page, where somebody wants to look at it. */
export async function picture(page: Page, name: string, fullPage = false): Promise<void> {
  const path = await shotPath(`${name}.png`);
  if (path) await page.screenshot({ path, fullPage });
}

/** The screen as it stands: nothing serious for axe, nothing to be moved sideways. @param name told where it is not so */
export async function usable(page: Page, name: string): Promise<void> {
  expect({ name, axe: await serious(page), sideways: await overflows(page) }).toEqual({
    ...{ name, axe: [], sideways: false },
  });
}

/** Usable, and kept as a picture of the whole page. */
export async function looked(page: Page, name: string): Promise<void> {
  await usable(page, name);
  await picture(page, name, true);
}

/** Looked at on a phone and then at a desk, where it is left. */
export async function fits(page: Page, name: string): Promise<void> {
  for (const [size, viewport] of Object.entries({ phone: PHONE, desk: DESK })) {
    await page.setViewportSize(viewport);
    await looked(page, `${name}-${size}`);
  }
}
