import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { lock, PIN, setPin } from '../kit/app-lock.ts';
import { playTo } from '../kit/couple.ts';
import { aJourney } from '../kit/journey.ts';
import { faultless } from '../kit/journey-accessible.ts';
import { begun } from '../kit/journey-couple.ts';
import { tabTo } from '../kit/journey-keyboard.ts';
import { leftBehind } from '../kit/journey-left-behind.ts';
import { lockScreen, openWithPin, setHidden } from '../kit/journey-lock.ts';
import { atStep, box } from '../kit/journey-room.ts';
import { Person } from '../kit/person.ts';
import { begin } from './room-steps.ts';

const journey = aJourney();

/** Everything that this page shows, to eyes and to screen readers, and whatever it left on the device. */
const everything = async (page: Page): Promise<string> => {
  const shown = await page.evaluate(() => {
    const typed = [...document.querySelectorAll('input, textarea')].map((box) => (box as HTMLInputElement).value);
    return [document.documentElement.outerHTML, document.title, ...typed].join('\n');
  });
  return shown + (await leftBehind(page));
};

/** The person of a page, for what needs no screen. */
async function personOn(page: Page): Promise<Person> {
  const [cookie] = await page.context().cookies();
  return new Person(journey.server.origin, `${cookie?.name}=${cookie?.value}`);
}

/** Robin at a step with words in the box, whose PIN is set and known to the page. */
async function withCanaries(): Promise<Page> {
  const { couple, conversationId, robin } = await begun(journey, 'heard');
  await setPin(couple.a);
  await playTo(journey.server, couple, conversationId, 'share');
  for (const person of [couple.a, couple.b]) person.disconnect();
  await robin.clock.install();
  await robin.reload();
  await openWithPin(robin);
  await atStep(robin, 'share');
  await box(robin).pressSequentially('Canary in the box');
  return robin;
}

describe('the app lock', () => {
  it('LK2 R19 hidden for 121 s: nothing of anybody is left in the page or on the device; the PIN brings the words back', async () => {
    const robin = await withCanaries();
    expect(await everything(robin)).toMatch(/Canary/);
    await setHidden(robin, true);
    await robin.clock.runFor(119_000);
    expect(await everything(robin)).toMatch(/Canary/);
    await robin.clock.runFor(2_000);
    await lockScreen(robin).waitFor();
    await setHidden(robin, false);
    const left = await everything(robin);
    expect(left).not.toMatch(/canary|Kim|Robin|Our room|floor is/i);
    expect(await robin.title()).toBe('Turnward');
    await openWithPin(robin, '9999');
    await robin.getByText('This PIN did not fit.').waitFor();
    await openWithPin(robin);
    await atStep(robin, 'share');
    await expect.poll(() => box(robin).inputValue()).toBe('Canary in the box');
  });

  it('LK3 locked in a talk: the other reads that this person is away, as of any hidden page, and nothing more', async () => {
    const { couple, conversationId, robin, kim } = await begun(journey, 'heard');
    await setPin(couple.a);
    await playTo(journey.server, couple, conversationId, 'share');
    for (const person of [couple.a, couple.b]) person.disconnect();
    await atStep(robin, 'share');
    await robin.getByRole('button', { name: 'Settings' }).click();
    await robin.getByRole('button', { name: 'Lock now' }).click();
    await lockScreen(robin).waitFor();
    const ofRobin = kim.getByTestId('in-room').filter({ hasText: 'Robin' });
    await ofRobin.getByText('away').waitFor();
    expect(await kim.getByRole('main').innerText()).not.toMatch(/lock|PIN|connection/i);
    await openWithPin(robin);
    await ofRobin.getByText('here').waitFor();
    await atStep(robin, 'share');
  });

  it('LK2 is set, pressed and taken away in the settings, by keyboard alone', async () => {
    const page = await journey.device({ width: 390 });
    await begin(page);
    await page.getByRole('button', { name: 'Settings' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByText('Set a PIN').click();
    await sheet.getByLabel('New PIN').fill('1234');
    await sheet.getByRole('button', { name: 'Set this PIN' }).click();
    await sheet.getByText('among the first that anybody would try').waitFor();
    await sheet.getByLabel('New PIN').fill(PIN);
    await sheet.getByLabel('The same once more').fill(PIN);
    await faultless('setting a PIN', page);
    await sheet.getByLabel('The same once more').press('Enter');
    await sheet.getByText('Your PIN is set.').waitFor();
    await tabTo(page, sheet.getByRole('button', { name: 'Lock now' }));
    await page.keyboard.press('Enter');
    await lockScreen(page).waitFor();
    expect(await everything(page)).not.toMatch(/Kitchen table|Ada/);
    await faultless('locked', page);
    // The box has the focus already.
    await page.getByLabel('Your PIN', { exact: true }).focus();
    await page.keyboard.type(PIN);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Kitchen table', level: 1 }).waitFor();

    await page.getByRole('button', { name: 'Settings' }).click();
    await sheet.getByText('Change the PIN or take it away').click();
    await sheet.getByLabel('Your PIN until now').fill(PIN);
    await sheet.getByRole('button', { name: 'Take the PIN away' }).click();
    await sheet.getByText('The PIN is gone.').waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Kitchen table', level: 1 }).waitFor();
  });

  it('LK2 a page that is loaded asks for the PIN before it shows anything; Help stays open', async () => {
    const page = await journey.device({ width: 1280 });
    await begin(page);
    await setPin(await personOn(page));
    const drawn: string[] = [];
    await page.exposeFunction('drew', (text: string) => drawn.push(text));
    await page.addInitScript(() => {
      addEventListener('DOMContentLoaded', () =>
        new MutationObserver(() => Object(globalThis).drew(document.body.innerText)).observe(document, {
          childList: true,
          subtree: true,
        }),
      );
    });
    await page.reload();
    await lockScreen(page).waitFor();
    expect(drawn.filter((text) => /Kitchen table|Ada/.test(text))).toEqual([]);
    await page.goto('/help');
    await page.getByText('Nobody watches this in real time').waitFor();
    await page.getByRole('link', { name: 'Turnward' }).click();
    await lockScreen(page).waitFor();
    await openWithPin(page);
    await page.getByRole('link', { name: 'Go to my room' }).waitFor();
  });

  it('LK4 wrong PINs slow down, and the page says how long', async () => {
    const page = await journey.device({ width: 390 });
    await begin(page);
    await setPin(await personOn(page));
    await page.reload();
    for (let tries = 0; tries < 5; tries += 1) {
      await openWithPin(page, '0000');
      await page.getByText(tries < 4 ? 'This PIN did not fit.' : 'The next try counts in a minute.').waitFor();
      await expect.poll(() => page.getByLabel('Your PIN', { exact: true }).inputValue()).toBe('');
    }
    await openWithPin(page);
    await page.getByText('The next try counts in a minute.').waitFor();
    await faultless('too many wrong PINs', page);
    journey.server.advance(60_000);
    await openWithPin(page);
    await page.getByRole('heading', { name: 'Kitchen table', level: 1 }).waitFor();
  });

  it('LK6 a forgotten PIN signs the device out', async () => {
    const page = await journey.device({ width: 390 });
    await begin(page);
    await setPin(await personOn(page));
    await page.reload();
    await lockScreen(page).waitFor();
    await page.getByText('I forgot my PIN').click();
    await faultless('a forgotten PIN', page);
    await page.getByRole('button', { name: 'Sign this device out' }).click();
    await page.waitForURL('**/sign-in');
    expect(await page.evaluate(() => fetch('/api/me').then((answer) => answer.json()))).toEqual({ member: null });
  });

  it('LK8 locks without a connection too, and opens only once the server has checked the PIN', async () => {
    const page = await journey.device({ width: 390 });
    await begin(page);
    await setPin(await personOn(page));
    await page.reload();
    await openWithPin(page);
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Lock now' }).waitFor();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Lock now' }).click();
    await lockScreen(page).waitFor();
    expect(await everything(page)).not.toMatch(/Kitchen table|Ada/);
    await openWithPin(page);
    await page.getByText('The server can’t be reached right now.').waitFor();
    await page.context().setOffline(false);
    await expect
      .poll(async () => (await (await personOn(page)).door('GET', '/api/me')).text)
      .toContain('"locked":true');
    await openWithPin(page);
    await page.getByRole('heading', { name: 'Kitchen table', level: 1 }).waitFor();
  });

  it('LK9 all pages of a device lock and open together; one in front keeps the hidden ones open', async () => {
    const page = await journey.device({ width: 390 });
    await begin(page);
    await setPin(await personOn(page));
    await page.reload();
    await openWithPin(page);
    const heading = (of: Page) => of.getByRole('heading', { name: 'Kitchen table', level: 1 });
    await heading(page).waitFor();
    const other = await page.context().newPage();
    await other.clock.install();
    await other.goto(page.url());
    for (const each of [page, other]) await lockScreen(each).waitFor();
    await openWithPin(other);
    for (const each of [page, other]) await heading(each).waitFor();
    await setHidden(other, true);
    await other.clock.runFor(120_000);
    // The clock of that page stands still until the page in front has answered.
    await other.evaluate(() => {
      const channel = new BroadcastChannel('app-lock');
      const answered = new Promise((resolve) => {
        channel.onmessage = resolve;
      });
      channel.postMessage('who is in front');
      return answered.then(() => channel.close());
    });
    await other.clock.runFor(1_000);
    await heading(other).waitFor();
    await setHidden(page, true);
    await other.clock.runFor(121_000);
    for (const each of [page, other]) await lockScreen(each).waitFor();
  });

  it('LK1 R5 Leave quickly works while locked', async () => {
    const page = await journey.device({ width: 390 });
    await begin(page);
    const person = await personOn(page);
    await setPin(person);
    await lock(person);
    await lockScreen(page).waitFor();
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift');
    await page.waitForURL(journey.elsewhere);
    expect((await person.door('GET', '/api/me')).text).toBe('{"member":null}');
  });
});
