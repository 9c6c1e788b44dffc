import type { Locator, Page } from 'playwright-core';
import { press } from './journey-room.ts';

/** What a person does with the cards. Free of any test runner, so that the pictures are made with it too. */

/** From the talk to its cards. */
export async function lookAtCards(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Look at the cards' }).click();
  await page.getByTestId('cards').waitFor();
}

/** A card by its words. */
export const cardOn = (page: Page, words: string): Locator =>
  page.getByTestId('cards').getByRole('listitem', { name: words, exact: true });

/** The words of the cards in their order; of one that is being reworded, what stands in its box. */
export const wordsOn = (page: Page): Promise<string[]> =>
  page
    .getByTestId('cards')
    .getByRole('listitem')
    .evaluateAll((cards) =>
      cards.map((card) => {
        const words = document.getElementById(card.getAttribute('aria-labelledby') ?? '');
        return card.querySelector('textarea')?.value ?? words?.innerText ?? '';
      }),
    );

/** Opens the box of a card; the caret stands behind its words. */
export async function reword(page: Page, words: string): Promise<Locator> {
  await page.getByRole('button', { name: `Reword: ${words}` }).click();
  return page.getByRole('textbox', { name: 'Words of this card' });
}

export const doneRewording = (page: Page): Promise<void> =>
  page.getByTestId('cards').getByRole('button', { name: 'Done', exact: true }).click();

export async function addCard(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a card' }).click();
  await page.getByRole('textbox', { name: 'A question or an opening you would like to be asked' }).fill(words);
  await page.getByRole('button', { name: 'Add this card' }).click();
}

const MARKS = { ready: 'I am ready for this one', 'not-yet': 'Not yet' };

const markOf = (page: Page, words: string): Locator => cardOn(page, words).getByRole('group', { name: words });

/** Says to a card, in private, how it is with it. */
export async function mark(page: Page, words: string, as: keyof typeof MARKS): Promise<void> {
  await markOf(page, words).getByRole('radio', { name: MARKS[as], exact: true }).check({ force: true });
  await cardOn(page, words).locator(`[data-mark="${as}"]`).waitFor();
}

/** What this page shows as said to a card: `ready`, `not-yet`, `reworded` or `none`. */
export const marked = (page: Page, words: string): Promise<string | null> =>
  markOf(page, words).getAttribute('data-mark');

export const doneChoosing = (page: Page): Promise<void> => press(page, 'I am done choosing');

/** The cards that both are ready for, as this page shows them once both are done. */
export const readyForBoth = async (page: Page): Promise<string[]> => {
  const list = page.getByTestId('both-ready');
  await list.waitFor();
  return list
    .getByRole('listitem')
    .evaluateAll((items) => items.map((item) => item.querySelector('span')?.innerText ?? ''));
};

export const saved = (page: Page): Promise<void> => page.locator('[data-testid="saved"][data-state="saved"]').waitFor();
