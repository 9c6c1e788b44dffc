import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { playTo } from '../kit/couple.ts';
import { aJourney } from '../kit/journey.ts';
import {
  doneChoosing,
  doneRewording,
  lookAtCards,
  mark,
  marked,
  readyForBoth,
  reword,
  wordsOn,
} from '../kit/journey-cards.ts';
import { gathered } from '../kit/journey-couple.ts';
import { sameDeck } from '../kit/journey-deck.ts';
import { type FramesHeard, listenTo } from '../kit/journey-heard.ts';
import { atStep, press } from '../kit/journey-room.ts';

const journey = aJourney();
const CARD = {
  'right-now': 'Tell how it is to be you right now, in the middle of all this.',
  'far-apart': 'Tell about a moment this week when the two of you felt far apart.',
  missing: 'Tell what you miss most between you.',
  hope: 'Tell what gives you a little hope, and what makes hoping hard.',
};
const MISSING_SINCE = `${CARD.missing} And since when?`;

/** Which cards the line of commands has named to a page so far. */
const named = ({ commands }: FramesHeard) =>
  Object.keys(CARD).filter((cardId) => commands.some((frame) => frame.includes(`"${cardId}"`)));

/** All that a page says, whose eyes are where as well: what is marked in private moves nobody's eyes. */
const page = (of: Page) => of.getByRole('main').innerHTML();

describe('only what both are ready for is dealt', () => {
  it('DK2 DK3 DK4 what one is ready for stays with them, and the talk asks the card that both chose', async () => {
    const { couple, conversationId, robin, kim } = await gathered(journey, 'heard');
    const heard = listenTo(kim);
    await kim.reload();
    for (const device of [robin, kim]) await lookAtCards(device);
    await mark(kim, CARD.missing, 'ready');
    await mark(kim, CARD.hope, 'ready');
    await mark(kim, CARD['far-apart'], 'not-yet');
    const before = await page(kim);

    for (const words of await wordsOn(robin)) await mark(robin, words, 'not-yet');
    for (const cardId of ['right-now', 'far-apart', 'missing'] as const) await mark(robin, CARD[cardId], 'ready');
    await couple.b.caughtUp();
    expect(await page(kim)).toBe(before);
    await doneChoosing(robin);
    await kim.getByText('Robin is done choosing.').waitFor();
    expect(named(heard)).toEqual(['far-apart', 'missing', 'hope']);
    expect(await robin.getByTestId('both-ready').count()).toBe(0);
    expect(await marked(kim, CARD['right-now'])).toBe('none');

    const untilShown = heard.commands.length;
    await doneChoosing(kim);
    for (const device of [robin, kim]) expect(await readyForBoth(device)).toEqual([CARD.missing]);
    expect(named({ commands: heard.commands.slice(untilShown), edits: [] })).toEqual(['missing']);
    expect(heard.commands.join()).not.toContain('right-now');
    const written = heard.edits.map(({ bytes }) => bytes.toString());
    expect(Object.keys(CARD).filter((cardId) => written.some((edit) => edit.includes(cardId)))).toEqual([]);

    await robin.getByRole('link', { name: 'Back to the talk' }).click();
    await press(robin, 'I am ready');
    await couple.b.do(conversationId, { type: 'SetReady', ready: true });
    await press(robin, 'Begin');
    for (const stepId of ['share', 'share~2']) {
      await playTo(journey.server, couple, conversationId, stepId);
      const [teller, listener] = stepId === 'share' ? [robin, kim] : [kim, robin];
      if (stepId === 'share') await kim.getByRole('link', { name: 'Go to the talk' }).click();
      await teller.getByRole('heading', { name: CARD.missing, exact: true }).waitFor();
      await listener.getByText(`The card that was asked: ${CARD.missing}`).waitFor();
    }
    await playTo(journey.server, couple, conversationId, 'thank');
    expect(couple.a.stateOf(conversationId).dealt.map(({ cardId }) => cardId)).toEqual(['missing']);
    const turns = couple.a
      .eventsOf(conversationId)
      .flatMap(({ event }) => (event.type === 'TurnStarted' ? event.stepId : []));
    expect(turns).not.toContain('another');
  });

  it('DK1 DK5 DK6 changed words are chosen anew; after both rounds another card is asked where both want it', async () => {
    const { couple, conversationId, robin, kim } = await gathered(journey, 'heard');
    const both = [robin, kim];
    for (const device of both) {
      await lookAtCards(device);
      await mark(device, CARD.missing, 'ready');
      await doneChoosing(device);
    }
    for (const device of both) expect(await readyForBoth(device)).toEqual([CARD.missing]);

    await (await reword(robin, CARD.missing)).pressSequentially(' And since when?');
    await doneRewording(robin);
    await sameDeck([kim], await wordsOn(robin));
    for (const device of both) {
      await device.getByText('Changed or set aside since, so it is not asked:').waitFor();
      expect(await marked(device, MISSING_SINCE)).toBe('reworded');
      await mark(device, MISSING_SINCE, 'ready');
      await mark(device, CARD.hope, 'ready');
    }
    for (const device of both) await doneChoosing(device);
    for (const device of both) {
      await expect.poll(() => readyForBoth(device)).toEqual([MISSING_SINCE, CARD.hope]);
      await device.getByRole('link', { name: 'Back to the talk' }).click();
      await press(device, 'I am ready');
    }

    await press(robin, 'Begin');
    await playTo(journey.server, couple, conversationId, 'share');
    await robin.getByRole('heading', { name: MISSING_SINCE, exact: true }).waitFor();
    await playTo(journey.server, couple, conversationId, 'another');
    for (const device of both) {
      await atStep(device, 'another');
      await press(device, 'One more card');
    }
    await robin.getByRole('heading', { name: CARD.hope, exact: true }).waitFor();
    await kim.getByText(`The card that was asked: ${CARD.hope}`).waitFor();
    expect(couple.a.stateOf(conversationId).dealt.map(({ cardId }) => cardId)).toEqual(['missing', 'hope']);
  });
});
