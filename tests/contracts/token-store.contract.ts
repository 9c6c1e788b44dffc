import type { TokenRow, TokenStore } from '@turnward/server/ports/token-store.ts';
import { beforeEach, describe, expect, it } from 'vitest';

/** What every token store keeps to. */
export function tokenStoreContract(name: string, open: () => Promise<TokenStore>): void {
  describe(`token store: ${name}`, () => {
    let store: TokenStore;
    beforeEach(async () => {
      store = await open();
    });

    it('ST4 shows a token until it expires, as often as it is looked at', async () => {
      await store.add(token('h1'));
      expect(await store.look('h1', 1999)).toEqual(token('h1'));
      expect(await store.look('h1', 1999)).toEqual(token('h1'));
      expect(await store.look('h1', 2000)).toBeUndefined();
      expect(await store.look('h2', 1000)).toBeUndefined();
    });

    it('ST5 gives a token to one of many who take it at once (security 37)', async () => {
      await store.add(token('h1'));
      const taken = await Promise.all(Array.from({ length: 50 }, () => store.take('h1', 1000)));
      expect(taken.filter((each) => each !== undefined)).toEqual([token('h1')]);
      expect(await store.look('h1', 1000)).toBeUndefined();
    });

    it('ST5 gives an expired token to nobody', async () => {
      await store.add(token('h1'));
      expect(await store.take('h1', 2000)).toBeUndefined();
    });

    it('ST4 takes no second token of the same hash', async () => {
      await store.add(token('h1'));
      await expect(store.add({ ...token('h1'), spaceId: 'other' })).rejects.toThrow();
      expect((await store.look('h1', 1000))?.spaceId).toBe('s1');
    });

    it('ST14 takes out all that opens one thing, and nothing else', async () => {
      await store.add({ ...token('h1'), kind: 'device', subject: 'ada' });
      await store.add({ ...token('h2'), kind: 'device', subject: 'ada', expiresAt: 500 });
      await store.add({ ...token('h3'), kind: 'device', subject: 'ben' });
      await store.removeOf('ada');
      expect([await store.look('h1', 100), await store.look('h2', 100)]).toEqual([undefined, undefined]);
      expect((await store.look('h3', 100))?.subject).toBe('ben');
    });

    it('ST6 forgets what expired and says how many', async () => {
      await store.add(token('h1'));
      await store.add({ ...token('h2'), expiresAt: 5000 });
      expect(await store.sweep(1999)).toBe(0);
      expect(await store.sweep(2000)).toBe(1);
      expect(await store.look('h2', 2000)).toBeDefined();
    });
  });
}

export const token = (hash: string): TokenRow => ({
  hash,
  kind: 'link',
  spaceId: 's1',
  subject: 'invite-1',
  expiresAt: 2000,
});
