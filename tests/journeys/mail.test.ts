import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { aJourney, type Device } from '../kit/journey.ts';
import { faultless } from '../kit/journey-accessible.ts';
import { tabTo } from '../kit/journey-keyboard.ts';
import { leftBehind } from '../kit/journey-left-behind.ts';
import { named } from '../kit/journey-passkeys.ts';
import { until } from '../kit/person.ts';
import { openPostOffice } from '../kit/post-office.ts';
import { begin } from './room-steps.ts';

const post = await openPostOffice();
afterAll(() => post.close());
const journey = aJourney(post.settings);
const device = (view: Device = {}): Promise<Page> =>
  journey.device({ width: 390, baseURL: named(journey.server.origin), ...view });
const GOOD = 'velvet otter hums at dusk';
const ADDRESS = 'quiet@mail.example';

async function last(says: RegExp): Promise<string> {
  const found = () => post.received.findLast(({ to, text }) => to === ADDRESS && says.test(text))?.text;
  await until(() => expect(found()).toBeDefined());
  return found() ?? '';
}
const pathIn = (text: string): string => /https?:\/\/[^/\s]+(\/mail#\S+)/.exec(text)?.[1] ?? '';

/** Somebody with a room, a password, and the address. */
async function withAddress(): Promise<Page> {
  const ada = await device();
  await begin(ada);
  await ada.goto('/account');
  await ada.getByRole('button', { name: 'Set a name and password' }).click();
  await ada.getByLabel('Sign-in name').fill('quiet.heron');
  await ada.getByLabel('New password').fill(GOOD);
  await ada.getByText('This password is strong enough.').first().waitFor();
  await ada.getByRole('button', { name: 'Save' }).click();
  await tabTo(ada, ada.getByRole('button', { name: 'Add an address' }));
  await ada.keyboard.press('Enter');
  await tabTo(ada, ada.getByLabel('E-mail address'));
  await ada.keyboard.type(ADDRESS);
  await ada.keyboard.press('Enter');
  await ada.getByLabel('Eight digits').waitFor();
  const code = /\b\d{8}\b/.exec(await last(/code for this address/))?.[0] ?? '';
  await tabTo(ada, ada.getByLabel('Eight digits'));
  await ada.keyboard.type(code);
  await ada.keyboard.press('Enter');
  await ada.getByText(`Your address is ${ADDRESS}`).waitFor();
  return ada;
}

describe('mail', () => {
  it('ML2 ML3 ML6 R23 an address is confirmed by keyboard, signs in elsewhere by a press, and cancels what somebody else began', async () => {
    const ada = await withAddress();
    await faultless('account with an address', ada);

    const elsewhere = await device({ width: 1280 });
    await elsewhere.goto('/sign-in');
    await elsewhere.getByText('With a link by e-mail').click();
    await elsewhere.getByLabel('E-mail address').fill(ADDRESS);
    await elsewhere.getByRole('button', { name: 'Send me a link' }).click();
    await elsewhere.getByTestId('link-sent').waitFor();
    await faultless('a link was sent', elsewhere);
    const link = pathIn(await last(/you sign in, once/));
    await elsewhere.goto(link);
    await elsewhere.getByText('Press the button to sign in on this device.').waitFor();
    await faultless('a link was opened', elsewhere);
    expect(elsewhere.url()).not.toContain('#');
    await elsewhere.getByRole('button', { name: 'Sign in', exact: true }).click();
    await elsewhere.getByText('Ada (you)').waitFor();
    expect(await leftBehind(elsewhere)).not.toContain(link.slice(10));

    await ada.getByRole('button', { name: /^Remove.*address/ }).click();
    await ada.getByRole('button', { name: 'Yes, remove' }).click();
    await ada.getByTestId('pending').waitFor();
    const nobody = await device();
    await nobody.goto(pathIn(await last(/will change/)));
    await nobody.getByRole('heading', { name: 'A change is waiting' }).waitFor();
    await faultless('a change to cancel', nobody);
    await nobody.getByRole('button', { name: 'Cancel this change' }).click();
    await nobody.getByText('Everything stays as it was.').first().waitFor();
    await ada.reload();
    await ada.getByText(`Your address is ${ADDRESS}`).waitFor();
    expect(await ada.getByTestId('pending').count()).toBe(0);
  });
});
