import { catalogue as de } from '@turnward/client/i18n/de.ts';
import { en } from '@turnward/client/i18n/en.ts';
import { enAccount } from '@turnward/client/i18n/en-account.ts';
import { enFit } from '@turnward/client/i18n/en-fit.ts';
import { enGuests } from '@turnward/client/i18n/en-guests.ts';
import { enMyData } from '@turnward/client/i18n/en-my-data.ts';
import { enShelter } from '@turnward/client/i18n/en-shelter.ts';
import { enWhoReads } from '@turnward/client/i18n/en-who-reads.ts';
import { enWords } from '@turnward/client/i18n/en-words.ts';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { setPin } from '../kit/app-lock.ts';
import { accepted } from '../kit/couple.ts';
import { aJourney } from '../kit/journey.ts';
import { faultless } from '../kit/journey-accessible.ts';
import { aKeptTalk } from '../kit/kept-talk.ts';

const journey = aJourney();

/** Sentences that would read otherwise in German. */
const ENGLISH = new Set(
  Object.entries({ ...en, ...enAccount, ...enFit, ...enGuests, ...enMyData, ...enShelter, ...enWhoReads, ...enWords })
    .filter(([id, words]) => !words.includes('{') && words.length > 3 && de[id] !== words)
    .map(([, words]) => words),
);

/** What is read here in English: shown, or said to a screen reader. */
async function english(page: Page): Promise<string[]> {
  const said = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: string[] = [document.title.split(' · ')[0] ?? ''];
    while (walker.nextNode()) texts.push(walker.currentNode.nodeValue ?? '');
    for (const named of document.querySelectorAll('[aria-label], [placeholder]'))
      texts.push(named.getAttribute('aria-label') ?? '', named.getAttribute('placeholder') ?? '');
    return texts;
  });
  return said.map((text) => text.trim()).filter((text) => ENGLISH.has(text));
}

async function inGerman(screen: string, page: Page): Promise<void> {
  expect([screen, await english(page)]).toEqual([screen, []]);
  await faultless(`de ${screen}`, page, [390]);
}

describe('in German', () => {
  it('LA4 R23 the room, what both agreed to, a kept talk, and what is one’s own', async () => {
    const { a, b, spaceId, conversationId } = await aKeptTalk(journey.server);
    accepted(await a.ask(spaceId, { type: 'AnnounceDeletion' }));
    accepted(await b.ask(spaceId, { type: 'WithdrawConsent', what: 'look-back-alone' }));
    const page = await journey.device({ width: 390, lang: 'de', cookie: a.cookie });
    await page.goto(`/space/${spaceId}`);
    await page.locator('summary', { hasText: 'Was du allein tun kannst' }).click();
    await inGerman('space', page);
    for (const what of ['Diesen Raum verlassen', 'Meine Worte überall vernichten', 'Diesen Raum löschen']) {
      await page.getByRole('button', { name: what, exact: true }).click();
      await page.getByRole('dialog').waitFor();
      await inGerman(what, page);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await page.goto(`/kept/${spaceId}/${conversationId}`);
    await page.getByRole('button', { name: 'Dieses Gespräch öffnen' }).click();
    await page.getByText('Das wird gemeinsam gelesen').waitFor();
    await inGerman('read together', page);
    accepted(await b.ask(spaceId, { type: 'GiveConsent', what: 'look-back-alone', version: 1 }));
    await page.reload();
    await page.getByRole('button', { name: 'Dieses Gespräch öffnen' }).click();
    await page.locator('li[data-seat="a"] summary').first().click();
    await inGerman('kept talk', page);
    accepted(await a.ask(spaceId, { type: 'LeaveSpace', erase: false }));
    await page.goto('/');
    await page.getByRole('link', { name: 'Ein Raum, den du verlassen hast' }).click();
    await page.getByRole('heading', { name: 'Ein Raum, den du verlassen hast' }).waitFor();
    await inGerman('my data, a room that was left', page);
  }, 90_000);

  it('LA4 R23 account, settings, devices, help, leaving, the private questions and the lock', async () => {
    const { a, spaceId } = await aKeptTalk(journey.server);
    await a.otherDevice();
    const page = await journey.device({ width: 390, lang: 'de', cookie: a.cookie });
    for (const path of [
      '/',
      '/account',
      '/settings',
      '/devices',
      '/help',
      '/leaving',
      '/not-now',
      `/kept/${spaceId}`,
    ]) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      await inGerman(path, page);
    }
    await page.goto(`/space/${spaceId}/own`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await inGerman('own questions', page);
    await setPin(a);
    await page.reload();
    await page.getByRole('heading', { name: 'Gesperrt', level: 1 }).waitFor();
    await inGerman('locked', page);
  }, 90_000);
});
