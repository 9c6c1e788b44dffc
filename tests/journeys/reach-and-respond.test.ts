import { describe, expect, it } from 'vitest';
import { playTo } from '../kit/couple.ts';
import { aJourney } from '../kit/journey.ts';
import { begun } from '../kit/journey-couple.ts';
import { atStep, box, holds, press, rate, say } from '../kit/journey-room.ts';

const journey = aJourney();
const FEAR = 'I am afraid that you will leave without a word.';

describe('two partners reach and respond', () => {
  it('a fear comes folded, is opened when its reader is ready, is answered, and the talk ends', async () => {
    const { couple, conversationId, robin, kim } = await begun(journey, 'reach-and-respond');
    const { server } = journey;
    await playTo(server, couple, conversationId, 'fear');
    await atStep(robin, 'fear');
    await say(robin, 'Share this', FEAR);

    const folded = kim.getByText('Robin has shared something that may be heavy. Open it when you are ready.');
    await folded.waitFor();
    expect(await holds(kim, FEAR)).toBe(false);
    expect(await box(kim).count()).toBe(0);
    await kim.getByRole('main').getByRole('button', { name: 'I need a pause' }).waitFor();
    await kim.getByRole('button', { name: 'Open it' }).click();
    await kim.getByText(FEAR).waitFor();
    await say(kim, 'Say it back', 'What I took in is that silence frightens you.');

    await playTo(server, couple, conversationId, 'ask');
    await atStep(robin, 'ask');
    await say(robin, 'Ask this', 'Would you, today, tell me when you go out?');
    await kim.getByText('tell me when you go out?').waitFor();
    await say(kim, 'Give this answer', 'Yes. Today I will tell you each time.');
    await robin.getByText('Yes. Today I will tell you each time.').waitFor();
    for (const scale of ['I could reach you', 'You answered', 'You stayed with me']) await rate(robin, scale, 9);
    await press(robin, 'Yes, it reached me');

    await playTo(server, couple, conversationId, 'end');
    for (const page of [robin, kim]) {
      await page.getByRole('heading', { name: 'That is all for today' }).waitFor();
      await page.getByText('You both kept this talk.').waitFor();
    }
  });
});
