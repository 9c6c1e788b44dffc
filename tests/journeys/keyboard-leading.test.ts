import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { playTo } from '../kit/couple.ts';
import { aJourney } from '../kit/journey.ts';
import { begunLed, gatheredLed, line, stepOn } from '../kit/journey-facilitated.ts';
import { aRoomOfTwo, askBoth, inviteGuest } from '../kit/journey-guests.ts';
import { enter, hasFocus, tabTo } from '../kit/journey-keyboard.ts';
import { atStep, floorOf } from '../kit/journey-room.ts';

const journey = aJourney();
/** The console has many controls, and all are on the way. */
const MOST = 140;
const desk = { robin: { width: 1280 } };
const asked = (lead: Page) => lead.getByTestId('asked');

describe('with the keyboard alone, and somebody who leads', () => {
  it('R23 a partner confirms whom both let in', async () => {
    const { ada, ben } = await aRoomOfTwo(journey);
    const eva = await journey.device();
    await askBoth(eva, await inviteGuest(ada, 'facilitator'), 'Eva', 'facilitator');
    await enter(ben, 'Confirm Eva', ben.getByText('You have confirmed.'));
    await enter(ada, 'Confirm Eva', ada.getByText('You both confirmed Eva.').first());
    await eva.waitForURL(/\/caseload\//);
  });

  it('R23 a partner checks in, both are let in, and the talk begins', async () => {
    const { lead, robin, kim } = await gatheredLed(journey, 'heard', desk);
    await enter(robin, 'Yes', robin.getByTestId('check-form'));
    await tabTo(robin, robin.getByLabel('Where are you today?'));
    await robin.keyboard.type('At home');
    await enter(robin, 'Tell Ada', robin.getByTestId('check-told'));
    await lead.getByTestId('check-a').waitFor();
    for (const [name, page] of [
      ['Robin', robin],
      ['Kim', kim],
    ] as const) {
      await enter(lead, `Let ${name} in`, page.getByTestId('ready'), MOST);
      await enter(page, 'I am ready', page.getByRole('button', { name: 'I am not ready yet' }));
    }
    await enter(lead, 'Begin', lead.locator('[data-testid="step-now"][data-step="ready"]'), MOST);
    for (const page of [robin, kim]) await atStep(page, 'ready');
  });

  it('R23 the console reads ahead, holds, hands over, whispers and moves on; the focus is never lost', async () => {
    const { couple, conversationId, lead, robin, kim } = await begunLed(journey, 'heard', desk);
    await playTo(journey.server, couple, conversationId, 'share');
    await stepOn(lead, 'share');
    const share = lead.locator('[data-step="share"] > button');
    await tabTo(lead, share, MOST);
    await lead.keyboard.press('Enter');
    await lead.getByTestId('peek').waitFor();
    await lead.keyboard.press('Enter');
    await lead.getByTestId('peek').waitFor({ state: 'detached' });

    await enter(lead, 'Open the floor', lead.locator('[data-act="HoldFloor"]'), MOST);
    await enter(lead, 'Hold the floor', lead.getByTestId('held'), MOST);
    expect(await lead.evaluate(() => document.activeElement !== document.body)).toBe(true);
    await enter(lead, 'Open the floor', lead.locator('[data-act="HoldFloor"]'), MOST);

    await enter(lead, 'Hand the floor to…', asked(lead), MOST);
    await lead.keyboard.press('Escape');
    await asked(lead).waitFor({ state: 'detached' });
    expect(await hasFocus(lead.locator('[data-act="HandFloor"] button'))).toBe(true);
    await enter(lead, 'Hand the floor to…', asked(lead), MOST);
    await enter(lead, 'Kim speaks, Robin listens', line(kim, 'Ada handed the floor to Kim.'), MOST);
    await atStep(kim, 'between.floor');
    expect(await floorOf(kim)).toBe('mine');
    await enter(lead, 'Back to the step that waits', line(kim, 'Ada gave the floor back.'), MOST);
    await atStep(robin, 'share');

    const whispers = lead.getByTestId('whispers-a');
    await tabTo(lead, whispers.locator('summary'), MOST);
    await lead.keyboard.press('Enter');
    await tabTo(lead, whispers.getByRole('textbox'));
    await lead.keyboard.type('Take your time.');
    await lead.keyboard.press('Control+Enter');
    await whispers.getByRole('log').getByText('Take your time.').waitFor();
    expect(await hasFocus(whispers.getByRole('textbox'))).toBe(true);
    await robin.getByTestId('whisper-sign').waitFor();

    await enter(lead, 'Move both on', asked(lead), MOST);
    await enter(lead, 'Yes, move both on', line(kim, 'Ada moved the talk on.'), MOST);
    expect(await lead.evaluate(() => document.activeElement !== document.body)).toBe(true);
  });
});
