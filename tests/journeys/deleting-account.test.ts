import { expect, it } from 'vitest';
import { setPin } from '../kit/app-lock.ts';
import { playTo } from '../kit/couple.ts';
import { aJourney } from '../kit/journey.ts';
import { faultless } from '../kit/journey-accessible.ts';
import { begun } from '../kit/journey-couple.ts';
import { hasFocus, tabTo } from '../kit/journey-keyboard.ts';
import { leftBehind } from '../kit/journey-left-behind.ts';
import { openWithPin } from '../kit/journey-lock.ts';
import { addPasskey, bringAlong, named, signInWithPasskey, withPasskeys } from '../kit/journey-passkeys.ts';
import { atStep, box, holds } from '../kit/journey-room.ts';
import { begin } from './room-steps.ts';

const journey = aJourney();
const MINUTES = 60_000;

it('AC11 an account is deleted after one question, in the midst of a talk: all devices are out, and nothing lets in again', async () => {
  const baseURL = named(journey.server.origin);
  const { couple, conversationId, robin, kim } = await begun(journey, 'heard', { robin: { baseURL } });
  await playTo(journey.server, couple, conversationId, 'share');
  await setPin(couple.a);
  for (const person of [couple.a, couple.b]) person.disconnect();
  await atStep(robin, 'share');
  await box(robin).fill('Canary of a sentence.');
  const account = await robin.context().newPage();
  const keys = await withPasskeys(account);
  await account.goto('/account');
  await openWithPin(account);
  await addPasskey(account);
  const phone = await journey.device({ width: 390, baseURL });
  await bringAlong(keys, await withPasskeys(phone));
  await signInWithPasskey(phone);
  await phone.getByText('Robin (you)').waitFor();

  await account.getByRole('button', { name: 'Delete my account' }).click();
  await account.getByRole('button', { name: 'Delete it for good' }).click();
  await account.getByRole('heading', { name: 'Your account is deleted' }).waitFor();
  for (const page of [robin, phone]) await page.getByRole('heading', { name: 'You were signed out' }).waitFor();
  for (const words of ['Canary', 'Kim', 'Robin', 'Our room']) {
    for (const page of [account, robin, phone]) expect([words, await holds(page, words)]).toEqual([words, false]);
  }
  expect(await leftBehind(account)).not.toMatch(/canary|robin|kim/i);
  await kim.getByRole('heading', { name: 'Taking a pause. Nothing is lost.' }).waitFor();
  expect(await kim.getByRole('main').innerText()).not.toMatch(/left|signed out|account|deleted|gone/i);

  await signInWithPasskey(phone);
  await phone.locator('[data-refusal="wrong-sign-in"]').waitFor();
  await account.goBack();
  await expect.poll(() => holds(account, 'Robin')).toBe(false);
});

it('AC11 R23 says first what stays and where it is destroyed; asks who it is after five minutes; by keyboard alone', async () => {
  const page = await journey.device({ width: 1280, baseURL: named(journey.server.origin) });
  await withPasskeys(page);
  await begin(page);
  const room = new URL(page.url()).pathname;
  await page.goto('/account');
  await page.getByRole('button', { name: 'Add a passkey' }).waitFor();
  expect(await page.getByRole('region', { name: 'Delete your account' }).count()).toBe(0);
  await addPasskey(page);
  const part = page.getByRole('region', { name: 'Delete your account' });
  await part.getByText('a part “Leaving and deleting”').waitFor();
  expect(await part.getByRole('link', { name: 'Go to my room' }).getAttribute('href')).toBe(room);
  journey.server.advance(6 * MINUTES);

  await tabTo(page, part.getByRole('button', { name: 'Delete my account' }));
  await page.keyboard.press('Enter');
  const yes = part.getByRole('button', { name: 'Delete it for good' });
  await yes.waitFor();
  expect(await hasFocus(yes)).toBe(true);
  await faultless('deleting an account', page);
  await page.keyboard.press('Enter');
  const asked = part.getByTestId('step-up');
  await asked.getByRole('heading', { name: 'Please confirm that it is you' }).waitFor();
  await tabTo(page, asked.getByRole('button', { name: 'Confirm with a passkey' }));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Your account is deleted' }).waitFor();
  await faultless('account deleted', page);
});
