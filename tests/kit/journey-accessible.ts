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

const PHONE_AND_DESKTOP = [390, 1280];

/** No fault of this screen in either theme at the width of a phone or of a desktop, or at these widths. */
export async function faultless(screen: string, page: Page, widths = PHONE_AND_DESKTOP): Promise<void> {
  const seen = await everyView(page, screen, widths);
  expect({ screen, seen: seen.filter(({ found }) => found.length > 0) }).toEqual({ screen, seen: [] });
}

/** Both themes at these widths: each with its violations, and whether it scrolls sideways. */
async function everyView(page: Page, screen: string, widths: number[]): Promise<{ view: string; found: string[] }[]> {
  const seen = [];
  for (const width of widths) {
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

/** Nothing on the page as it stands is cut off. */
export async function allInSight(page: Page): Promise<void> {
  expect(await page.evaluate(cutOff)).toEqual([]);
}

/** What stands over an edge of the screen, or has more words than it shows. What is there for screen readers alone is small. */
function cutOff(): string[] {
  const shown = [...document.querySelectorAll<HTMLElement>('main *, [role="dialog"] *')].filter(
    (each) => each.offsetWidth > 1,
  );
  const over = shown.filter((each) => {
    const { left, right } = each.getBoundingClientRect();
    const hides = getComputedStyle(each).overflowX !== 'visible' && each.scrollWidth > each.clientWidth + 1;
    return left < -1 || right > innerWidth + 1 || hides;
  });
  return over.map((each) => `cut off: ${each.outerHTML.slice(0, 120)}`);
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
