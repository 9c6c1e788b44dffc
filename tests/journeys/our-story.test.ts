import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { playTo } from '../kit/couple.ts';
import { aJourney } from '../kit/journey.ts';
import { type AtTheTable, begun } from '../kit/journey-couple.ts';
import { atStep, box, press } from '../kit/journey-room.ts';

const journey = aJourney();
const DAY = 24 * 3600_000;
const ours = (page: Page) => box(page, 'Words of both of you');

async function atTheStory(): Promise<AtTheTable> {
  const table = await begun(journey, 'reach-and-respond');
  await playTo(journey.server, table.couple, table.conversationId, 'story');
  for (const page of [table.robin, table.kim]) await ours(page).waitFor();
  return table;
}

/** The name that stands at the other's caret, over the words. */
const caretOf = (page: Page, name: string) => page.getByTestId('story').locator('[data-seat]').getByText(name);

describe('we write our story', () => {
  it('TU10 TU11 both write at once, agree to the same words, and anew after an edit; it stands in the transcript', async () => {
    const { couple, conversationId, robin, kim } = await atTheStory();
    const both = [robin, kim];
    for (const page of both) await ours(page).focus();
    await Promise.all([
      robin.keyboard.type('We stayed. ', { delay: 20 }),
      kim.keyboard.type('We listened. ', { delay: 20 }),
    ]);
    for (const [page, name] of [
      [robin, 'Kim'],
      [kim, 'Robin'],
    ] as const) {
      await page.getByText(`${name} is writing here too.`).waitFor();
      await caretOf(page, name).waitFor({ state: 'attached' });
    }
    const said = await settled(robin, kim);
    expect(['We stayed. We listened. ', 'We listened. We stayed. ']).toContain(said);

    await press(robin, 'I agree to these words');
    await robin.getByText('You agree to these words. It goes on when Kim agrees too.').waitFor();
    await kim.getByText('Robin agrees to these words. Do you?').waitFor();
    await ours(kim).focus();
    await kim.keyboard.press('Control+End');
    await kim.keyboard.type('Together.');
    await robin.getByTestId('i-agree').waitFor({ state: 'detached' });
    await kim.getByTestId('they-agree').waitFor({ state: 'detached' });
    const words = await settled(robin, kim);
    expect(words).toBe(`${said}Together.`);

    await press(kim, 'I agree to these words');
    await robin.getByText('Kim agrees to these words. Do you?').waitFor();
    expect(await robin.getByTestId('story').count()).toBe(1);
    await press(robin, 'I agree to these words');
    for (const page of both) {
      await atStep(page, 'fear~2');
      await page.getByRole('article').filter({ hasText: words.trim() }).getByText('You both wrote').waitFor();
    }

    await playTo(journey.server, couple, conversationId, 'end');
    journey.server.advance(DAY);
    await journey.server.restart();
    await kim.goto(`/kept/${couple.spaceId}`);
    await kim.getByRole('main').getByRole('listitem').getByRole('link').click();
    await kim.getByRole('button', { name: 'Open this talk' }).click();
    const line = kim.getByTestId('transcript').getByRole('listitem').filter({ hasText: words.trim() });
    await line.getByText('You both wrote').waitFor();
  });

  it('TU10 TU11 agreeing can be taken back, nothing is agreed to while blank, and an edit behind a lost line counts', async () => {
    const { robin, kim } = await atTheStory();
    const agree = (page: Page) => page.getByTestId('agree');
    expect(await agree(robin).getAttribute('aria-disabled')).toBe('true');
    await robin.getByText('You can agree once something is written.').waitFor();
    await ours(robin).fill('We stayed.');
    await pressUntil(robin, 'I agree to these words', 1);
    await kim.getByText('Robin agrees to these words. Do you?').waitFor();
    await pressUntil(robin, 'Take it back', 0);
    await kim.getByTestId('they-agree').waitFor({ state: 'detached' });

    await pressUntil(kim, 'I agree to these words', 1);
    await robin.context().setOffline(true);
    await robin.getByText('This device is offline.').waitFor();
    await ours(robin).fill('We stayed, both of us.');
    await robin.getByText('You can agree once the words are saved.').waitFor();
    await robin.context().setOffline(false);
    await expect.poll(() => ours(kim).inputValue(), { timeout: 15_000 }).toBe('We stayed, both of us.');
    await kim.getByTestId('i-agree').waitFor({ state: 'detached' });
    for (const page of [kim, robin]) await press(page, 'I agree to these words');
    for (const page of [robin, kim]) await atStep(page, 'fear~2');
  });
});

/** Presses until the page says that I agree, or no longer: a press right after the buttons changed counts for nothing (CL6). */
async function pressUntil(page: Page, name: string, agreeing: 0 | 1): Promise<void> {
  const mine = page.getByTestId('i-agree');
  const pressed = async () => {
    if ((await mine.count()) !== agreeing) await page.getByRole('button', { name, exact: true }).click();
    return mine.count();
  };
  await expect.poll(pressed, { timeout: 15_000, interval: 800 }).toBe(agreeing);
}

/** What both boxes say once they say the same and all of it is saved. */
async function settled(one: Page, other: Page): Promise<string> {
  for (const page of [one, other]) await page.locator('[data-testid="saved"][data-state="saved"]').waitFor();
  await expect.poll(async () => (await ours(one).inputValue()) === (await ours(other).inputValue())).toBe(true);
  return ours(one).inputValue();
}
