import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { playTo } from '../kit/couple.ts';
import { aJourney } from '../kit/journey.ts';
import { faultless } from '../kit/journey-accessible.ts';
import { begun } from '../kit/journey-couple.ts';
import { begunLed, stepOn } from '../kit/journey-facilitated.ts';
import { atStep, box, holds, say } from '../kit/journey-room.ts';

const journey = aJourney();
const FEAR = 'I am afraid that you will leave without a word.';
const NEWS = 'There is a second account.';
const BACK = 'Robin took these words back before they were opened.';

/** Where somebody with a keyboard stands now. */
const focused = (page: Page, words: string) =>
  page.waitForFunction((wanted) => document.activeElement?.textContent?.startsWith(wanted), words);

describe('words that are not opened yet', () => {
  it('R13 PK2 PK3 are taken back before the other opens them, on both screens, and written anew', async () => {
    const { couple, conversationId, robin, kim } = await begun(journey, 'reach-and-respond');
    await playTo(journey.server, couple, conversationId, 'fear');
    await atStep(robin, 'fear');
    await say(robin, 'Share this', FEAR);
    await kim.getByTestId('folded').waitFor();
    await robin.getByTestId('take-back').waitFor();
    await faultless('words that can be taken back', robin);
    await robin.getByRole('button', { name: 'Take it back' }).focus();
    await robin.keyboard.press('Enter');
    await atStep(robin, 'fear');
    await box(robin).waitFor();
    for (const page of [robin, kim]) {
      await page.getByText(BACK).waitFor();
      expect(await holds(page, FEAR)).toBe(false);
    }
    await faultless('words that were taken back', kim);

    await say(robin, 'Share this', 'I am afraid of the quiet.');
    await kim.getByRole('button', { name: 'Open it' }).click();
    await kim.getByText('I am afraid of the quiet.').waitFor();
    await robin.getByTestId('take-back').waitFor({ state: 'detached' });
    await kim.reload();
    await kim.getByText('I am afraid of the quiet.').waitFor();
  });
});

describe('what is new', () => {
  it('R11 PK5 PK6 PK7 is parked by whoever reads and whoever writes, and listed for both once the talk is over', async () => {
    const { couple, conversationId, robin, kim } = await begun(journey, 'heard');
    await playTo(journey.server, couple, conversationId, 'share');
    await atStep(robin, 'share');
    await box(robin).fill(NEWS);
    await robin.getByRole('button', { name: 'This would be new' }).focus();
    await robin.keyboard.press('Enter');
    const note = robin.getByLabel('A note for you alone');
    await note.waitFor();
    expect(await note.inputValue()).toBe(NEWS);
    await faultless('parking what would be new', robin);
    await robin.getByRole('button', { name: 'Park it' }).press('Enter');
    await robin.getByTestId('parked-now').waitFor();
    await faultless('parked', robin);
    await focused(robin, 'Nobody has to say more about it now.');
    await robin.getByRole('button', { name: 'Go on' }).press('Enter');
    await focused(robin, 'You parked something at this step.');
    expect(await box(robin).inputValue()).toBe('');
    await kim.getByText('Robin parked something new, for later and with help.').waitFor();
    expect(await holds(kim, NEWS)).toBe(false);

    await say(robin, 'Share this', 'I am worried about money.');
    await kim.getByText('I am worried about money.').waitFor();
    await playTo(journey.server, couple, conversationId, 'hear.check');
    await kim.getByRole('button', { name: 'This is new to me' }).click();
    await kim.getByRole('button', { name: 'Park it' }).click();
    await kim.getByRole('dialog').getByRole('button', { name: 'I need a pause' }).click();
    await robin.getByTestId('pause').waitFor();
    const pauseId = 'p1';
    for (const seat of ['a', 'b'] as const) {
      await couple[seat].do(conversationId, { type: 'Return', pauseId, stirred: 2 });
    }
    await playTo(journey.server, couple, conversationId, 'end');

    for (const page of [robin, kim]) await page.getByTestId('parked').waitFor();
    const [mine, theirs] = [robin.getByTestId('parked'), kim.getByTestId('parked')];
    await mine.getByText(NEWS).waitFor();
    await mine.getByText('Bring it to somebody who helps you both').waitFor();
    await mine.getByText('Kim: at “Is that it?”').waitFor();
    await theirs.getByText('Robin: at “Tell one thing that has been living in you.”').waitFor();
    await theirs.getByText('You: at “Is that it?”').waitFor();
    expect(await holds(kim, NEWS)).toBe(false);
    await faultless('what was parked, at the end', robin);
  });

  it('R11 PK5 PK7 is a line on the console of whoever leads, and in their list at the end', async () => {
    const { couple, conversationId, lead, robin } = await begunLed(journey, 'heard');
    await playTo(journey.server, couple, conversationId, 'rate');
    await stepOn(lead, 'rate');
    // Nothing to read and no words to write: nothing to park by a press.
    expect(await robin.getByTestId('park').count()).toBe(0);
    const { turn } = couple.a.stateOf(conversationId);
    await couple.a.do(conversationId, { type: 'ParkNews', turnId: turn?.turnId ?? '', note: NEWS });
    await lead.getByText('Robin parked something new, for later and with help.').first().waitFor();
    expect(await holds(lead, NEWS)).toBe(false);
    await couple.a.do(conversationId, { type: 'Stop' });
    await lead.getByTestId('parked').getByText('Parked for later').waitFor();
    await robin.getByTestId('parked').getByText('Bring it to Ada').waitFor();
    await faultless('what was parked, for whoever led', lead);
  });
});
