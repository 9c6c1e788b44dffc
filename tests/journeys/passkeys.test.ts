import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { aJourney, type Device } from '../kit/journey.ts';
import { violations } from '../kit/journey-accessible.ts';
import { leftBehind } from '../kit/journey-left-behind.ts';
import { addPasskey, bringAlong, named, passkeysOn, signInWithPasskey, withPasskeys } from '../kit/journey-passkeys.ts';
import { begin } from './room-steps.ts';

const journey = aJourney();
const device = (view: Device = {}): Promise<Page> =>
  journey.device({ width: 390, baseURL: named(journey.server.origin), ...view });
const MINUTES = 60_000;

describe('passkeys', () => {
  it('AC1 a guest adds one, stays the same person, signs out, and comes back without typing anything', async () => {
    const ada = await device();
    const keys = await withPasskeys(ada);
    await begin(ada);
    await ada.goto('/account');
    await ada.getByText('You are a guest on this device.').waitFor();
    expect(await violations(ada)).toEqual([]);
    await addPasskey(ada);
    await ada.getByText('You have one way in.').waitFor();
    expect(await passkeysOn(keys)).toBe(1);
    expect(await violations(ada)).toEqual([]);

    await ada.getByRole('button', { name: 'Sign out on this device' }).click();
    await ada.getByRole('link', { name: 'Sign in' }).click();
    await ada.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await ada.getByText('Ada (you)').waitFor();
    expect(await leftBehind(ada)).not.toMatch(/\bada\b|kitchen|passkey/i);
  });

  it('AC2 one passkey on two devices signs both in as the same person; a device without one is told calmly', async () => {
    const laptop = await device({ width: 1280 });
    const phone = await device();
    const [atHome, inPocket] = [await withPasskeys(laptop), await withPasskeys(phone)];
    await begin(laptop);
    await laptop.goto('/account');
    await addPasskey(laptop);

    await signInWithPasskey(phone);
    await phone.getByText('This passkey could not be used. Nothing was changed.').waitFor();
    await bringAlong(atHome, inPocket);
    await phone.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await phone.getByText('Ada (you)').waitFor();

    await laptop.reload();
    await expect.poll(() => laptop.getByTestId('session').count()).toBe(2);
    expect(await laptop.getByTestId('session').first().innerText()).toContain('this device');
  });

  it('AC5 after five minutes an invitation asks for a sign-in over the page, and is then made', async () => {
    const ada = await device();
    await withPasskeys(ada);
    await begin(ada);
    const room = ada.url();
    await ada.goto('/account');
    await addPasskey(ada);
    await ada.goto(room);
    await ada.getByRole('heading', { name: 'Kitchen table' }).waitFor();
    journey.server.advance(6 * MINUTES);
    await ada.getByRole('button', { name: 'Make a link' }).click();
    const asked = ada.getByRole('dialog', { name: 'Please confirm that it is you' });
    await asked.getByRole('button', { name: 'Confirm with a passkey' }).click();
    await ada.getByTestId('made-link').waitFor();
    await asked.waitFor({ state: 'detached' });
  });

  it('AC5 AC6 after five minutes what matters asks for a sign-in in its place, and then goes on by itself', async () => {
    const ada = await device({ width: 1280 });
    await withPasskeys(ada);
    await begin(ada);
    await ada.goto('/account');
    await addPasskey(ada);
    journey.server.advance(6 * MINUTES);

    await ada.getByRole('button', { name: 'Make recovery codes' }).click();
    const asked = ada.getByTestId('step-up');
    await asked.getByRole('heading', { name: 'Please confirm that it is you' }).waitFor();
    expect(await violations(ada)).toEqual([]);
    await asked.getByRole('button', { name: 'Confirm with a passkey' }).click();
    const shown = await ada.getByLabel('Your recovery codes').innerText();
    const codes = shown.split(/\s+/).filter(Boolean);
    const [first = ''] = codes;
    expect(new Set(codes).size).toBe(10);
    await ada.getByRole('button', { name: 'I have kept them' }).click();
    await ada.getByText('10 codes are left.').waitFor();
    expect(await ada.evaluate(() => document.documentElement.innerHTML)).not.toContain(first);

    const elsewhere = await device();
    await elsewhere.goto('/sign-in');
    await elsewhere.getByText('With a recovery code').click();
    await elsewhere.getByLabel('Recovery code').fill(first);
    await elsewhere.getByRole('button', { name: 'Sign in with this code' }).click();
    await elsewhere.getByText('Ada (you)').waitFor();
    await ada.reload();
    await ada.getByText('9 codes are left.').waitFor();
  });
});
