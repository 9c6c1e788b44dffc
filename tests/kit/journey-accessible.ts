import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** What another theme can change; the rest of a page is the same in both. */
const COLOURS = ['color-contrast', 'link-in-text-block'];
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong on the page as it stands: rule, element, why. `rules`: these alone. */
export async function violations(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations: found } = await (rules ? axe.withRules(rules) : axe.withTags(TAGS)).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ html, any }) => `${id}: ${html} (${any[0]?.message ?? ''})`));
}

/** No fault of this screen in either theme at the width of a phone or of a desktop. */
export async function faultless(screen: string, page: Page): Promise<void> {
  const seen = await everyView(page, screen);
  expect({ screen, seen: seen.filter(({ found }) => found.length > 0) }).toEqual({ screen, seen: [] });
}

/** Both themes at the widths of a phone and of a desktop: each with its violations, and whether it scrolls sideways. */
async function everyView(page: Page, screen: string): Promise<{ view: string; found: string[] }[]> {
  const seen = [];
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    // The whole page at once, so that the bar at the bottom lies over no control that could be scrolled clear of it.
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width, height: Math.max(844, height) });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await atRest(page);
      const found = await violations(page, colorScheme === 'dark' ? COLOURS : undefined);
      if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth))
        found.push('wider than the screen');
      await picture(page, `${screen} ${width} ${colorScheme}`);
      seen.push({ view: `${width} ${colorScheme}`, found });
    }
  }
  return seen;
}

/** Colours fade from one state or theme to the other: until they have, what axe would measure is neither. */
const atRest = (page: Page): Promise<unknown> =>
  page.waitForFunction(
    () => !document.getAnimations().some((each) => each instanceof CSSTransition && each.playState === 'running'),
    undefined,
    { polling: 50 },
  );

/** Where `JOURNEY_PICTURES` names a folder, every screen is put there to be looked at. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['JOURNEY_PICTURES'];
  const file = name.replaceAll(/[^a-z0-9]+/gi, '-').toLowerCase();
  if (folder) await page.screenshot({ path: `${folder}/${file}.png`, fullPage: true });
}
