import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { playTo } from '../kit/couple.ts';
import { aJourney } from '../kit/journey.ts';
import { begun } from '../kit/journey-couple.ts';
import { atStep, box, floorOf, holds, press, turnOf } from '../kit/journey-room.ts';

const journey = aJourney();
/** The server has answered again: how long may pass until a page is back, in ms. Two seconds, and as much for a slow machine. */
const BACK = 4000;
const MINUTE = 60_000;
const HALF = 'Half a sentence that is still growing';

/** Robin writes, Kim listens; only their pages hold a line to the server. */
async function midTurn() {
  const table = await begun(journey, 'heard');
  const { couple, conversationId, robin, kim } = table;
  await playTo(journey.server, couple, conversationId, 'share');
  for (const page of [robin, kim]) await atStep(page, 'share');
  for (const person of [couple.a, couple.b]) person.disconnect();
  await box(robin).fill(HALF);
  return { robin, kim, turn: await turnOf(robin) };
}

const connected = (page: Page, timeout?: number) =>
  page
    .getByTestId('connection')
    .getByText('Connected', { exact: true })
    .waitFor(timeout ? { timeout } : {});

async function sameTurn({ robin, kim, turn }: Awaited<ReturnType<typeof midTurn>>): Promise<void> {
  expect([await turnOf(robin), await turnOf(kim)]).toEqual([turn, turn]);
  expect([await floorOf(robin), await floorOf(kim)]).toEqual(['mine', 'theirs']);
}

/** Robin shares what is in the box: it is on both screens, once, and was on Kim's at no time before. */
async function shareOnce({ robin, kim }: { robin: Page; kim: Page }, words = HALF): Promise<void> {
  expect(await box(robin).inputValue()).toBe(words);
  expect(await holds(kim, words)).toBe(false);
  await press(robin, 'Share this');
  await onceOnBoth({ robin, kim }, words);
}

async function onceOnBoth({ robin, kim }: { robin: Page; kim: Page }, words: string): Promise<void> {
  for (const page of [robin, kim]) {
    await page.getByRole('article').filter({ hasText: words }).waitFor();
    await atStep(page, 'hear.mirror');
    expect(await page.getByRole('article').filter({ hasText: words }).count()).toBe(1);
  }
}

describe('in the middle of a turn', () => {
  it('a lost line says so, keeps what is in the box, and sends once it is back', async () => {
    const table = await midTurn();
    const { robin, kim } = table;
    await robin.context().setOffline(true);
    await robin.getByText('This device is offline.').waitFor();
    await robin.getByText('Nothing is lost. Keep this page open').waitFor();
    await kim.getByText('Robin’s connection is lost. Nothing is lost, the floor stays with them.').waitFor();
    expect(await box(robin).inputValue()).toBe(HALF);

    await press(robin, 'Share this');
    await robin.getByText('Sending. Keep this page open until it is saved.').waitFor();
    await robin.getByText('What is saved, and what is not yet').click();
    await robin.getByText('These words are only in this page so far.').waitFor();
    expect(await holds(kim, HALF)).toBe(false);
    await sameTurn(table);

    await robin.context().setOffline(false);
    await robin.getByRole('article').filter({ hasText: HALF }).getByText('Saved').waitFor({ timeout: BACK });
    await onceOnBoth(table, HALF);
  });

  it('a page that is loaded anew shows the same step and holder', async () => {
    const table = await midTurn();
    await table.kim.reload();
    await table.robin.getByText('Saved on your devices.').waitFor();
    await table.robin.reload();
    for (const page of [table.robin, table.kim]) await atStep(page, 'share');
    await sameTurn(table);
    await expect.poll(() => box(table.robin).inputValue()).toBe(HALF);
    await box(table.robin).fill('Written anew.');
    await shareOnce(table, 'Written anew.');
  });

  it('a phone that slept for ten minutes is where it was', async () => {
    const table = await midTurn();
    const phone = await table.robin.context().newCDPSession(table.robin);
    await table.robin.context().setOffline(true);
    await phone.send('Page.setWebLifecycleState', { state: 'frozen' });
    await table.kim.getByText('Robin’s connection is lost.').waitFor();
    journey.server.advance(10 * MINUTE);
    await phone.send('Page.setWebLifecycleState', { state: 'active' });
    await table.robin.context().setOffline(false);
    await connected(table.robin, BACK);
    await sameTurn(table);
    await shareOnce(table);
  });

  it('a restart of the server leaves the same step and holder, and the words in the box', async () => {
    const table = await midTurn();
    await journey.server.restart();
    for (const page of [table.robin, table.kim]) await connected(page, BACK);
    await sameTurn(table);
    await shareOnce(table);
  });

  it('what is sent while the server restarts is saved exactly once', async () => {
    const table = await midTurn();
    const restarted = journey.server.restart();
    await press(table.robin, 'Share this');
    await restarted;
    await onceOnBoth(table, HALF);
  });

  it('a page that is loaded while the server restarts comes by itself', async () => {
    const { robin, kim } = await midTurn();
    await kim.reload({ waitUntil: 'domcontentloaded' });
    await journey.server.restart();
    await atStep(kim, 'share');
    await connected(robin, BACK);
  });
});
