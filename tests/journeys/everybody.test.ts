import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { aJourney } from '../kit/journey.ts';
import { violations } from '../kit/journey-accessible.ts';
import { begin, inviteByLink } from './room-steps.ts';

const journey = aJourney();
const tooWide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth > 0);
const PLACES = [
  '/',
  '/begin',
  '/practice',
  '/therapist',
  '/devices',
  '/join',
  '/code',
  '/help',
  '/settings',
  '/leaving',
  '/who-reads',
  '/sign-in',
  '/account',
  '/nowhere',
];

describe('everybody can use the way in', () => {
  it.each([
    { theme: 'light', width: 390, lang: 'en' },
    { theme: 'dark', width: 390, lang: 'de' },
    { theme: 'light', width: 1280, lang: 'de' },
    { theme: 'dark', width: 1280, lang: 'en' },
  ] as const)(
    'R23 no fault on any page in $theme at $width in $lang, and nothing wider than the screen',
    async (view) => {
      const page = await journey.device(view);
      for (const place of PLACES) {
        await page.goto(place);
        await page.getByRole('heading', { level: 1 }).waitFor();
        expect([place, await violations(page), await tooWide(page)]).toEqual([place, [], false]);
      }
    },
  );

  it('R23 no fault in a room with an invitation and in a sheet; nothing too wide at 320 with the largest text', async () => {
    const page = await journey.device({ width: 320 });
    await begin(page);
    await inviteByLink(page);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('dialog').getByText('Larger', { exact: true }).click();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await tooWide(page)).toBe(false);
  });

  it('R23 a room is begun with the keyboard alone, and the heading of the new screen takes the focus', async () => {
    const page = await journey.device({ width: 1280 });
    await page.goto('/begin');
    const room = page.getByLabel('A name for the room');
    await room.waitFor();
    for (let tabs = 0; tabs < 12 && !(await hasFocus(room)); tabs += 1) await page.keyboard.press('Tab');
    await page.keyboard.type('Kitchen table');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Ada');
    await page.keyboard.press('Enter');
    const heading = page.getByRole('heading', { name: 'Kitchen table' });
    await heading.waitFor();
    expect(await hasFocus(heading)).toBe(true);
  });
});

const hasFocus = (of: ReturnType<Page['getByLabel']>) => of.evaluate((element) => element === document.activeElement);
