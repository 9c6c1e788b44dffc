import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';

const folder = join(import.meta.dirname, '../../docs/images');
mkdirSync(folder, { recursive: true });

/** What of a page: all of it, what fits the screen, or one part. */
type How = { fullPage?: boolean; part?: Locator };

/** A page as it is drawn, light and dark: `<name>-light.png`, `<name>-dark.png`. */
export async function picture(page: Page, name: string, { fullPage = true, part }: How = {}): Promise<void> {
  await page.evaluate(() => {
    scrollTo(0, 0);
    (document.activeElement as HTMLElement | null)?.blur();
  });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const path = join(folder, `${name}-${colorScheme}.png`);
    if (part) await part.screenshot({ path, animations: 'disabled' });
    else await page.screenshot({ path, fullPage, animations: 'disabled' });
    console.log(path);
  }
}
