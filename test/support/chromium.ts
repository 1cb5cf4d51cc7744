import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** A phone of people, and the screen of an old office PC. */
export const PHONE = { width: 360, height: 740 };
export const DESK = { width: 1366, height: 768 };

export type Size = typeof PHONE;

/** What somebody sits at, with what went wrong in its scripts. */
export interface Screen {
  page: Page;
  context: BrowserContext;
  errors: string[];
}

/** @throws naming the cure, where there is no browser: a check that did not run is no check */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? PATHS.find((path) => existsSync(path));
  if (!executablePath) throw new Error('no Chromium: apt-get install chromium, or CHROMIUM=/path/to/it');
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}

/** Somebody at a screen, acting for a post. */
export async function at(browser: Browser, base: string, post: string | null, viewport: Size = DESK): Promise<Screen> {
  const context = await browser.newContext({
    viewport,
    baseURL: base,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
  });
  if (post !== null)
    await context.addInitScript((chosen) => {
      if (location.protocol.startsWith('http')) sessionStorage.setItem('dondoc.post', chosen);
    }, post);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  return { page, context, errors };
}

/** What axe finds on the screen as it stands, serious and critical; empty when nothing. */
export async function serious(page: Page): Promise<string[]> {
  const source = await readFile(
    createRequire(join(process.cwd(), 'package.json')).resolve('axe-core/axe.min.js'),
    'utf8',
  );
  await page.evaluate(source);
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
    interface Violation {
      id: string;
      impact: string;
      nodes: { html: string }[];
    }
    return (await axe.run()).violations.map(({ id, impact, nodes }) => ({ id, impact, html: nodes[0]?.html ?? '' }));
  });
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, html }) => `${id}: ${html}`);
}

/** Nothing may have to be moved sideways. */
export const overflows = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
