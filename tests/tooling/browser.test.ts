import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser, newPage } from '../kit/browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser?.close());

it.each([
  { width: 390, theme: 'dark', lang: 'de' },
  { width: 1280, theme: 'light', lang: 'en' },
] as const)('opens a page $width wide, $theme, in $lang', async (view) => {
  const page = await newPage(browser, view);
  await page.goto('data:text/html,<meta name=viewport content=width=device-width><p>Here</p>');
  expect(await page.textContent('p')).toBe('Here');
  expect(
    await page.evaluate(() => ({
      width: window.innerWidth,
      theme: window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
      lang: navigator.language.slice(0, 2),
    })),
  ).toEqual(view);
  await page.context().close();
});
