import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { setPin } from '../kit/app-lock.ts';
import { playTo } from '../kit/couple.ts';
import { aJourney } from '../kit/journey.ts';
import { begun } from '../kit/journey-couple.ts';
import { lockScreen, openWithPin } from '../kit/journey-lock.ts';
import { addPasskey, bringAlong, named, signInWithPasskey, withPasskeys } from '../kit/journey-passkeys.ts';
import { atStep, box, holds, say } from '../kit/journey-room.ts';
import { Person } from '../kit/person.ts';
import { begin } from './room-steps.ts';

const journey = aJourney();
const MINUTES = 60_000;

async function cookieOf(page: Page): Promise<string> {
  const [cookie] = await page.context().cookies();
  return `${cookie?.name}=${cookie?.value}`;
}

describe('the end of a session', () => {
  it('SE7 SE3 a device that is signed out from another, in the midst of a talk, shows nothing of it; the other goes on', async () => {
    const baseURL = named(journey.server.origin);
    const table = await begun(journey, 'heard', { robin: { width: 1280, baseURL } });
    const { couple, conversationId, robin: laptop, kim } = table;
    await playTo(journey.server, couple, conversationId, 'share');
    await atStep(laptop, 'share');
    for (const person of [couple.a, couple.b]) person.disconnect();

    const account = await laptop.context().newPage();
    const keys = await withPasskeys(account);
    await account.goto('/account');
    await addPasskey(account);
    const phone = await journey.device({ width: 390, baseURL });
    await bringAlong(keys, await withPasskeys(phone));
    await signInWithPasskey(phone);
    await phone.getByText('Robin (you)').waitFor();
    await phone.goto(`/talk/${conversationId}`);
    await atStep(phone, 'share');
    await box(laptop).fill('Canary of a sentence.');
    await expect.poll(() => box(phone).inputValue()).toBe('Canary of a sentence.');

    await account.reload();
    const other = account.locator('[data-testid="session"][data-here="false"]');
    await other.getByRole('button', { name: /^Sign out/ }).click();
    await phone.getByRole('heading', { name: 'You were signed out' }).waitFor();
    for (const words of ['Canary', 'Kim', 'Robin', 'Our room'])
      expect([words, await holds(phone, words)]).toEqual([words, false]);
    expect(await phone.title()).toBe('Turnward');
    await other.waitFor({ state: 'detached' });

    await say(laptop, 'Share this', 'I feel alone on Sundays.');
    await kim.getByText('I feel alone on Sundays.').waitFor();
    expect(await holds(phone, 'Sundays')).toBe(false);

    await phone.getByRole('button', { name: 'Sign in' }).click();
    await phone.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await atStep(phone, 'hear.mirror');
    await phone.getByText('I feel alone on Sundays.').waitFor();
  });

  it('LK10 as 12 hours pass in a talk the PIN is asked for, and the talk goes on with what was being written', async () => {
    const baseURL = named(journey.server.origin);
    const { couple, conversationId, robin, kim } = await begun(journey, 'heard', { robin: { baseURL } });
    await playTo(journey.server, couple, conversationId, 'share');
    for (const person of [couple.a, couple.b]) person.disconnect();
    const account = await robin.context().newPage();
    await withPasskeys(account);
    await account.goto('/account');
    await addPasskey(account);
    await account.close();
    await robin.reload();
    await atStep(robin, 'share');
    await setPin(new Person(baseURL, await cookieOf(robin)));
    await box(robin).fill('Canary of a sentence.');

    journey.server.advance(12 * 60 * MINUTES);
    // The page tells that it is in use.
    await box(robin).press('End');
    await lockScreen(robin).waitFor();
    for (const words of ['Canary', 'Kim', 'Our room'])
      expect([words, await holds(robin, words)]).toEqual([words, false]);
    await openWithPin(robin);
    await atStep(robin, 'share');
    await expect.poll(() => box(robin).inputValue()).toBe('Canary of a sentence.');
    await say(robin, 'Share this', 'I feel alone on Sundays.');
    await kim.getByText('I feel alone on Sundays.').waitFor();
  });

  it('SE4 after 30 minutes without use the page is calm and empty, and signing in goes on where one was', async () => {
    const ada = await journey.device({ width: 390, baseURL: named(journey.server.origin) });
    await withPasskeys(ada);
    await begin(ada);
    const room = new URL(ada.url()).pathname;
    await ada.goto('/account');
    await addPasskey(ada);
    await ada.goto(room);
    await ada.getByRole('heading', { name: 'Kitchen table' }).waitFor();
    journey.server.advance(31 * MINUTES);
    await ada.getByRole('button', { name: 'Make a spoken code' }).click();

    await ada.getByRole('heading', { name: 'You were signed out' }).waitFor();
    await ada.getByRole('main').getByText('What you wrote is kept.').waitFor();
    expect(await holds(ada, 'Kitchen table')).toBe(false);
    await ada.getByRole('button', { name: 'Sign in' }).click();
    await ada.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await ada.getByRole('heading', { name: 'Kitchen table' }).waitFor();
  });

  it('SE7 all other devices are signed out at once', async () => {
    const baseURL = named(journey.server.origin);
    const laptop = await journey.device({ width: 1280, baseURL });
    const phone = await journey.device({ width: 390, baseURL });
    const keys = await withPasskeys(laptop);
    await begin(laptop);
    await laptop.goto('/account');
    await addPasskey(laptop);
    await bringAlong(keys, await withPasskeys(phone));
    await signInWithPasskey(phone);
    await phone.getByRole('heading', { name: 'Kitchen table' }).waitFor();
    await laptop.reload();
    await laptop.getByRole('button', { name: 'Sign out all others' }).click();
    await phone.getByRole('heading', { name: 'You were signed out' }).waitFor();
    await expect.poll(() => laptop.getByTestId('session').count()).toBe(1);
  });
});
