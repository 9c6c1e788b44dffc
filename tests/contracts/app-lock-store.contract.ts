import type { AppLockStore } from '@turnward/server/ports/app-lock-store.ts';
import { describe, expect, it } from 'vitest';

/** What every store of app PINs does. */
export function appLockStoreContract(name: string, open: () => Promise<AppLockStore>): void {
  describe(`app lock store, ${name}`, () => {
    it('ST12 keeps one PIN for each person, another in its place, and none once it was taken away', async () => {
      const store = await open();
      expect(await store.pinOf('ada')).toBeUndefined();
      await store.setPin('ada', 'hash-1');
      await store.setPin('ben', 'hash-2');
      await store.setPin('ada', 'hash-3');
      expect([await store.pinOf('ada'), await store.pinOf('ben')]).toEqual(['hash-3', 'hash-2']);
      await store.setPin('ada', null);
      await store.setPin('cleo', null);
      expect([await store.pinOf('ada'), await store.pinOf('ben')]).toEqual([undefined, 'hash-2']);
    });

    it('ST13 keeps the wrong tries of each device apart, and forgets those that are long ago', async () => {
      const store = await open();
      expect(await store.triesOn('phone')).toEqual({ count: 0, at: 0 });
      await store.setTries('phone', { count: 4, at: 1000 });
      await store.setTries('phone', { count: 5, at: 2000 });
      await store.setTries('laptop', { count: 1, at: 3000 });
      expect(await store.triesOn('phone')).toEqual({ count: 5, at: 2000 });
      expect(await store.sweep(2000)).toBe(0);
      expect(await store.sweep(2001)).toBe(1);
      expect([await store.triesOn('phone'), await store.triesOn('laptop')]).toEqual([
        { count: 0, at: 0 },
        { count: 1, at: 3000 },
      ]);
    });
  });
}
