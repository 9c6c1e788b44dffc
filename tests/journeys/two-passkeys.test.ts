import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { aCouple, accepted, begin, type Couple, playTo } from '../kit/couple.ts';
import { aJourney } from '../kit/journey.ts';
import { faultless } from '../kit/journey-accessible.ts';
import { addPasskey, named, passkeysOn, signInWithPasskey, withPasskeys } from '../kit/journey-passkeys.ts';
import { atStep, box, holds, say } from '../kit/journey-room.ts';
import { Person, until } from '../kit/person.ts';

const journey = aJourney();
const HOURS = 3_600_000;
const PASSWORD = 'velvet otter hums at dusk';

const offer = (page: Page) => page.getByRole('dialog', { name: 'Sign out your other devices?' });

/** Somebody with a laptop and a phone, each with a passkey of its own, and both long enough there to be relied on. */
async function withTwoPasskeys() {
  const baseURL = named(journey.server.origin);
  const couple = await aCouple(journey.server);
  const laptop = await journey.device({ width: 1280, baseURL, cookie: couple.a.cookie });
  const phone = await journey.device({ width: 390, baseURL });
  couple.a.disconnect();
  const keys = [await withPasskeys(laptop), await withPasskeys(phone)];
  await laptop.goto('/account');
  await laptop.getByRole('button', { name: 'Set a name and password' }).click();
  await laptop.getByLabel('Sign-in name').fill('two.keys');
  await laptop.getByLabel('New password').fill(PASSWORD);
  await laptop.getByRole('button', { name: 'Save' }).click();
  await laptop.getByText('Your sign-in name is two.keys.').waitFor();
  await addPasskey(laptop);
  expect(await offer(laptop).count()).toBe(0);

  await phone.goto('/sign-in');
  await phone.getByLabel('Sign-in name').fill('two.keys');
  await phone.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await phone.getByRole('button', { name: 'Sign in', exact: true }).click();
  await phone.getByText('Robin (you)').waitFor();
  await phone.goto('/account');
  await addPasskey(phone);
  await offer(phone).getByText('One other device is still signed in as you.').waitFor();
  await faultless('asked about the other sessions', phone);
  await offer(phone).getByRole('button', { name: 'Leave them signed in' }).click();
  await offer(phone).waitFor({ state: 'detached' });
  expect(await phone.getByTestId('session').count()).toBe(2);
  expect(await Promise.all(keys.map(passkeysOn))).toEqual([1, 1]);

  journey.server.advance(73 * HOURS);
  for (const device of [laptop, phone]) {
    await signInWithPasskey(device);
    await device.getByText('Robin (you)').waitFor();
  }
  return { couple, laptop, phone };
}

/** The talk stands at the step that tells, on both devices. */
async function inATalk({ spaceId, b }: Couple, laptop: Page, phone: Page): Promise<string> {
  const [cookie] = await laptop.context().cookies();
  const a = await new Person(journey.server.origin, `${cookie?.name}=${cookie?.value}`).connect();
  const { created = '' } = accepted(await b.ask(spaceId, { type: 'OpenConversation', guideId: 'heard', first: 'a' }));
  for (const person of [a, b]) await person.follow('conversation', created);
  await begin({ spaceId, a, b }, created);
  await playTo(journey.server, { spaceId, a, b }, created, 'share');
  a.disconnect();
  for (const device of [laptop, phone]) {
    await device.goto(`/talk/${created}`);
    await atStep(device, 'share');
  }
  return created;
}

it('AC2 AC12 SE3 of two passkeys one is removed in the midst of a talk, and all others signed out: that device is out, and stays out', async () => {
  const { couple, laptop, phone } = await withTwoPasskeys();
  const talk = await inATalk(couple, laptop, phone);
  await box(laptop).fill('Canary of a sentence.');
  await expect.poll(() => box(phone).inputValue()).toBe('Canary of a sentence.');

  const account = await laptop.context().newPage();
  await account.goto('/account');
  await expect.poll(() => account.getByTestId('passkey').count()).toBe(2);
  await account
    .getByTestId('passkey')
    .nth(1)
    .getByRole('button', { name: /^Remove/ })
    .click();
  await account.getByRole('button', { name: 'Yes, remove' }).click();
  await offer(account).getByRole('button', { name: 'Sign out all others' }).click();
  await phone.getByRole('heading', { name: 'You were signed out' }).waitFor();
  for (const words of ['Canary', 'Kim', 'Robin', 'Our room'])
    expect([words, await holds(phone, words)]).toEqual([words, false]);
  await offer(account).waitFor({ state: 'detached' });
  await expect.poll(() => account.getByTestId('passkey').count()).toBe(1);
  await expect.poll(() => account.getByTestId('session').count()).toBe(1);

  await say(laptop, 'Share this', 'I feel alone on Sundays.');
  await until(() => expect(couple.b.stateOf(talk).turn?.stepId).toBe('hear.mirror'));
  await phone.getByRole('button', { name: 'Sign in' }).click();
  await phone.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await phone
    .locator('[data-refusal="wrong-sign-in"]')
    .or(phone.getByText('This passkey could not be used.'))
    .waitFor();
  expect(await holds(phone, 'Sundays')).toBe(false);
});
