import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { appCode } from '../kit/app-code.ts';
import { aJourney, type Device } from '../kit/journey.ts';
import { faultless } from '../kit/journey-accessible.ts';
import { hasFocus, tabTo } from '../kit/journey-keyboard.ts';
import { leftBehind } from '../kit/journey-left-behind.ts';
import { named } from '../kit/journey-passkeys.ts';
import { begin } from './room-steps.ts';

const journey = aJourney();
const device = (view: Device = {}): Promise<Page> =>
  journey.device({ width: 390, baseURL: named(journey.server.origin), ...view });
const GOOD = 'velvet otter hums at dusk';

async function setPassword(page: Page, name: string): Promise<void> {
  await page.goto('/account');
  await page.getByRole('button', { name: 'Set a name and password' }).click();
  await page.getByLabel('Sign-in name').fill(name);
  await page.getByLabel('New password').fill(GOOD);
  await page.getByText('This password is strong enough.').first().waitFor();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText(`Your sign-in name is ${name}.`).waitFor();
}

async function fillSignIn(page: Page, name: string, password: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Sign-in name').fill(name);
  await page.getByLabel('Password', { exact: true }).fill(password);
}
const submit = (page: Page): Promise<void> => page.getByRole('button', { name: 'Sign in', exact: true }).click();

describe('signing in with a name and a password', () => {
  it('AC4 a weak password is told why, a good one is taken, and what did not fit is not typed again', async () => {
    const ada = await device();
    await begin(ada);
    await ada.goto('/account');
    await ada.getByRole('button', { name: 'Set a name and password' }).click();
    await ada.getByLabel('Sign-in name').fill('quiet.heron');
    await ada.getByLabel('New password').fill('password12345');
    const strength = ada.getByTestId('strength');
    await strength.waitFor();
    expect(await strength.getAttribute('data-enough')).toBe('false');
    await ada.getByRole('button', { name: 'Save' }).click();
    expect(await hasFocus(ada.getByLabel('New password'))).toBe(true);
    await setPassword(ada, 'quiet.heron');
    expect(await leftBehind(ada)).not.toMatch(/heron|velvet|otter/i);

    const elsewhere = await device({ width: 1280 });
    await fillSignIn(elsewhere, 'quiet.heron', 'not this one at all');
    await submit(elsewhere);
    const refused = elsewhere.locator('[data-refusal="wrong-sign-in"]');
    await refused.waitFor();
    expect(await elsewhere.getByLabel('Sign-in name').inputValue()).toBe('quiet.heron');
    await elsewhere.getByLabel('Password', { exact: true }).fill(GOOD);
    await submit(elsewhere);
    await elsewhere.getByText('Ada (you)').waitFor();
  });

  it('AC3 with an app the password alone lets nobody in, and the words do not say why', async () => {
    const ada = await device();
    await begin(ada);
    await setPassword(ada, 'lake.side');
    await ada.getByRole('button', { name: 'Add an app' }).click();
    const key = (await ada.getByLabel('Key for the app').innerText()).trim();
    await ada.getByLabel('Six digits').fill(appCode(key, Date.now()));
    await ada.getByRole('button', { name: 'Turn it on' }).click();
    await ada.getByText('Signing in with your password asks for a code from your app.').waitFor();

    const elsewhere = await device();
    await fillSignIn(elsewhere, 'lake.side', GOOD);
    await submit(elsewhere);
    await elsewhere.locator('[data-refusal="wrong-sign-in"]').waitFor();
    // A code counts once: the next one is thirty seconds away.
    journey.server.advance(30_000);
    await elsewhere.getByLabel('Code from your app').fill(appCode(key, Date.now() + 30_000));
    await submit(elsewhere);
    await elsewhere.getByText('Ada (you)').waitFor();
  });

  it('R23 works by keyboard alone, names what is missing, and tells password managers what goes where', async () => {
    const page = await device({ width: 1280 });
    await page.goto('/sign-in');
    const name = page.getByLabel('Sign-in name');
    await tabTo(page, name);
    await page.keyboard.press('Enter');
    await page.getByText('Please write your sign-in name.').waitFor();
    expect(await hasFocus(name)).toBe(true);
    const hints = await page
      .locator('main input')
      .evaluateAll((boxes) => boxes.map((box) => box.getAttribute('autocomplete')));
    expect(hints).toEqual(['username', 'current-password', 'one-time-code', 'off']);
    await faultless('sign in', page);
  });

  it('R23 nothing is wrong on one’s account in any theme, with all that it can hold', async () => {
    const ada = await device();
    await begin(ada);
    await faultless('start, signed in', ada);
    await ada.goto('/account');
    await ada.getByRole('button', { name: 'Set a name and password' }).click();
    await ada.getByLabel('New password').fill('password12345');
    await ada.getByTestId('strength').waitFor();
    await faultless('account of a guest', ada);
    await setPassword(ada, 'tall.reeds');
    await ada.getByRole('button', { name: 'Add an app' }).click();
    await ada.getByRole('button', { name: 'Make recovery codes' }).click();
    await ada.getByText('These are shown only now.').waitFor();
    await faultless('account of a member', ada);
  });
});
