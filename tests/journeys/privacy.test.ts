import { describe, expect, it } from 'vitest';
import { playTo } from '../kit/couple.ts';
import { aJourney } from '../kit/journey.ts';
import { begun } from '../kit/journey-couple.ts';
import { helpIsKept, keptOffline, leftBehind } from '../kit/journey-left-behind.ts';
import { atStep, box, say } from '../kit/journey-room.ts';

const journey = aJourney();

describe('a whole talk', () => {
  it('R6 leaves no word on the device, no cookie that a script could read, and asks nothing of anybody else', async () => {
    const { couple, conversationId, robin, kim } = await begun(journey, 'heard');
    await playTo(journey.server, couple, conversationId, 'share');
    await atStep(robin, 'share');
    await say(robin, 'Share this', 'Canary said aloud');
    await atStep(kim, 'hear.mirror');
    await box(kim).fill('Canary still unsent');
    await playTo(journey.server, couple, conversationId, 'end');
    for (const page of [robin, kim]) {
      await page.getByRole('heading', { name: 'That is all for today' }).waitFor();
      await helpIsKept(page);
      expect((await keptOffline(page)).filter(({ text }) => /canary|robin|kitchen/i.test(text))).toEqual([]);
      const left = await leftBehind(page);
      expect(left).not.toMatch(/canary|robin|kim|kitchen|heard/i);
      expect(JSON.parse(left)).toMatchObject({
        session: {},
        databases: [],
        caches: ['help'],
        workers: 1,
        readableCookies: '',
      });
      const cookies = await page.context().cookies();
      expect(cookies.map(({ httpOnly, sameSite }) => ({ httpOnly, sameSite }))).toEqual([
        { httpOnly: true, sameSite: 'Strict' },
      ]);
    }

    const origins = new Set(journey.asked().map((url) => new URL(url).origin));
    const { host } = new URL(journey.server.origin);
    expect([...origins].sort()).toEqual([`http://${host}`, `ws://${host}`]);
  });
});
