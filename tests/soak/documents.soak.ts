import { afterAll, beforeAll, describe, it } from 'vitest';
import { aCouple } from '../kit/couple.ts';
import { type FuzzParts, fuzzDeck } from '../kit/document-fuzz.ts';
import { startServer } from '../kit/server.ts';

const from = Number(process.env['SOAK_FROM']);
const seeds = Number(process.env['SOAK_SEEDS']);
const operations = Number(process.env['SOAK_OPERATIONS']);

describe('three devices edit one deck by chance, for long', () => {
  let parts: FuzzParts;
  beforeAll(async () => {
    const server = await startServer();
    const couple = await aCouple(server);
    parts = { server, couple, phone: await couple.a.otherDevice() };
  });
  afterAll(() => parts.server.close());

  it(`all hold the same in the end, for seeds ${from} to ${from + seeds - 1}`, async () => {
    for (let seed = from; seed < from + seeds; seed++) {
      await fuzzDeck(parts, seed, operations);
      if ((seed - from + 1) % 100 === 0) console.log(`${seed - from + 1} of ${seeds} seeds`);
    }
  });
});
