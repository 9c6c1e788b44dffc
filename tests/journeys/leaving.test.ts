import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { playTo } from '../kit/couple.ts';
import { aJourney } from '../kit/journey.ts';
import { begun } from '../kit/journey-couple.ts';
import { atStep, box } from '../kit/journey-room.ts';
import { begin } from './room-steps.ts';

const journey = aJourney();

const ways: [string, (page: Page) => Promise<unknown>][] = [
  ['by its button', (page) => page.getByRole('button', { name: 'Leave quickly' }).click()],
  [
    'by pressing Shift three times',
    async (page) => {
      for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift');
    },
  ],
  [
    'by the link that Tab reaches first',
    async (page) => {
      await page.reload();
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
    },
  ],
];

/** The weather is shown, this device is signed out, and going back shows nothing of us. */
async function isGone(page: Page, words: string): Promise<void> {
  await page.waitForURL(journey.elsewhere);
  await page.getByText('Sunny.').waitFor();
  await page.goBack();
  expect(await page.evaluate((said) => document.body.innerText.includes(said), words)).toBe(false);
  expect(
    await page.evaluate(() =>
      fetch('/api/me').then(
        (answer) => answer.json(),
        () => null,
      ),
    ),
  ).not.toMatchObject({
    member: { memberId: expect.any(String) },
  });
  const again = await page.context().newPage();
  await again.goto('/');
  expect(await again.evaluate(() => fetch('/api/me').then((answer) => answer.json()))).toEqual({ member: null });
}

describe('leaving quickly', () => {
  it.each(ways)(
    'R5 %s: elsewhere at once even where a page would ask first, signed out, nothing to go back to',
    async (_how, leave) => {
      const page = await journey.device({ width: 390 });
      await begin(page);
      await page.evaluate(() => addEventListener('beforeunload', (event) => event.preventDefault()));
      await leave(page);
      await isGone(page, 'Kitchen table');
    },
  );

  it('R5 out of a talk with words in the box: the page is blank at once, and the other sees a pause and nothing else', async () => {
    const { couple, conversationId, robin, kim } = await begun(journey, 'heard');
    await playTo(journey.server, couple, conversationId, 'share');
    for (const person of [couple.a, couple.b]) person.disconnect();
    await atStep(robin, 'share');
    await box(robin).pressSequentially('Words that nobody shall see');
    const shown = await robin.getByRole('button', { name: 'Leave quickly' }).evaluate((button) => {
      (button as HTMLElement).click();
      return document.body.innerText;
    });
    expect(shown).toBe('');
    await isGone(robin, 'Words that nobody');

    await kim.getByRole('heading', { name: 'Taking a pause. Nothing is lost.' }).waitFor();
    const seen = await kim.getByRole('main').innerText();
    expect(seen).not.toMatch(/left|leave|signed out|exit|gone/i);
  });
});

describe('help', () => {
  it('R14 opens over the page in one tap, without a connection too, and loses nothing that was written', async () => {
    const page = await journey.device({ width: 390 });
    await page.goto('/begin');
    await page.getByLabel('Your first name').fill('Ada');
    for (const part of ['help-content', 'overlay']) {
      await page.waitForFunction(
        (name) => performance.getEntriesByType('resource').some((file) => file.name.includes(name)),
        part,
      );
    }
    await page.waitForLoadState('networkidle');
    await page.context().setOffline(true);
    await page.getByRole('link', { name: 'Help', exact: true }).click();
    await page.getByRole('dialog').getByText('Nobody watches this in real time').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.getByLabel('Your first name').inputValue()).toBe('Ada');
  });
});
