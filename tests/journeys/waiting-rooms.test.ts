import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { aJourney } from '../kit/journey.ts';
import { gatheredLed, line, openAtShare } from '../kit/journey-facilitated.ts';
import { listened, pressUntilSent } from '../kit/journey-line.ts';
import { atStep, box, holds, say, turnOf } from '../kit/journey-room.ts';

const journey = aJourney();

/** One way to settle is chosen from the card, and laid away again; nobody is told. */
async function settles(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'While you wait' }).waitFor();
  const sent = listened(page).sent.length;
  await page.getByRole('button', { name: /^Just quiet/ }).click();
  await page.getByRole('heading', { name: 'Just quiet' }).waitFor();
  await page.getByRole('button', { name: 'Choose another way' }).click();
  await page.getByRole('button', { name: /^Just quiet/ }).waitFor();
  const commands = listened(page).sent.slice(sent);
  expect(commands.filter(({ name }) => name === 'command')).toEqual([]);
}

describe('rooms of their own', () => {
  it('FA5 WH2 there is something to settle with; “not safe” leads to help, and is told only where they want it told', async () => {
    const { lead, robin, kim } = await gatheredLed(journey, 'heard');
    const before = listened(kim).received.length;
    await robin.getByTestId('waiting-room').waitFor();
    await settles(robin);
    await robin.getByTestId('check-no').click();
    await robin.getByRole('heading', { name: 'Then it does not have to be now' }).waitFor();
    await robin.getByRole('button', { name: 'Look at Help' }).click();
    const help = robin.getByRole('dialog');
    await help.getByRole('heading', { name: 'Help' }).first().waitFor();
    await robin.keyboard.press('Escape');
    await help.waitFor({ state: 'detached' });
    expect(listened(robin).sent.filter(({ raw }) => raw.includes('CheckIn'))).toEqual([]);
    await lead.getByTestId('partner-a').getByText('Robin has not answered the private questions.').waitFor();

    await pressUntilSent(robin, 'CheckIn', () => robin.getByTestId('check-tell').click({ timeout: 2000 }));
    await robin.getByText('You told Ada that now is not good.', { exact: false }).waitFor();
    await lead.getByTestId('partner-a').getByText('What was answered alone').click();
    await lead.getByText('Robin is not alone, or not safe to talk.').waitFor();
    await kim.getByTestId('waiting-room').waitFor();
    expect(await holds(kim, 'not safe')).toBe(false);
    const told = listened(kim).received.slice(before);
    expect(told.filter(({ raw }) => /CheckedIn|aside\/a/.test(raw))).toEqual([]);
  });

  it('FA6 is led out and in again: what was being written is there, and the same turn goes on', async () => {
    const { lead, robin, kim, both } = await openAtShare(journey);
    const turn = await turnOf(robin);
    await box(robin).fill('Half a sentence');
    const door = lead.getByTestId('admission-a');
    await pressUntilSent(lead, 'SendBack', () =>
      door.getByRole('button', { name: 'Ask Robin into the waiting room' }).click({ timeout: 2000 }),
    );
    await robin.getByTestId('sent-back').waitFor();
    expect(await robin.getByTestId('room').count()).toBe(0);
    await settles(robin);
    await line(kim, 'Ada asked Robin into the waiting room.').waitFor();
    await kim.getByTestId('held').waitFor();
    await lead.getByTestId('held').getByText('Robin is in the waiting room.', { exact: false }).waitFor();

    await pressUntilSent(lead, 'Admit', () =>
      door.getByRole('button', { name: 'Let Robin in' }).click({ timeout: 2000 }),
    );
    for (const page of both) {
      await atStep(page, 'share');
      await line(page, 'Ada let Robin in.').waitFor();
      await page.getByTestId('held').waitFor({ state: 'detached' });
    }
    expect([await turnOf(robin), await box(robin).inputValue()]).toEqual([turn, 'Half a sentence']);
    await say(robin, 'Share this', 'A whole sentence.');
    await kim.getByRole('article').filter({ hasText: 'A whole sentence.' }).waitFor();
    for (const page of both) await atStep(page, 'hear.mirror');
  });
});
