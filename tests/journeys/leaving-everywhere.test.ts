import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { PIN, setPin } from '../kit/app-lock.ts';
import { begin, open, playTo } from '../kit/couple.ts';
import { aFacilitatedCouple, beginLed, openLed } from '../kit/facilitated.ts';
import { aJourney } from '../kit/journey.ts';
import { hasFocus } from '../kit/journey-keyboard.ts';
import { lockScreen } from '../kit/journey-lock.ts';
import { aKeptTalk } from '../kit/kept-talk.ts';
import type { Person } from '../kit/person.ts';

const journey = aJourney();

/** A phone of this person, signed in anew: each page is left for good. */
async function phoneOf(person: Person): Promise<Page> {
  const { cookie } = await person.otherDevice();
  return journey.device({ width: 390, cookie });
}

async function opened(person: Person, path: string): Promise<Page> {
  const page = await phoneOf(person);
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForLoadState('networkidle');
  return page;
}

/** Whether the button is seen without scrolling. */
async function inSight(button: Locator): Promise<boolean> {
  const at = await button.boundingBox();
  return at !== null && at.y >= 0 && at.y + at.height <= 844 && at.x >= 0 && at.x + at.width <= 390;
}

/** Both ways: the button, and the link that Tab reaches before anything else. */
async function inReach(page: Page, path: string): Promise<void> {
  const seen = await inSight(leaveButton(page));
  await page.keyboard.press('Tab');
  const first = await hasFocus(page.getByRole('link', { name: 'Leave this site quickly' }));
  expect({ path, seen, first }).toEqual({ path, seen: true, first: true });
}

const leaveButton = (part: Page | Locator): Locator => part.getByRole('button', { name: 'Leave quickly' });

async function pressShift(page: Page): Promise<void> {
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift');
}

/** From wherever writing is possible, else from the page itself; and Back shows nothing of us. */
async function isLeftByKeys(page: Page): Promise<void> {
  const box = page.locator('textarea:visible, input[type="text"]:visible, input:not([type]):visible').first();
  if ((await box.count()) > 0) await box.focus();
  await pressShift(page);
  await page.waitForURL(journey.elsewhere);
  await page.goBack({ waitUntil: 'commit' }).catch(() => undefined);
  if (page.url() !== 'about:blank') await page.waitForURL(journey.elsewhere);
}

async function walk(person: Person, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const page = await opened(person, path);
    await inReach(page, path);
    await isLeftByKeys(page);
    await page.context().close();
  }
}

describe('leaving quickly from every page', () => {
  it('R5 LQ1 LQ2 a partner: seen without scrolling, first by Tab, by Shift three times in a box too; Back shows nothing', async () => {
    const couple = await aKeptTalk(journey.server);
    const { a, spaceId, conversationId } = couple;
    const talk = await open(couple, 'heard');
    await begin(couple, talk);
    await playTo(journey.server, couple, talk, 'share');
    await walk(a, [
      '/',
      '/account',
      '/devices',
      '/my-data',
      '/settings',
      '/help',
      '/not-now',
      '/leaving',
      '/who-reads',
      '/code',
    ]);
    await walk(a, [`/space/${spaceId}`, `/space/${spaceId}/own`, `/kept/${spaceId}`]);
    await walk(a, [`/kept/${spaceId}/${conversationId}`, `/talk/${talk}`, '/begin', '/practice', '/sign-in']);
  }, 180_000);

  it('R5 LQ1 LQ2 a facilitator: from the caseload, a couple, their notes and the talk that they lead', async () => {
    const couple = await aFacilitatedCouple(journey.server);
    const talk = await openLed(couple, 'heard');
    await beginLed(couple, talk);
    const { facilitator, spaceId } = couple;
    const paths = ['/caseload', `/caseload/${spaceId}`, `/caseload/${spaceId}/note/${talk}`, `/lead/${talk}`];
    await walk(facilitator, [...paths, '/rehearse', '/therapist']);
  }, 90_000);

  it('R5 LQ1 from the lock screen, with the PIN half written', async () => {
    const { a } = await aKeptTalk(journey.server);
    await setPin(a);
    const page = await opened(a, '/');
    await lockScreen(page).waitFor();
    // The PIN has the focus already; one step back from there everything is in its usual order.
    expect(await page.locator('a[href], button, input').first().innerText()).toBe('Leave this site quickly');
    expect(await inSight(leaveButton(page))).toBe(true);
    await page.getByLabel('Your PIN', { exact: true }).fill(PIN.slice(0, 2));
    await isLeftByKeys(page);
  });

  it('R5 LQ1 while a window is open over the page: its button is in sight, and Shift three times leads away', async () => {
    const couple = await aKeptTalk(journey.server);
    const { a, spaceId, conversationId } = couple;
    const over: [string, (page: Page) => Promise<void>][] = [
      [`/space/${spaceId}`, (page) => page.getByRole('link', { name: 'Help', exact: true }).click()],
      [`/space/${spaceId}`, (page) => page.getByRole('button', { name: 'Settings' }).click()],
      [
        `/space/${spaceId}`,
        async (page) => {
          await page.getByText('What you can do alone').click();
          await page.getByRole('button', { name: 'Leave this room', exact: true }).click();
        },
      ],
      [
        `/kept/${spaceId}/${conversationId}`,
        async (page) => {
          await page.getByRole('button', { name: 'Open this talk' }).click();
          await page.locator('li[data-seat="a"]').first().getByText('Change what you said here').click();
          await page.getByRole('button', { name: 'Take back for good' }).first().click();
        },
      ],
    ];
    for (const [path, openWindow] of over) {
      const page = await opened(a, path);
      await openWindow(page);
      const dialog = page.getByRole('dialog');
      expect(await inSight(leaveButton(dialog))).toBe(true);
      await dialog.getByRole('button', { name: 'Close' }).focus();
      await isLeftByKeys(page);
      await page.context().close();
    }
  }, 90_000);
});
