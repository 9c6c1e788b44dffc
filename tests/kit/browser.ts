import { type Browser, chromium, type Page } from 'playwright-core';
import { findChromium } from './chromium.ts';

/** Nothing leaves this machine: no updates, no sync, no first-run pages. */
const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function launchBrowser(): Promise<Browser> {
  const found = findChromium();
  if (!found) throw new Error('There is no Chromium to test with yet: run "npm run chromium", it says what to do.');
  const { executablePath, env } = found;
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== undefined));
  return chromium.launch({ executablePath, args, env: { ...(inherited as Record<string, string>), ...env } });
}

/** `width` in CSS pixels: 390 is a phone (with touch), 1280 a desktop. */
export type View = { width?: number; theme?: 'light' | 'dark'; lang?: 'en' | 'de'; baseURL?: string };

/** A page in a context of its own: its own cookies and storage, so one person on one device. Close `page.context()`. */
export async function newPage(browser: Browser, view: View = {}): Promise<Page> {
  const { width = 1280, theme = 'light', lang = 'en', baseURL } = view;
  const phone = width < 600;
  const context = await browser.newContext({
    viewport: { width, height: phone ? 844 : 800 },
    hasTouch: phone,
    isMobile: phone,
    colorScheme: theme,
    locale: lang === 'de' ? 'de-DE' : 'en-GB',
    reducedMotion: 'reduce',
    ...(baseURL && { baseURL }),
  });
  return context.newPage();
}
