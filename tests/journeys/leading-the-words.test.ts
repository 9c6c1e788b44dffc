import { describe, expect, it } from 'vitest';
import { playTo } from '../kit/couple.ts';
import { aJourney } from '../kit/journey.ts';
import { doneChoosing, doneRewording, mark, readyForBoth, reword, saved } from '../kit/journey-cards.ts';
import { sameDeck } from '../kit/journey-deck.ts';
import { act, begunLed, line, openAtShare, stepOn } from '../kit/journey-facilitated.ts';
import { pressUntilSent } from '../kit/journey-line.ts';
import { atStep } from '../kit/journey-room.ts';

const journey = aJourney();
const LIVING = 'Tell one thing that has been living in you.';
const OTHERS = [
  'Tell how it is to be you right now, in the middle of all this.',
  'Tell about a moment this week when the two of you felt far apart.',
  'Tell about a moment when you felt close, even a short one.',
  'Tell what you miss most between you.',
  'Tell what gives you a little hope, and what makes hoping hard.',
];
const WINTER = 'Tell one thing about this winter.';
const REASON = 'You told this last week, and it was heard.';

describe('leads with words of their own', () => {
  it('FA3 skips with a reason: both read it in the talk, and again in what they kept', async () => {
    const { couple, conversationId, lead, robin, kim, both } = await openAtShare(journey);
    await lead.locator('[data-act="SkipStep"] button').click();
    const asked = lead.getByTestId('asked');
    await asked.getByRole('button', { name: 'Skip this step' }).click();
    await asked.getByText('Please write something first.').waitFor();
    await asked.getByLabel('Your reason').fill(REASON);
    await pressUntilSent(lead, 'SkipStep', () =>
      asked.getByRole('button', { name: 'Skip this step' }).click({ timeout: 2000 }),
    );
    await stepOn(lead, 'share~2');
    for (const page of both) {
      await atStep(page, 'share~2');
      await line(page, `Ada skipped this step: “${REASON}”`).waitFor();
    }
    await act(lead, 'ReturnFloor');
    await playTo(journey.server, couple, conversationId, 'end');
    for (const page of both) await page.getByTestId('ended').waitFor();
    for (const page of [robin, kim]) {
      await page.goto(`/kept/${couple.spaceId}/${conversationId}`);
      await page.getByRole('button', { name: 'Open this talk' }).click();
      await page.getByTestId('transcript').getByText(`Ada skipped this step: “${REASON}”`).waitFor();
    }
  });

  it('DK4 FA3 rewords the prompt to come: both read the new words, and it is asked in them', async () => {
    const { couple, conversationId, lead, robin, kim } = await begunLed(journey, 'heard');
    await kim.getByRole('link', { name: 'The cards for this talk' }).click();
    await sameDeck([kim], [LIVING, ...OTHERS]);
    await lead.getByRole('link', { name: 'Look at the cards, reword one' }).click();
    await sameDeck([lead], [LIVING, ...OTHERS]);
    await (await reword(lead, LIVING)).fill(WINTER);
    await doneRewording(lead);
    await saved(lead);
    await sameDeck([lead, kim], [WINTER, ...OTHERS]);
    expect(await kim.getByRole('button', { name: /^Reword/ }).count()).toBe(0);
    await robin.goto(`/talk/${conversationId}/cards`);
    for (const page of [robin, kim]) {
      await mark(page, WINTER, 'ready');
      await doneChoosing(page);
    }
    for (const page of [robin, kim]) expect(await readyForBoth(page)).toEqual([WINTER]);
    await lead.getByRole('heading', { name: 'They are both ready for:' }).waitFor();
    for (const page of [lead, robin, kim]) await page.getByRole('link', { name: 'Back to the talk' }).click();
    await stepOn(lead, 'ready');
    for (const page of [robin, kim]) await line(page, 'Ada changed the cards that are to come.').waitFor();

    await playTo(journey.server, couple, conversationId, 'share');
    await lead.getByTestId('step-now').getByRole('heading', { name: WINTER }).waitFor();
    await robin.getByRole('heading', { name: WINTER }).waitFor();
    await kim.getByRole('main').getByText(WINTER).first().waitFor();
  });
});
