import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { playTo } from '../kit/couple.ts';
import { aJourney } from '../kit/journey.ts';
import { begun } from '../kit/journey-couple.ts';
import { atStep, box, comeBack, floorOf, press, turnOf } from '../kit/journey-room.ts';

const journey = aJourney();
const MINUTE = 60_000;
const calm = (page: Page) => page.getByRole('heading', { name: 'Taking a pause. Nothing is lost.' }).waitFor();

async function atShare() {
  const table = await begun(journey, 'heard');
  await playTo(journey.server, table.couple, table.conversationId, 'share');
  for (const page of [table.robin, table.kim]) await atStep(page, 'share');
  return table;
}

describe('a pause', () => {
  it.each(['robin', 'kim'] as const)(
    'PA1 PA4 PA9 asked for by %s is there for both at once, outlasts a reload and a restart, and returns to the same turn',
    async (who) => {
      const { robin, kim, ...rest } = await atShare();
      const asker = { robin, kim }[who];
      const turn = await turnOf(kim);
      await box(robin).fill('Half a sentence');
      await asker.getByRole('navigation').getByRole('button', { name: 'Pause' }).click();
      for (const page of [robin, kim]) {
        await calm(page);
        expect(await page.getByRole('textbox').count()).toBe(0);
        expect(await page.getByTestId('room').count()).toBe(0);
      }
      await kim.reload();
      await calm(kim);
      await journey.server.restart();
      for (const page of [robin, kim]) {
        await calm(page);
        await page.getByTestId('connection').getByText('Connected').waitFor();
      }

      await comeBack(asker);
      await asker.getByText('Thank you. It goes on when you are both back.').waitFor();
      const other = asker === robin ? kim : robin;
      await calm(other);
      expect(await other.getByText(/is back|is waiting/).count()).toBe(0);
      await comeBack(other);
      for (const page of [robin, kim]) await atStep(page, 'share');
      expect([await turnOf(robin), await turnOf(kim)]).toEqual([turn, turn]);
      expect([await floorOf(robin), await floorOf(kim)]).toEqual(['mine', 'theirs']);
      expect(await box(robin).inputValue()).toBe('Half a sentence');
      for (const person of [rest.couple.a, rest.couple.b]) person.disconnect();
    },
  );

  it('PA6 a break is at least 20 minutes: neither comes back sooner', async () => {
    const { robin, kim } = await atShare();
    await kim.getByRole('navigation').getByRole('button', { name: 'Pause' }).click();
    await kim.getByRole('button', { name: /A break of 20 minutes or more/ }).click();
    await kim.getByRole('button', { name: 'Take this break' }).click();
    for (const page of [robin, kim]) {
      await page.getByText(/A break lasts at least 20 minutes/).waitFor();
      expect(await page.getByRole('button', { name: 'I am ready to come back' }).count()).toBe(0);
    }
    journey.server.advance(21 * MINUTE);
    for (const page of [robin, kim]) {
      await page.reload();
      await comeBack(page);
    }
    for (const page of [robin, kim]) await atStep(page, 'share');
  });

  it('PA5 either can stop for today; both are asked what may be kept, and the talk ends', async () => {
    const { robin, kim } = await atShare();
    await kim.getByRole('navigation').getByRole('button', { name: 'Pause' }).click();
    await calm(robin);
    await robin.getByRole('button', { name: 'Stop for today' }).click();
    await robin.getByRole('dialog').getByRole('button', { name: 'Yes, stop for today' }).click();
    for (const page of [robin, kim]) {
      await atStep(page, 'keep');
      await page.getByText('You stopped for today. One question is left.').waitFor();
      await page.getByRole('radio', { name: 'Let it go' }).check({ force: true });
      await press(page, 'Give my answer');
    }
    for (const page of [robin, kim]) {
      await page.getByRole('heading', { name: 'You stopped for today' }).waitFor();
      await page.getByText('This talk was not kept.').waitFor();
    }
  });
});
