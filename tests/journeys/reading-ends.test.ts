import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { accepted } from '../kit/couple.ts';
import { aJourney } from '../kit/journey.ts';
import { faultless } from '../kit/journey-accessible.ts';
import { hasFocus } from '../kit/journey-keyboard.ts';
import { aKeptTalk, type Kept } from '../kit/kept-talk.ts';
import { until } from '../kit/person.ts';

const journey = aJourney();
const DAY = 24 * 3_600_000;

type Reading = { couple: Kept; robin: Page; kim: Page };

/** Both have the same kept talk open, each on a page of their own; `couple` are their other devices. */
async function reading(): Promise<Reading> {
  const couple = await aKeptTalk(journey.server);
  const robin = await journey.device({ width: 390, cookie: couple.a.cookie });
  const kim = await journey.device({ width: 1280, cookie: couple.b.cookie });
  for (const page of [robin, kim]) {
    await page.goto(`/kept/${couple.spaceId}/${couple.conversationId}`);
    await page.getByRole('button', { name: 'Open this talk' }).click();
    await page.locator('li[data-seat="b"]').getByText('Some words.').first().waitFor();
  }
  return { couple, robin, kim };
}

/** No word of the talk is in the page any more, and what stands there instead is read out first. */
async function nothingLeft(page: Page): Promise<void> {
  await page.getByTestId('transcript').waitFor({ state: 'detached' });
  expect(await page.content()).not.toContain('Some words.');
  await expect.poll(() => hasFocus(page.getByRole('heading', { level: 1 }))).toBe(true);
}

describe('a kept talk that is open on the screen', () => {
  it('CO4 leaves it at once where the other takes back that it is read alone; theirs stays, and opening it for both works', async () => {
    const { couple, robin, kim } = await reading();
    accepted(await couple.a.ask(couple.spaceId, { type: 'WithdrawConsent', what: 'look-back-alone' }));
    await kim.getByText('Robin would like kept talks to be read together.').waitFor();
    await nothingLeft(kim);
    await faultless('a talk that was open is read together only', kim);
    expect(await robin.locator('li[data-seat="b"]').getByText('Some words.').count()).toBeGreaterThan(0);

    await robin.getByRole('button', { name: 'Read it together now' }).click();
    await robin.getByRole('button', { name: 'No more together' }).waitFor();
    await kim.getByRole('button', { name: 'Open it now' }).click();
    await kim.getByRole('button', { name: 'Open this talk' }).click();
    await kim.locator('li[data-seat="b"]').getByText('Some words.').first().waitFor();
    await robin.getByRole('button', { name: 'No more together' }).click();
    await nothingLeft(kim);
  });

  it('CO4 is not kept on the page of a talk that has just ended, either', async () => {
    const { couple, kim } = await reading();
    await kim.goto(`/talk/${couple.conversationId}`);
    await kim.getByRole('heading', { level: 1 }).waitFor();
    accepted(await couple.a.ask(couple.spaceId, { type: 'WithdrawConsent', what: 'look-back-alone' }));
    await kim.getByText('This takes both of you.').waitFor();
    expect(await kim.content()).not.toContain('Some words.');
  });

  it('ER5 leaves it when its time is over', async () => {
    const { couple, robin, kim } = await reading();
    accepted(await couple.a.ask(couple.spaceId, { type: 'SetRetention', days: 7 }));
    journey.server.advance(DAY);
    await until(() => expect(couple.a.seen.some(({ event }) => event.type === 'ExpiryAnnounced')).toBe(true));
    journey.server.advance(7 * DAY);
    for (const page of [robin, kim]) {
      await page.getByRole('heading', { name: 'The time of this talk was over' }).waitFor();
      await nothingLeft(page);
    }
  });

  it('ER6 ER7 leaves the pages of whoever left, and shows stubs for words that went with them to the other', async () => {
    const { couple, robin, kim } = await reading();
    accepted(await couple.a.ask(couple.spaceId, { type: 'LeaveSpace', erase: true }));
    await robin.getByRole('link', { name: 'To the start' }).waitFor();
    await nothingLeft(robin);
    await kim
      .getByText(/^Robin had all of their own words destroyed, on/)
      .first()
      .waitFor();
    expect(await kim.locator('li[data-seat="a"]').getByText('Some words.').count()).toBe(0);
    expect(await kim.locator('li[data-seat="b"]').getByText('Some words.').count()).toBeGreaterThan(0);
  });

  it('ER8 leaves it when the space is deleted', async () => {
    const { couple, robin, kim } = await reading();
    const agree = { type: 'GiveConsent', what: 'delete-space', version: 1 } as const;
    for (const person of [couple.a, couple.b]) accepted(await person.ask(couple.spaceId, agree));
    accepted(await couple.b.ask(couple.spaceId, { type: 'DeleteSpace' }));
    for (const page of [robin, kim]) {
      await page.getByRole('link', { name: 'To the start' }).waitFor();
      await nothingLeft(page);
    }
  });
});
