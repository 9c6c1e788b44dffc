import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { aJourney } from '../kit/journey.ts';
import { act, begunLed, line, openAtShare, stepOn } from '../kit/journey-facilitated.ts';
import { listened, pressUntilSent } from '../kit/journey-line.ts';
import { atStep, box, floorOf, holds, press, rate, say, turnOf } from '../kit/journey-room.ts';

const journey = aJourney();

const purpose = (lead: Page, words: string) => lead.getByTestId('step-now').getByText(words, { exact: true }).waitFor();

/** On a phone, behind the sign of the floor; in sight on a desktop. */
async function agree(page: Page, on: boolean): Promise<void> {
  await page.getByTestId('whisper-open').click();
  const numbers = page.getByRole('checkbox', { name: 'Let Ada see how stirred up I say I am' });
  await pressUntilSent(page, 'ShareRatings', () => numbers.click({ timeout: 2000 }));
  await expect.poll(() => numbers.isChecked()).toBe(on);
  await page.keyboard.press('Escape');
}

describe('leads through the steps', () => {
  it('FA3 FA10 goes back one step and forward again: both read it, and what was being written waits', async () => {
    const { lead, robin, both } = await openAtShare(journey);
    await purpose(lead, 'One thing, from your own side.');
    await box(robin).fill('Half a sentence');
    await act(lead, 'StepBack');
    await stepOn(lead, 'intend');
    await purpose(lead, 'Aim at each other, not at the problem.');
    for (const page of both) {
      await atStep(page, 'intend');
      await line(page, 'Ada went back one step.').waitFor();
    }
    expect(await box(robin).inputValue()).not.toContain('Half');
    await act(lead, 'MoveOn', 'Yes, move both on');
    await stepOn(lead, 'share');
    for (const page of both) {
      await atStep(page, 'share');
      await line(page, 'Ada moved the talk on.').waitFor();
      await page.locator('[data-testid="held"][data-why="guide"]').waitFor();
    }
    expect(await box(robin).inputValue()).toBe('Half a sentence');
    await act(lead, 'ReturnFloor');
    await say(robin, 'Share this', 'A whole sentence.');
    for (const page of both) await atStep(page, 'hear.mirror');
  });

  it('FA3 FA8 gives more time, has it said back once more and said to the other: the same turn goes on', async () => {
    const { lead, robin, kim, both } = await openAtShare(journey);
    const turn = await turnOf(robin);
    await box(robin).fill('Half a sentence');
    await act(lead, 'GiveTime', '5 minutes');
    await lead.getByTestId('step-now').getByText('5 more minutes were given.').waitFor();
    for (const page of both) await line(page, 'Ada gave 5 more minutes.').waitFor();

    await act(lead, 'InsertStep', 'Kim says it back once more');
    await stepOn(lead, 'between.mirror');
    await purpose(lead, 'Give back once more what you heard.');
    for (const page of both) {
      await atStep(page, 'between.mirror');
      await line(page, 'Ada asked Kim to say it back once more.').waitFor();
    }
    expect([await floorOf(robin), await floorOf(kim)]).toEqual(['theirs', 'mine']);
    await say(kim, 'Say it back', 'You want patience from both of us.');
    for (const page of both) await atStep(page, 'share');

    await act(lead, 'InsertStep', 'Robin says it to Kim');
    for (const page of both) {
      await atStep(page, 'between.tell');
      await line(page, 'Ada asked Robin to say it to Kim.').waitFor();
    }
    expect([await floorOf(robin), await floorOf(kim)]).toEqual(['mine', 'theirs']);
    await say(robin, 'Share this', 'Yes, you and me.');
    for (const page of both) {
      await page.getByRole('article').filter({ hasText: 'Yes, you and me.' }).waitFor();
      await atStep(page, 'share');
    }
    expect([await turnOf(robin), await turnOf(kim), await floorOf(robin)]).toEqual([turn, turn, 'mine']);
    expect(await box(robin).inputValue()).toBe('Half a sentence');
  });

  it('WH3 shows the console a number once its author agreed, and none once it is taken back', async () => {
    const { lead, robin, kim } = await begunLed(journey, 'heard');
    const [robins, kims] = [lead.getByTestId('partner-a'), lead.getByTestId('partner-b')];
    await robins.getByText('Robin keeps their numbers private.').waitFor();
    await agree(robin, true);
    await robins.getByText('No number yet.', { exact: false }).waitFor();
    await purpose(lead, 'Agree to this topic, now.');
    for (const page of [robin, kim]) await press(page, 'Yes, now is good');
    await purpose(lead, 'Know how stirred up each of you is before you begin.');
    const before = listened(kim).received.length;
    await rate(robin, 'How stirred up', 6);
    await press(robin, 'Save this');
    await robins.getByText('6 of 10').waitFor();
    await rate(kim, 'How stirred up', 4);
    await press(kim, 'Save this');
    await stepOn(lead, 'intend');
    await kims.getByText('Kim keeps their numbers private.').waitFor();
    expect(await holds(lead, '4 of 10')).toBe(false);
    expect(
      listened(kim)
        .received.slice(before)
        .filter(({ raw }) => /RatingShown|aside\/a/.test(raw)),
    ).toEqual([]);

    await agree(robin, false);
    await robins.getByText('Robin keeps their numbers private.').waitFor();
    expect(await holds(lead, '6 of 10')).toBe(false);
    const again = listened(lead).received.length;
    await lead.reload();
    await robins.getByText('Robin keeps their numbers private.').waitFor();
    expect(await holds(lead, '6 of 10')).toBe(false);
    expect(
      listened(lead)
        .received.slice(again)
        .filter(({ raw }) => /"stirred"/.test(raw)),
    ).toEqual([]);
  });
});
