import type { Page } from 'playwright-core';
import { PIN } from './app-lock.ts';

/** The page goes out of sight, or comes back: as the browser tells it. */
export const setHidden = (page: Page, hidden: boolean): Promise<void> =>
  page.evaluate((now) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => (now ? 'hidden' : 'visible') });
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => now });
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);

export const lockScreen = (page: Page) => page.getByRole('heading', { name: 'Locked', level: 1 });

export async function openWithPin(page: Page, pin = PIN): Promise<void> {
  await page.getByLabel('Your PIN', { exact: true }).fill(pin);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
}
