import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCouple } from '../kit/couple.ts';
import { type FuzzCounts, type FuzzParts, fuzzDeck } from '../kit/document-fuzz.ts';
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
    const all: FuzzCounts[] = [];
    for (let seed = 1; seed <= SEEDS; seed++) all.push(await fuzzDeck(parts, seed, OPERATIONS));
    const total = (what: keyof FuzzCounts) => all.reduce((sum, counts) => sum + counts[what], 0);
    // Otherwise it proves little: most edits were made on a line, and lines and servers went in the middle of them.
    expect(total('live')).toBeGreaterThan(SEEDS * OPERATIONS * 0.35);
    expect(total('offline')).toBeGreaterThan(SEEDS * OPERATIONS * 0.2);
    expect(total('drops')).toBeGreaterThan(SEEDS);
    expect(total('restarts')).toBeGreaterThan(SEEDS / 3);
    expect(total('restartsUnsaved')).toBeGreaterThan(SEEDS / 4);
  }, 120_000);
});
