import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCouple, begin, open, playTo } from '../kit/couple.ts';
import { startServer, type TestServer } from '../kit/server.ts';

describe('a whole conversation over the real line', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  const guides = ['heard', 'reach-and-respond', 'five-part-check-in'];
  it.each(guides)('GU1 %s runs from the first step to the end', async (guideId) => {
    const couple = await aCouple(server);
    const conversationId = await open(couple, guideId);
    await begin(couple, conversationId);
    await playTo(server, couple, conversationId, 'end');
    const kept = guideId !== 'five-part-check-in';
    for (const person of [couple.a, couple.b]) {
      expect(person.stateOf(conversationId).ended).toMatchObject({ reason: 'completed', kept });
    }
  });
});
