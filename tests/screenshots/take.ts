/**
 * Makes the pictures of the room that the README shows: a real server, a real browser, two people with made-up words. The
 * one who tells is on a phone, the one who tells back on a desktop.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser, newPage } from '../kit/browser.ts';
import { cardOn, lookAtCards, mark, saved } from '../kit/journey-cards.ts';
import { atStep, box, press, rate, say } from '../kit/journey-room.ts';
import { startServer } from '../kit/server.ts';

const folder = join(import.meta.dirname, '../../docs/images');
mkdirSync(folder, { recursive: true });

const TOLD = 'I feel alone when I lie awake on Sunday nights, and I don’t dare to wake you.';
const TOLD_BACK = 'What I took in is that the nights are long for you, and that you hold back from waking me';

const RIGHT_NOW = 'Tell how it is to be you right now, in the middle of all this.';
const LIVING = 'Tell one thing that has been living in you.';

const server = await startServer();
const browser = await launchBrowser();
const phone = await newPage(browser, { width: 390, baseURL: server.origin });
const desktop = await newPage(browser, { width: 1280, baseURL: server.origin });
const both = [phone, desktop];

await phone.goto('/begin');
await phone.getByLabel('A name for the room').fill('Kitchen table');
await phone.getByLabel('Your first name').fill('Robin');
await phone.getByRole('button', { name: 'Make the room' }).click();
await phone.getByRole('button', { name: 'Make a link' }).click();
await desktop.goto(await phone.getByTestId('made-link').locator('output').innerText());
await desktop.getByLabel('Your first name').fill('Kim');
await desktop.getByRole('button', { name: 'Join the room' }).click();

const heard = phone.getByRole('article', { name: 'Heard' });
await heard.getByRole('button', { name: 'Choose' }).click();
await heard.getByRole('button', { name: 'Open this talk' }).click();
await desktop.getByRole('link', { name: 'Go to the talk' }).click();
for (const page of both) await lookAtCards(page);
await mark(phone, RIGHT_NOW, 'ready');
await mark(desktop, LIVING, 'not-yet');
for (const page of both) {
  await page.getByRole('button', { name: `Reword: ${RIGHT_NOW}` }).focus();
}
for (const [page, name] of [
  [phone, 'cards-phone'],
  [desktop, 'cards-desktop'],
] as const) {
  await cardOn(page, RIGHT_NOW).getByTestId('looker').waitFor();
  await picture(page, name, { fullPage: false });
}
for (const page of both) {
  await page.getByRole('link', { name: 'Back to the talk' }).click();
  await press(page, 'I am ready');
}
await press(phone, 'Begin');

for (const page of both) await press(page, 'Yes, now is good');
for (const page of both) {
  await atStep(page, 'rate');
  await rate(page, 'How stirred up', 3);
  await press(page, 'Save this');
}
for (const [page, words] of [
  [phone, 'I want to bring patience, with you and with me.'],
  [desktop, 'I want to listen to the end before I answer.'],
] as const) {
  await atStep(page, 'intend');
  await say(page, 'Share this', words);
}

await atStep(phone, 'share');
await box(phone).fill(TOLD);
await picture(phone, 'room-phone');
await press(phone, 'Share this');
await atStep(desktop, 'hear.mirror');
await box(desktop).fill(TOLD_BACK);
await desktop.getByTestId('opening').waitFor({ state: 'detached' });
await picture(desktop, 'room-desktop');

await browser.close();
await server.close();

async function picture(page: Page, name: string, { fullPage = true } = {}): Promise<void> {
  await saved(page);
  await page.evaluate(() => {
    scrollTo(0, 0);
    (document.activeElement as HTMLElement | null)?.blur();
  });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const path = join(folder, `${name}-${colorScheme}.png`);
    await page.screenshot({ path, fullPage, animations: 'disabled' });
    console.log(path);
  }
}
