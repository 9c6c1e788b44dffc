import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { playTo } from '../kit/couple.ts';
import { aJourney } from '../kit/journey.ts';
import { act, begunLed, line, stepOn, type ThreeScreens } from '../kit/journey-facilitated.ts';
import { atStep, box, comeBack, say, turnOf } from '../kit/journey-room.ts';

const journey = aJourney();
/** How long the line of whoever leads may be gone before the talk goes on without them, in ms. */
const GRACE = 31_000;
const NOTE = 'Leans in when it gets quiet.';

/** The lead is offline, and the time to wait for them is over. `kim`: on a screen with room for the list of people. */
async function drops({ lead, robin, kim }: ThreeScreens): Promise<void> {
  await lead.context().setOffline(true);
  await lead.getByTestId('line-lost').waitFor();
  await kim.getByTestId('in-room').filter({ hasText: 'Ada' }).getByText('connection lost').waitFor();
  journey.server.advance(GRACE);
  for (const page of [robin, kim])
    await page.getByTestId('lead-lost').or(page.locator('[data-asked="lead-lost"]')).waitFor();
}

async function comesBack(lead: Page): Promise<void> {
  await lead.context().setOffline(false);
  await lead.getByTestId('line-lost').waitFor({ state: 'detached' });
}

describe('drops and returns', () => {
  it('FA9 a held floor opens, the two go on, and whoever leads comes back to the same place', async () => {
    const { couple, conversationId, lead, robin, kim } = await begunLed(journey, 'heard');
    const both = [robin, kim];
    await playTo(journey.server, couple, conversationId, 'share');
    await stepOn(lead, 'share');
    await act(lead, 'ReturnFloor');
    for (const page of both) await page.getByTestId('held').waitFor({ state: 'detached' });
    await act(lead, 'HoldFloor');
    for (const page of both) await page.locator('[data-testid="held"][data-why="held"]').waitFor();
    const notes = lead.getByTestId('own-notes').getByRole('textbox');
    await notes.fill(NOTE);
    const whisper = lead.getByTestId('whispers-b');
    await whisper.locator('summary').click();
    await whisper.getByRole('textbox').fill('Not sent yet');
    const turn = await turnOf(robin);

    await drops({ lead, robin, kim });
    for (const page of both) {
      await page.getByText('The two of you can go on. Ada comes back to the same place.').waitFor();
      await page.getByTestId('held').waitFor({ state: 'detached' });
    }
    await lead.locator('[data-testid="closed"][data-closed="line"]').waitFor();
    expect([await turnOf(robin), await turnOf(kim)]).toEqual([turn, turn]);
    await say(robin, 'Share this', 'We go on.');
    for (const page of both) await atStep(page, 'hear.mirror');

    await comesBack(lead);
    await stepOn(lead, 'hear.mirror');
    await lead.getByRole('article').filter({ hasText: 'We go on.' }).waitFor();
    expect(await whisper.getByRole('textbox').inputValue()).toBe('Not sent yet');
    expect(await notes.inputValue()).toBe(NOTE);
    for (const page of both) {
      await page.getByTestId('lead-lost').waitFor({ state: 'detached' });
      await line(page, 'Ada is back and leads as before.').waitFor();
    }
    await act(lead, 'HoldFloor');
    for (const page of both) await page.locator('[data-testid="held"][data-why="held"]').waitFor();
  });

  it('FA9 a talk that should not go on without them rests, and goes on where it was once the two are back', async () => {
    const { couple, conversationId, lead, robin, kim } = await begunLed(journey, 'reach-and-respond');
    const both = [robin, kim];
    await playTo(journey.server, couple, conversationId, 'intend');
    await stepOn(lead, 'intend');
    for (const page of both) await atStep(page, 'intend');
    await box(robin).fill('I want to');
    const turn = await turnOf(robin);

    await drops({ lead, robin, kim });
    for (const page of both) {
      await page.getByText('Ada’s connection is lost, and this talk rests then.').waitFor();
      expect(await page.getByTestId('room').count()).toBe(0);
    }
    await comesBack(lead);
    await lead.getByTestId('paused').getByText('The talk paused because Ada’s connection was lost.').waitFor();
    for (const page of both) await comeBack(page);
    for (const page of both) await atStep(page, 'intend');
    expect(await turnOf(robin)).toBe(turn);
    expect(await box(robin).inputValue()).toBe('I want to');
    await lead.getByTestId('paused').waitFor({ state: 'detached' });
    await stepOn(lead, 'intend');
  });
});
