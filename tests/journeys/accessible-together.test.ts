import type { Page } from 'playwright-core';
import { describe, it } from 'vitest';
import { begin, playTo } from '../kit/couple.ts';
import { aJourney } from '../kit/journey.ts';
import { faultless } from '../kit/journey-accessible.ts';
import { addCard, cardOn, doneChoosing, lookAtCards, mark, reword, saved } from '../kit/journey-cards.ts';
import { begun, gathered } from '../kit/journey-couple.ts';
import { atStep, box } from '../kit/journey-room.ts';

const journey = aJourney();
const OURS = 'What do you wish for this winter?';
const MISS = 'Tell what you miss most between you.';
const CLOSE = 'Tell about a moment when you felt close, even a short one.';

const pause = (page: Page) => page.getByRole('navigation').getByRole('button', { name: 'Pause' }).click();

describe('R23 nobody is shut out', () => {
  it('of the cards', async () => {
    const { couple, conversationId, robin, kim } = await gathered(journey, 'heard');
    for (const page of [robin, kim]) await lookAtCards(page);
    await addCard(kim, OURS);
    await kim.getByRole('button', { name: `Set aside: ${CLOSE}` }).click();
    await robin.getByText('Not in this talk (1 card)').click();
    await cardOn(kim, OURS).getByRole('paragraph').filter({ hasText: OURS }).click();
    await cardOn(robin, OURS).getByTestId('looker').waitFor();
    await mark(robin, OURS, 'ready');
    await mark(robin, MISS, 'not-yet');
    await faultless('cards, gathering', robin);
    await reword(robin, MISS);
    await robin.keyboard.type(' And since when?');
    await saved(robin);
    await kim.getByRole('button', { name: 'Add a card' }).click();
    await faultless('cards, rewording', robin);
    await faultless('cards, adding', kim);
    await kim.getByRole('button', { name: 'Not now' }).click();
    await robin.getByRole('button', { name: 'Done', exact: true }).click();

    await mark(kim, OURS, 'ready');
    await doneChoosing(robin);
    await kim.getByText('Robin is done choosing.').waitFor();
    await faultless('cards, the other is done', kim);
    await doneChoosing(kim);
    await robin.getByTestId('both-ready').waitFor();
    await faultless('cards, ready for both', robin);
    await robin.getByRole('link', { name: 'Back to the talk' }).click();
    await robin.getByTestId('both-ready').waitFor();
    await faultless('gathering, ready for both', robin);

    await begin(couple, conversationId);
    await kim.getByText('The talk has begun.').waitFor();
    await playTo(journey.server, couple, conversationId, 'share');
    await kim.getByText('Was asked already').first().waitFor();
    await faultless('cards, live', kim);
    await kim.getByRole('link', { name: 'Go to the talk' }).click();
    await kim.getByText(`The card that was asked: ${OURS}`).waitFor();
    await faultless('listener, a card asked', kim);
    await box(robin).fill('A fire, and you beside it.');
    await robin.locator('[data-testid="saved"][data-state="saved"]').waitFor();
    await faultless('sharer, a draft saved', robin);
    await robin.context().setOffline(true);
    await box(robin).fill('A fire, and you beside it, at least.');
    await robin.locator('[data-testid="saved"][data-state="not-saved"]').waitFor();
    await faultless('sharer, a draft not saved', robin);
    await robin.context().setOffline(false);
    await robin.locator('[data-testid="saved"][data-state="saved"]').waitFor();

    await kim.goto(`/talk/${conversationId}/cards`);
    await kim.getByTestId('cards').waitFor();
    await pause(robin);
    await kim.getByText('The talk is paused. The cards rest too.').waitFor();
    await faultless('cards, paused', kim);
    await kim.getByRole('link', { name: 'Go to the talk' }).click();
    await kim.getByRole('button', { name: 'Stop for today' }).waitFor();
    await kim.goto(`/talk/${conversationId}/cards`);
    await couple.a.do(conversationId, { type: 'Stop' });
    await playTo(journey.server, couple, conversationId, 'end');
    await kim.getByText('This talk has ended, and its cards with it.').waitFor();
    await faultless('cards, ended', kim);
  });

  it('of words that both write', async () => {
    const { couple, conversationId, robin, kim } = await begun(journey, 'reach-and-respond');
    await playTo(journey.server, couple, conversationId, 'story');
    for (const page of [robin, kim]) await atStep(page, 'story');
    await box(kim, 'Words of both of you').focus();
    await kim.keyboard.type('We stayed at the table, though both of us would have liked to leave.');
    await robin.getByText('Kim is writing here too.').waitFor();
    await saved(robin);
    await faultless('story, the other writes', robin);
    await kim.getByRole('button', { name: 'I agree to these words' }).click();
    await robin.getByText('Kim agrees to these words. Do you?').waitFor();
    await faultless('story, the other agrees', robin);
    await faultless('story, I agree', kim);
    await robin.getByRole('button', { name: 'I agree to these words' }).click();
    await atStep(kim, 'fear~2');
  });
});
