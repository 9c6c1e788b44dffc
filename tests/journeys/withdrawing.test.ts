import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { aJourney } from '../kit/journey.ts';
import { faultless } from '../kit/journey-accessible.ts';
import { enter, tabTo } from '../kit/journey-keyboard.ts';
import { aKeptTalk } from '../kit/kept-talk.ts';

const journey = aJourney();

/** Both have a talk open that they kept: its first words of Robin, on the screens of both. */
async function reading(): Promise<{ robin: Page; kim: Page; mine: Locator; theirs: Locator }> {
  const couple = await aKeptTalk(journey.server);
  const robin = await journey.device({ width: 390, cookie: couple.a.cookie });
  const kim = await journey.device({ width: 1280, cookie: couple.b.cookie });
  for (const page of [robin, kim]) {
    await page.goto(`/kept/${couple.spaceId}/${couple.conversationId}`);
    await page.getByRole('button', { name: 'Open this talk' }).click();
    await page.getByTestId('transcript').waitFor();
  }
  const first = (page: Page) => page.locator('li[data-seat="a"]').first();
  return { robin, kim, mine: first(robin), theirs: first(kim) };
}

describe('one’s own words, later', () => {
  it('ER1 ER3 are folded away and get a dated note, for both to see; nobody changes the other’s', async () => {
    const { robin, kim, mine, theirs } = await reading();
    expect(await theirs.getByText('Change what you said here').count()).toBe(0);
    await mine.getByText('Change what you said here').click();
    await mine.getByRole('button', { name: 'Fold away' }).click();
    await theirs.getByText('Robin folded these words away').waitFor();
    await mine.getByText('You folded these words away').waitFor();
    expect(await theirs.getByText('Some words.').isVisible()).toBe(false);

    await mine.getByRole('textbox', { name: 'A note, with today’s date' }).fill('I see it otherwise now.');
    await mine.getByRole('button', { name: 'Add the note' }).click();
    await theirs.getByText(/^A note by Robin, /).waitFor();
    await theirs.getByText('I see it otherwise now.').waitFor();
    await faultless('transcript, my words folded, with a note', robin);
    await faultless('transcript, the other’s words folded, with a note', kim);

    await mine.getByRole('button', { name: 'Show again' }).first().click();
    await theirs.getByText('Some words.').first().waitFor();
    await kim.reload();
    await kim.getByRole('button', { name: 'Open this talk' }).click();
    await kim.getByText('I see it otherwise now.').waitFor();
  });

  it('ER2 are taken back for good after one question, by the keyboard; a dated stub stays on both screens', async () => {
    const { robin, kim, mine, theirs } = await reading();
    await tabTo(robin, mine.locator('summary', { hasText: 'Change what you said here' }));
    await robin.keyboard.press('Enter');
    await enter(robin, 'Take back for good', robin.getByRole('dialog'));
    await robin.getByText('What Kim said stays too').waitFor();
    await faultless('taking words back', robin);
    await tabTo(robin, robin.getByRole('dialog').getByRole('button', { name: 'Destroy these words' }));
    await robin.keyboard.press('Enter');
    for (const line of [mine, theirs]) {
      await line.getByText(/^Robin took these words back\. They were destroyed on/).waitFor();
      expect(await line.getByText('Some words.').count()).toBe(0);
    }
    await faultless('transcript, words taken back', kim);
  });
});
