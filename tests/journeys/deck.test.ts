import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { playTo } from '../kit/couple.ts';
import { aJourney } from '../kit/journey.ts';
import {
  addCard,
  cardOn,
  doneChoosing,
  doneRewording,
  lookAtCards,
  mark,
  readyForBoth,
  reword,
  saved,
  wordsOn,
} from '../kit/journey-cards.ts';
import { type AtTheTable, gathered } from '../kit/journey-couple.ts';
import { sameDeck } from '../kit/journey-deck.ts';
import { dragBy } from '../kit/journey-drag.ts';
import { atStep, press, say } from '../kit/journey-room.ts';

const journey = aJourney();
const DAY = 24 * 3600_000;
const [LIVING, NOW, APART, CLOSE, MISS, HOPE] = [
  'Tell one thing that has been living in you.',
  'Tell how it is to be you right now, in the middle of all this.',
  'Tell about a moment this week when the two of you felt far apart.',
  'Tell about a moment when you felt close, even a short one.',
  'Tell what you miss most between you.',
  'Tell what gives you a little hope, and what makes hoping hard.',
] as const;
const OURS = 'What do you wish for this winter?';

/** Robin and Kim look at the cards of Heard together; their pages alone hold a line to the server. */
async function atTheCards(): Promise<AtTheTable> {
  const table = await gathered(journey, 'heard');
  for (const page of [table.robin, table.kim]) await lookAtCards(page);
  for (const person of [table.couple.a, table.couple.b]) person.disconnect();
  return table;
}

const looker = (page: Page, words: string) => cardOn(page, words).getByTestId('looker');

describe('partners arrange the deck', () => {
  it('DO4 DO5 they add, move, set aside and take back together, and see whose eyes are on which card', async () => {
    const { robin, kim } = await atTheCards();
    const both = [robin, kim];
    await sameDeck(both, [LIVING, NOW, APART, CLOSE, MISS, HOPE]);

    await addCard(robin, OURS);
    await sameDeck(both, [LIVING, NOW, APART, CLOSE, MISS, HOPE, OURS]);

    await cardOn(robin, NOW).getByText(NOW, { exact: true }).click();
    await cardOn(kim, MISS).getByText(MISS, { exact: true }).click();
    await looker(kim, NOW).getByText('Robin is looking at this card').waitFor();
    await looker(robin, MISS).getByText('Kim is looking at this card').waitFor();
    await cardOn(robin, CLOSE).getByText(CLOSE, { exact: true }).click();
    await looker(kim, CLOSE).waitFor();
    expect(await kim.getByTestId('looker').count()).toBe(1);

    await kim.getByRole('button', { name: `Move up: ${OURS}` }).click();
    await robin.getByRole('button', { name: `Move down: ${LIVING}` }).click();
    await sameDeck(both, [NOW, LIVING, APART, CLOSE, MISS, OURS, HOPE]);

    await dragBy(kim, `Drag this card, or move it with the arrow keys: ${MISS}`, { over: cardOn(kim, NOW) });
    await sameDeck(both, [MISS, NOW, LIVING, APART, CLOSE, OURS, HOPE]);
    await dragBy(robin, `Drag this card, or move it with the arrow keys: ${NOW}`, {
      over: cardOn(robin, LIVING),
      finger: true,
    });
    await sameDeck(both, [MISS, LIVING, NOW, APART, CLOSE, OURS, HOPE]);

    await kim.getByRole('button', { name: `Set aside: ${APART}` }).click();
    await sameDeck(both, [MISS, LIVING, NOW, CLOSE, OURS, HOPE]);
    await robin.getByText('Not in this talk (1 card)').click();
    await robin.getByRole('button', { name: `Take it back in: ${APART}` }).click();
    await sameDeck(both, [MISS, LIVING, NOW, APART, CLOSE, OURS, HOPE]);
  });

  it('DO5 DP2 both type in one card at once: nothing of either is lost, and both read the same', async () => {
    const { robin, kim } = await atTheCards();
    const [robins, kims] = [await reword(robin, MISS), await reword(kim, MISS)];
    await kim.keyboard.press('Control+Home');
    await Promise.all([
      robins.pressSequentially(' Tonight, not in general.', { delay: 15 }),
      kims.pressSequentially('Softly: ', { delay: 40 }),
    ]);
    // Where both begin in the same moment, what one wrote beside the guide’s words may come to stand behind them.
    const either = [`Softly: ${MISS} Tonight, not in general.`, `${MISS} Tonight, not in general.Softly: `];
    await expect.poll(async () => either.indexOf(await kims.inputValue())).not.toBe(-1);
    const words = await kims.inputValue();
    await expect.poll(() => robins.inputValue()).toBe(words);
    for (const page of [robin, kim]) await doneRewording(page);
    await sameDeck([robin, kim], [LIVING, NOW, APART, CLOSE, words, HOPE]);
  });

  it('DO5 DO6 DP4 it is the same deck on both after a reload, a lost line and a restart in the middle of typing', async () => {
    const { robin, kim } = await atTheCards();
    const both = [robin, kim];
    await addCard(kim, OURS);
    await saved(kim);
    await kim.reload();
    await sameDeck(both, [LIVING, NOW, APART, CLOSE, MISS, HOPE, OURS]);

    await robin.context().setOffline(true);
    await robin.getByTestId('connection').getByText('This device is offline').waitFor();
    await robin.getByRole('button', { name: `Move up: ${HOPE}` }).click();
    await addCard(robin, 'Written on the train.');
    await kim.getByRole('button', { name: `Set aside: ${LIVING}` }).click();
    expect(await wordsOn(kim)).not.toContain('Written on the train.');
    await robin.context().setOffline(false);
    await sameDeck(both, [NOW, APART, CLOSE, HOPE, MISS, OURS, 'Written on the train.']);

    const box = await reword(kim, OURS);
    await box.pressSequentially(' And for ');
    const restarted = journey.server.restart();
    await box.pressSequentially('the spring', { delay: 20 });
    await restarted;
    await box.pressSequentially(' after it?');
    await doneRewording(kim);
    await saved(kim);
    await sameDeck(both, [
      NOW,
      APART,
      CLOSE,
      HOPE,
      MISS,
      `${OURS} And for the spring after it?`,
      'Written on the train.',
    ]);
    await robin.reload();
    await sameDeck(both, [
      NOW,
      APART,
      CLOSE,
      HOPE,
      MISS,
      `${OURS} And for the spring after it?`,
      'Written on the train.',
    ]);
  });

  it('DK4 what was asked stays as it was read, though the card is changed later, and stands in the transcript', async () => {
    const { couple, conversationId, robin, kim } = await gathered(journey, 'heard');
    for (const page of [robin, kim]) await lookAtCards(page);
    await addCard(robin, OURS);
    for (const page of [robin, kim]) {
      await mark(page, OURS, 'ready');
      await doneChoosing(page);
    }
    for (const page of [robin, kim]) expect(await readyForBoth(page)).toEqual([OURS]);
    const kims = await reword(kim, OURS);
    await robin.getByRole('link', { name: 'Back to the talk' }).click();
    await press(robin, 'I am ready');
    await couple.b.do(conversationId, { type: 'SetReady', ready: true });
    await press(robin, 'Begin');
    await kim.getByText('The talk has begun.').waitFor();
    await playTo(journey.server, couple, conversationId, 'share');
    await robin.getByRole('heading', { name: OURS }).waitFor();

    await kims.pressSequentially(' Something else.');
    await kim.getByText('Was asked already').first().waitFor();
    await doneRewording(kim);
    await sameDeck([kim], [LIVING, NOW, APART, CLOSE, MISS, HOPE, `${OURS} Something else.`]);
    await addCard(kim, 'For another day.');
    await kim.getByRole('link', { name: 'Go to the talk' }).click();
    await kim.getByText(`The card that was asked: ${OURS}`).waitFor();
    await robin.getByRole('button', { name: 'More' }).click();
    await robin.getByRole('dialog').getByRole('link', { name: 'The cards for this talk' }).click();
    await sameDeck([robin], [LIVING, NOW, APART, CLOSE, MISS, HOPE, `${OURS} Something else.`, 'For another day.']);
    await robin.getByRole('link', { name: 'Back to the talk' }).click();
    await robin.getByRole('heading', { name: OURS, exact: true }).waitFor();
    await say(robin, 'Share this', 'A fire, and you beside it.');
    await playTo(journey.server, couple, conversationId, 'share~2');
    await atStep(kim, 'share~2');
    await kim.getByRole('heading', { name: OURS, exact: true }).waitFor();
    await playTo(journey.server, couple, conversationId, 'end');

    journey.server.advance(DAY);
    await journey.server.restart();
    await robin.goto(`/kept/${couple.spaceId}`);
    await robin.getByRole('main').getByRole('listitem').getByRole('link').click();
    await robin.getByRole('button', { name: 'Open this talk' }).click();
    const asked = robin.getByTestId('transcript').getByText(`The card that was asked: ${OURS}`, { exact: true });
    await asked.first().waitFor();
    expect(await asked.count()).toBe(2);
  });
});
