import { createSecretKey, randomBytes } from 'node:crypto';
import { sealWords } from '@turnward/server/keys/sealed-words.ts';
import { expect, it } from 'vitest';

const SEALED = 500_000;

it('a million nonces, and no two are the same (KE3, security 38)', () => {
  const key = createSecretKey(randomBytes(32));
  const nonces = new Set<string>();
  for (let seq = 1; seq <= SEALED; seq += 1) {
    const { body, wrappedKey } = sealWords('"so"', { spaceId: 's1', stream: 'talk:c1', seq }, key);
    for (const each of [body, wrappedKey]) nonces.add(Buffer.from(each.subarray(1, 13)).toString('latin1'));
  }
  expect(nonces.size).toBe(2 * SEALED);
});
