import { describe, expect, it } from 'vitest';
import { playTo } from '../kit/couple.ts';
import { aJourney } from '../kit/journey.ts';
import { begun } from '../kit/journey-couple.ts';
import { atStep, holds, press, say } from '../kit/journey-room.ts';

const journey = aJourney();
const SAID = 'Canary words about the blue bicycle';

describe('a talk that only one of them wants to keep', () => {
  it('KP1 KP2 is gone from both screens at once, and nothing of it is listed', async () => {
    const { couple, conversationId, robin, kim } = await begun(journey, 'heard');
    await playTo(journey.server, couple, conversationId, 'share');
    await atStep(robin, 'share');
    await say(robin, 'Share this', SAID);
    await kim.getByText(SAID).waitFor();
    await playTo(journey.server, couple, conversationId, 'keep');

    for (const [page, wish] of [
      [robin, 'Keep this talk'],
      [kim, 'Let it go'],
    ] as const) {
      await atStep(page, 'keep');
      await page.getByRole('radio', { name: wish }).check({ force: true });
      await press(page, 'Give my answer');
    }
    for (const page of [robin, kim]) {
      await atStep(page, 'plan');
      expect(await holds(page, SAID)).toBe(false);
    }

    await playTo(journey.server, couple, conversationId, 'end');
    for (const page of [robin, kim]) {
      await page.getByText('This talk was not kept. Its words are destroyed.').waitFor();
      await page.reload();
      await page.getByText('This talk was not kept. Its words are destroyed.').waitFor();
      expect(await holds(page, SAID)).toBe(false);
      await page.goto(`/kept/${couple.spaceId}`);
      await page.getByText('Nothing is kept yet.').waitFor();
    }
  });

  it('KP3 leaves out what its author leaves out, and says that it did', async () => {
    const { couple, conversationId, robin, kim } = await begun(journey, 'heard');
    await playTo(journey.server, couple, conversationId, 'share');
    await atStep(robin, 'share');
    await say(robin, 'Share this', SAID);
    await playTo(journey.server, couple, conversationId, 'keep');
    for (const page of [robin, kim]) {
      await atStep(page, 'keep');
      await page.getByRole('radio', { name: 'Keep this talk' }).check({ force: true });
    }
    await robin.getByRole('checkbox', { name: `Leave this out: ${SAID}` }).check({ force: true });
    for (const page of [robin, kim]) await press(page, 'Give my answer');
    await playTo(journey.server, couple, conversationId, 'end');

    await kim.getByRole('link', { name: 'Read this talk' }).click();
    await kim.getByRole('button', { name: 'Open this talk' }).click();
    await kim.getByText(/Robin chose not to keep these words/).waitFor();
    expect(await holds(kim, SAID)).toBe(false);
  });
});
