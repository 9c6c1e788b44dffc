import { afterAll, beforeAll, describe, it } from 'vitest';
import { aCouple } from '../kit/couple.ts';
import { type FuzzParts, fuzzDeck } from '../kit/document-fuzz.ts';
import { startServer } from '../kit/server.ts';

const SEEDS = 50;
const OPERATIONS = 100;

/** `npm run soak -- --seeds 5000` runs more of them. */
describe('three devices edit one deck by chance', () => {
  let parts: FuzzParts;
  beforeAll(async () => {
    const server = await startServer();
    const couple = await aCouple(server);
    parts = { server, couple, phone: await couple.a.otherDevice() };
  });
  afterAll(async () => {
    for (const person of [parts.couple.a, parts.couple.b]) person.disconnect();
    await parts.server.close();
  });

  it(`DO5 all hold the same in the end, for ${SEEDS} seeds`, async () => {
    for (let seed = 1; seed <= SEEDS; seed++) await fuzzDeck(parts, seed, OPERATIONS);
  });
});
