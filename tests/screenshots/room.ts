import type { Page } from 'playwright-core';
import { cardOn, lookAtCards, mark, saved } from '../kit/journey-cards.ts';
import { atStep, box, press, rate, say } from '../kit/journey-room.ts';
import { picture } from './picture.ts';

const TOLD = 'I feel alone when I lie awake on Sunday nights, and I don’t dare to wake you.';
const TOLD_BACK = 'What I took in is that the nights are long for you, and that you hold back from waking me';

const RIGHT_NOW = 'Tell how it is to be you right now, in the middle of all this.';
const LIVING = 'Tell one thing that has been living in you.';

/** The room of two, for the README: the one who tells is on a phone, the one who tells back on a desktop. */
export async function takeRoom(phone: Page, desktop: Page): Promise<void> {
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
    await savedPicture(page, name, { fullPage: false });
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
  await savedPicture(phone, 'room-phone');
  await press(phone, 'Share this');
  await atStep(desktop, 'hear.mirror');
  await box(desktop).fill(TOLD_BACK);
  await desktop.getByTestId('opening').waitFor({ state: 'detached' });
  await savedPicture(desktop, 'room-desktop');
}

async function savedPicture(page: Page, name: string, how?: { fullPage?: boolean }): Promise<void> {
  await saved(page);
  await picture(page, name, how);
}
