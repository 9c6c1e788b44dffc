import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { playTo } from '../kit/couple.ts';
import { aJourney } from '../kit/journey.ts';
import { addCard, cardOn, lookAtCards, marked } from '../kit/journey-cards.ts';
import { begun, gathered } from '../kit/journey-couple.ts';
import { sameDeck } from '../kit/journey-deck.ts';
import { button, enter, hasFocus, tabTo } from '../kit/journey-keyboard.ts';
import { atStep, box } from '../kit/journey-room.ts';

const journey = aJourney();
const OURS = 'What do you wish for this winter?';
/** From one end of the cards to the other. */
const FAR = 90;

const focused = (of: Locator) => expect.poll(() => hasFocus(of)).toBe(true);

async function pressEnter(page: Page, control: Locator): Promise<void> {
  await tabTo(page, control, FAR);
  await page.keyboard.press('Enter');
}

describe('with the keyboard alone, beside somebody who edits', () => {
  it('R23 cards are added, reworded, moved, set aside and marked; the focus never gets lost', async () => {
    const { robin, kim } = await gathered(journey, 'heard', { robin: { width: 1280 } });
    await pressEnter(robin, robin.getByRole('link', { name: 'Look at the cards' }));
    await robin.getByTestId('cards').waitFor();
    await lookAtCards(kim);

    await pressEnter(robin, button(robin, 'Add a card'));
    await focused(robin.getByRole('textbox'));
    await robin.keyboard.type(OURS);
    await pressEnter(robin, button(robin, 'Add this card'));
    await cardOn(kim, OURS).waitFor();
    await focused(button(robin, 'Add a card'));

    await robin.keyboard.press('Shift+Tab');
    await pressEnter(robin, button(robin, `Reword: ${OURS}`));
    const words = robin.getByRole('textbox', { name: 'Words of this card' });
    await focused(words);
    await robin.keyboard.type(' Or');
    await kim.getByRole('button', { name: `Set aside: Tell what you miss most between you.` }).click();
    await addCard(kim, 'One more from Kim.');
    await kim.getByRole('button', { name: `Move up: One more from Kim.` }).click();
    await robin.getByText('Not in this talk (1 card)').waitFor();
    expect(await hasFocus(words)).toBe(true);
    await robin.keyboard.type(' dread?');
    const reworded = `${OURS} Or dread?`;
    await pressEnter(robin, button(robin, 'Done'));
    await cardOn(kim, reworded).waitFor();
    await focused(button(robin, `Reword: ${reworded}`));

    const up = button(robin, `Move up: ${reworded}`);
    await pressEnter(robin, up);
    await focused(up);
    await robin.keyboard.press('Enter');
    const grip = button(robin, `Drag this card, or move it with the arrow keys: ${reworded}`);
    await robin.keyboard.press('Shift+Tab');
    await tabTo(robin, grip, FAR);
    await robin.keyboard.press('ArrowUp');
    await robin.keyboard.press('ArrowUp');
    await focused(grip);
    await robin.keyboard.press('ArrowDown');
    const order = [
      'Tell one thing that has been living in you.',
      'Tell how it is to be you right now, in the middle of all this.',
      'Tell about a moment this week when the two of you felt far apart.',
      reworded,
      'Tell about a moment when you felt close, even a short one.',
      'Tell what gives you a little hope, and what makes hoping hard.',
      'One more from Kim.',
    ];
    await sameDeck([robin, kim], order);

    await tabTo(robin, cardOn(robin, reworded).getByRole('radio', { name: 'I am ready for this one' }), FAR);
    await robin.keyboard.press('Space');
    await expect.poll(() => marked(robin, reworded)).toBe('ready');
    await robin.keyboard.press('ArrowDown');
    await expect.poll(() => marked(robin, reworded)).toBe('not-yet');

    await pressEnter(robin, button(robin, 'Set aside: Tell about a moment when you felt close, even a short one.'));
    await robin.getByText('Not in this talk (2 cards)').waitFor();
    await focused(button(robin, 'Reword: Tell what gives you a little hope, and what makes hoping hard.'));
    await enter(robin, 'I am done choosing', robin.getByTestId('i-am-done'), FAR);
    await kim.getByText('Robin is done choosing.').waitFor();
  });

  it('R23 a story is written and agreed to; what the other writes moves neither focus nor caret', async () => {
    const { couple, conversationId, robin, kim } = await begun(journey, 'reach-and-respond', {
      robin: { width: 1280 },
    });
    await playTo(journey.server, couple, conversationId, 'story');
    const [robins, kims] = [box(robin, 'Words of both of you'), box(kim, 'Words of both of you')];
    await tabTo(robin, robins);
    await robin.keyboard.type('We stayed.');
    await kims.focus();
    await kim.keyboard.press('Control+Home');
    await kim.keyboard.type('Hard as it was: ');
    await expect.poll(() => robins.inputValue()).toBe('Hard as it was: We stayed.');
    expect(await hasFocus(robins)).toBe(true);
    await robin.keyboard.type(' Both.');
    expect(await robins.inputValue()).toBe('Hard as it was: We stayed. Both.');
    await robin.locator('[data-testid="saved"][data-state="saved"]').waitFor();
    await enter(robin, 'I agree to these words', robin.getByTestId('i-agree'));
    await focused(button(robin, 'Take it back'));
    await enter(kim, 'I agree to these words', kim.locator('[data-testid="room"][data-step="fear~2"]'));
    await atStep(robin, 'fear~2');
    await focused(robin.getByRole('heading', { level: 1 }));
  });
});
