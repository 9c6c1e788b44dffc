import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { playTo } from '../kit/couple.ts';
import { aJourney } from '../kit/journey.ts';
import { faultless } from '../kit/journey-accessible.ts';
import { begun } from '../kit/journey-couple.ts';
import { tabTo } from '../kit/journey-keyboard.ts';
import { helpIsKept, keptOffline } from '../kit/journey-left-behind.ts';
import { atStep, box } from '../kit/journey-room.ts';
import { begin } from './room-steps.ts';

const journey = aJourney();

const ways: [string, (page: Page) => Promise<unknown>][] = [
  ['by its button', (page) => page.getByRole('button', { name: 'Leave quickly' }).click()],
  [
    'by pressing Shift three times',
    async (page) => {
      for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift');
    },
  ],
  [
    'by the link that Tab reaches first',
    async (page) => {
      await page.reload();
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
    },
  ],
];

async function isElsewhere(page: Page): Promise<void> {
  await page.waitForURL(journey.elsewhere);
  await page.getByText('Sunny.').waitFor();
}

/** This device is signed out; however often one goes back, the weather is shown again and nothing of us is ever drawn. */
async function isGone(page: Page): Promise<void> {
  await isElsewhere(page);
  const drawn: string[] = [];
  await page.exposeFunction('drew', (text: string) => drawn.push(text));
  await page.addInitScript(() => {
    addEventListener('DOMContentLoaded', () => {
      const look = () => document.getElementById('root')?.innerText && Object(globalThis).drew(document.body.innerText);
      new MutationObserver(look).observe(document, { childList: true, subtree: true });
    });
  });
  for (;;) {
    await page.goBack({ waitUntil: 'commit' }).catch(() => undefined);
    if (page.url() === 'about:blank') break;
    await isElsewhere(page);
  }
  expect(drawn).toEqual([]);
  const again = await page.context().newPage();
  await again.goto('/');
  expect(await again.evaluate(() => fetch('/api/me').then((answer) => answer.json()))).toEqual({ member: null });
}

describe('leaving quickly', () => {
  it.each(ways)(
    'R5 LQ1 LQ2 %s: elsewhere at once even where a page would ask first, signed out, nothing to go back to',
    async (_how, leave) => {
      const page = await journey.device({ width: 390 });
      // Entries of ours before the one that is left: loaded signed out, and gone to within the page while signed in.
      await page.goto('/');
      await begin(page);
      await page.getByRole('link', { name: 'Turnward' }).click();
      await page.getByRole('link', { name: 'Go to my room' }).click();
      await page.getByRole('heading', { name: 'Kitchen table', level: 1 }).waitFor();
      await page.evaluate(() => addEventListener('beforeunload', (event) => event.preventDefault()));
      await leave(page);
      await isGone(page);
    },
  );

  it('R5 LQ1 LQ2 out of a talk with words in the box: the page is blank at once, and the other sees a pause and nothing else', async () => {
    const { couple, conversationId, robin, kim } = await begun(journey, 'heard');
    await playTo(journey.server, couple, conversationId, 'share');
    for (const person of [couple.a, couple.b]) person.disconnect();
    await atStep(robin, 'share');
    await box(robin).pressSequentially('Words that nobody shall see');
    const shown = await robin.getByRole('button', { name: 'Leave quickly' }).evaluate((button) => {
      (button as HTMLElement).click();
      return document.body.innerText;
    });
    expect(shown).toBe('');
    await isGone(robin);

    await kim.getByRole('heading', { name: 'Taking a pause. Nothing is lost.' }).waitFor();
    const seen = await kim.getByRole('main').innerText();
    expect(seen).not.toMatch(/left|leave|signed out|exit|gone/i);
  });

  it('LQ5 takes everything off the screen in every tab of this device', async () => {
    const page = await journey.device({ width: 390 });
    await begin(page);
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.getByRole('heading', { name: 'Kitchen table' }).waitFor();
    await page.getByRole('button', { name: 'Leave quickly' }).click();
    await isElsewhere(page);
    await other.getByRole('heading', { name: 'Kitchen table' }).waitFor({ state: 'detached' });
    expect(await other.evaluate(() => document.body.innerText)).not.toContain('Kitchen table');
  });

  it('LQ3 without a connection: blank at once, and signed out before anything is shown here again', async () => {
    const page = await journey.device({ width: 390 });
    await begin(page);
    const { pathname } = new URL(page.url());
    await page.context().setOffline(true);
    const shown = await page.getByRole('button', { name: 'Leave quickly' }).evaluate((button) => {
      (button as HTMLElement).click();
      return document.body.innerText;
    });
    expect(shown).toBe('');
    // Online again, but for the door by which it is signed out.
    let reached = false;
    await page.context().route('**/api/leave', (route) => (reached ? route.continue() : route.abort()));
    await page.context().setOffline(false);
    const again = await page.context().newPage();
    await again.goto(pathname);
    await again.getByText('until this device has been signed out').waitFor();
    await faultless('left quickly without a connection', again);
    expect(await again.evaluate(() => document.body.innerText)).not.toContain('Kitchen table');
    reached = true;
    await again.getByText('until this device has been signed out').waitFor({ state: 'detached' });
    expect(await again.evaluate(() => fetch('/api/me').then((answer) => answer.json()))).toEqual({ member: null });
    expect(await again.evaluate(() => localStorage.length)).toBe(0);
  });

  it('LQ2 whoever is still signed in comes back with Back as ever', async () => {
    const page = await journey.device({ width: 390 });
    await begin(page);
    await page.goto(journey.elsewhere);
    await page.goBack();
    await page.getByRole('heading', { name: 'Kitchen table' }).waitFor();
  });

  it('LQ4 a page says what it does and what it does not; everybody can open it, by keyboard too', async () => {
    const page = await journey.device({ width: 390 });
    await page.goto('/');
    await tabTo(page, page.getByRole('link', { name: 'What “Leave quickly” does' }));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'What “Leave quickly” does' }).waitFor();
    await page.getByText('It does not erase your browser’s history.').waitFor();
    await faultless('what leaving quickly does', page);
  });
});

describe('help', () => {
  it('R14 opens over the page in one tap, without a connection too, and loses nothing that was written', async () => {
    const page = await journey.device({ width: 390 });
    await page.goto('/begin');
    await page.getByLabel('Your first name').fill('Ada');
    for (const part of ['help-content', 'overlay']) {
      await page.waitForFunction(
        (name) => performance.getEntriesByType('resource').some((file) => file.name.includes(name)),
        part,
      );
    }
    await page.waitForLoadState('networkidle');
    await page.context().setOffline(true);
    await page.getByRole('link', { name: 'Help', exact: true }).click();
    await page.getByRole('dialog').getByText('Nobody watches this in real time').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.getByLabel('Your first name').inputValue()).toBe('Ada');
  });

  it('R14 LQ6 opens signed out and without a connection once the app was opened', async () => {
    const page = await journey.device({ width: 390 });
    await page.goto('/');
    await helpIsKept(page);
    await page.context().setOffline(true);
    const later = await page.context().newPage();
    await later.goto('/help');
    await later.getByRole('heading', { name: 'If you are in danger now' }).waitFor();
    await later.getByText('Nobody watches this in real time').waitFor();
    await later.getByRole('link', { name: '116 123' }).first().waitFor();
    await faultless('help without a connection', later);
    // Any other address leads as far as Help too.
    await later.goto('/space/somewhere');
    await later.getByRole('link', { name: 'Help', exact: true }).click();
    await later.getByRole('dialog').getByText('Nobody watches this in real time').waitFor();
  });

  it('LQ6 keeps only what is the same for everybody, and leaving quickly takes it away', async () => {
    const page = await journey.device({ width: 390 });
    await begin(page);
    await helpIsKept(page);
    await page.reload();
    await page.getByRole('heading', { name: 'Kitchen table' }).waitFor();
    const kept = await keptOffline(page);
    const named = kept.map(({ path }) => path).filter((path) => !path.startsWith('/assets/'));
    expect(named.sort()).toEqual(['/', '/appearance.js', '/help-lines.json', '/icon.svg']);
    expect(kept.filter(({ path }) => /(talk|space|begin|lead|kept)-page/.test(path))).toEqual([]);
    expect(kept.filter(({ text }) => text.includes('Kitchen table'))).toEqual([]);
    await page.getByRole('button', { name: 'Leave quickly' }).click();
    await isElsewhere(page);
    const again = await page.context().newPage();
    await again.goto('/healthz');
    await expect.poll(() => keptOffline(again)).toEqual([]);
    expect(await again.evaluate(() => navigator.serviceWorker.getRegistrations().then(({ length }) => length))).toBe(0);
  });
});
