import { readFile } from 'node:fs/promises';
import { readSeal } from '@turnward/server/exports/seal.ts';
import type { Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it, vi } from 'vitest';
import { addPassword, PASSWORD } from '../kit/account.ts';
import { aJourney } from '../kit/journey.ts';
import { faultless } from '../kit/journey-accessible.ts';
import { button, enter, tabTo } from '../kit/journey-keyboard.ts';
import { aKeptTalk, type Kept, saidBy } from '../kit/kept-talk.ts';

vi.setConfig({ testTimeout: 90_000 });

const journey = aJourney();
const MINUTE = 60_000;

type Two = { couple: Kept; robin: Page; kim: Page };

/** Robin and Kim each on a screen, with one talk that both kept. */
async function theTwo({ password = '', lang = 'en' as 'en' | 'de' } = {}): Promise<Two> {
  const couple = await aKeptTalk(journey.server);
  if (password) await addPassword(couple.a, password);
  const robin = await journey.device({ width: 390, lang, cookie: couple.a.cookie });
  const kim = await journey.device({ width: 1280, cookie: couple.b.cookie });
  for (const person of [couple.a, couple.b]) person.disconnect();
  return { couple, robin, kim };
}

async function saved(page: Page, press: () => Promise<void>): Promise<{ name: string; text: string }> {
  const coming = page.waitForEvent('download');
  await press();
  const download = await coming;
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

/** What stands on each page of paper. */
async function printed(device: Page, html: string): Promise<string[]> {
  const paper = await device.context().newPage();
  await paper.setContent(html);
  const pdf = await getDocumentProxy(new Uint8Array(await paper.pdf({ format: 'A5' })));
  const { totalPages, text } = await extractText(pdf, { mergePages: false });
  expect(totalPages).toBeGreaterThan(2);
  return text.map((page) => page.replaceAll(/\s+/g, ' '));
}

const press = (page: Page, name: string) => button(page, name).click();

describe('taking whole talks out', () => {
  it('CO5 CO2 row 33: one agrees and it waits; both, and the file is there; taken back, and it waits again', async () => {
    const { couple, robin, kim } = await theTwo();
    const { spaceId, conversationId } = couple;
    await robin.goto(`/kept/${spaceId}/${conversationId}`);
    await press(robin, 'Open this talk');
    await robin.getByRole('link', { name: 'Take this talk out' }).click();
    await robin.getByText('Nothing can be taken out while one of you has not agreed.').waitFor();
    await press(robin, 'Agree that this talk is taken out');
    await robin.getByText('You agree, until').waitFor();
    await robin.getByText('Kim has not agreed, or not any more.').waitFor();
    expect(await button(robin, 'Save to read and print').count()).toBe(0);
    await faultless('taking out, one agrees', robin);
    const refused = await couple.a.door('POST', `/api/spaces/${spaceId}/export`, {
      about: conversationId,
      form: 'json',
      language: 'en',
    });
    expect([refused.status, refused.body.refusal]).toEqual([409, 'needs-consent']);

    await kim.goto(`/space/${spaceId}`);
    const agreed = kim.getByRole('region', { name: 'What you both agreed to' });
    await agreed.getByRole('link', { name: 'What this is, and where it is done' }).click();
    await kim.getByText('Robin agrees, until').waitFor();
    await press(kim, 'Agree that this talk is taken out');
    await faultless('taking out, both agree', kim);

    const page = await saved(robin, () => press(robin, 'Save to read and print'));
    expect(page.name).toBe('talks.html');
    expect(page.text).toContain('Some words.');
    await robin.getByText('Kim reads that you took it out.').waitFor();
    const plain = await saved(kim, () => press(kim, 'Save as plain text'));
    expect(plain.name).toBe('talks.md');
    for (const { text } of [page, plain]) {
      const { seal, fits } = readSeal(text) ?? { seal: '', fits: false };
      expect(fits).toBe(true);
      for (const each of [robin, kim]) await each.getByText(`Seal of that file: ${seal}`).waitFor();
    }
    await faultless('taking out, taken out', robin);
    for (const words of await printed(robin, page.text)) expect(words).toContain('with the consent of both');

    await press(kim, 'Take this back');
    await robin.getByText('Nothing can be taken out while one of you has not agreed.').waitFor();
    expect(await button(robin, 'Save to read and print').count()).toBe(0);
    await kim.goto(`/space/${spaceId}`);
    await kim.getByText('Robin took out what you both agreed to.').waitFor();
  });

  it('CO5 R23 by the keyboard alone, for all kept talks, in German', async () => {
    const { couple, robin } = await theTwo({ lang: 'de' });
    await couple.b.reconnect();
    const consent = { type: 'GiveConsent', what: 'full-export', version: 1 } as const;
    expect(await couple.b.ask(couple.spaceId, consent)).toMatchObject({ ok: true });
    couple.b.disconnect();
    await robin.goto(`/kept/${couple.spaceId}`);
    await tabTo(robin, robin.getByRole('link', { name: 'Alle aufgehobenen Gespräche mitnehmen' }));
    await robin.keyboard.press('Enter');
    await tabTo(robin, button(robin, 'Einverstanden, dass alle aufgehobenen Gespräche mitgenommen werden'));
    await robin.keyboard.press('Enter');
    await tabTo(robin, button(robin, 'Für ein anderes Programm speichern'));
    const { text } = await saved(robin, () => robin.keyboard.press('Enter'));
    expect(JSON.parse(text)).toMatchObject({ layout: 1, agreed: [{ name: 'Robin' }, { name: 'Kim' }] });
  });

  it('CO4 CO5 says plainly where kept talks are read together only', async () => {
    const { couple, robin, kim } = await theTwo();
    for (const person of [couple.a, couple.b]) await person.reconnect();
    const consent = { type: 'GiveConsent', what: 'full-export', version: 1 } as const;
    for (const person of [couple.a, couple.b]) await person.ask(couple.spaceId, consent);
    await couple.a.ask(couple.spaceId, { type: 'WithdrawConsent', what: 'look-back-alone' });
    for (const page of [robin, kim]) await page.goto(`/take-out/${couple.spaceId}`);
    await kim.getByText('Robin would like kept talks to be read together only.').waitFor();
    expect(await button(kim, 'Save to read and print').count()).toBe(0);
    await button(robin, 'Save to read and print').waitFor();
    await faultless('taking out, together only', kim);
  });
});

describe('a fresh sign-in before what can’t be undone', () => {
  it('AC10 row 14: is asked over the page and then goes on, for a file as for words that are taken back', async () => {
    const { couple, robin } = await theTwo({ password: 'robin-heron' });
    const { spaceId, conversationId, a } = couple;
    journey.server.advance(10 * MINUTE);
    const confirm = async () => {
      const dialog = robin.getByRole('dialog').filter({ hasText: 'Please confirm that it is you' });
      await dialog.getByLabel('Password').fill(PASSWORD);
      await dialog.getByRole('button', { name: 'Confirm', exact: true }).click();
    };
    await robin.goto('/my-data');
    const file = await saved(robin, async () => {
      await press(robin, 'Save to read');
      await confirm();
    });
    expect(file.text).toContain('Some words.');

    journey.server.advance(10 * MINUTE);
    await robin.goto(`/kept/${spaceId}/${conversationId}`);
    await press(robin, 'Open this talk');
    const mine = robin.locator('li[data-seat="a"]').first();
    await mine.getByText('Change what you said here').click();
    await mine.getByRole('button', { name: 'Take back for good' }).click();
    await robin.getByRole('dialog').getByRole('button', { name: 'Destroy these words' }).click();
    await robin.getByRole('dialog').filter({ hasText: 'Please confirm that it is you' }).waitFor();
    await faultless('a fresh sign-in over a question', robin);
    await confirm();
    await mine.getByText(/^Robin took these words back\./).waitFor();
    expect(saidBy(a.eventsOf(conversationId), 'a').length).toBeGreaterThan(0);
    await enter(robin, 'To the top', robin.getByTestId('transcript'), 120);
  });

  it('AC10 row 14: who would rather not is told so, and nothing has happened', async () => {
    const { couple, robin } = await theTwo({ password: 'robin-egret' });
    journey.server.advance(10 * MINUTE);
    await robin.goto(`/take-out/${couple.spaceId}`);
    await press(robin, 'Agree that all kept talks are taken out');
    await robin.getByRole('dialog').getByRole('button', { name: 'Not now' }).click();
    await robin.getByText('You have not agreed, or not any more.').waitFor();
    await robin.getByText('For this, please show once more that it is you.').waitFor();
  });
});
