import type { SessionRow, SessionStore } from '@turnward/server/ports/session-store.ts';
import { beforeEach, describe, expect, it } from 'vitest';

/** What every session store keeps to. */
export function sessionStoreContract(name: string, open: () => Promise<SessionStore>): void {
  describe(`session store: ${name}`, () => {
    let store: SessionStore;
    beforeEach(async () => {
      store = await open();
    });

    it('ST1 finds a session until it expires', async () => {
      await store.add(session('h1'));
      expect(await store.find('h1', 1999)).toEqual(session('h1'));
      expect(await store.find('h1', 2000)).toBeUndefined();
      expect(await store.find('h2', 1000)).toBeUndefined();
    });

    it('ST2 ends one session and leaves the same person’s others', async () => {
      await store.add(session('h1'));
      await store.add(session('h2'));
      await store.end('h1');
      await store.end('unknown');
      expect(await store.find('h1', 1000)).toBeUndefined();
      expect(await store.find('h2', 1000)).toEqual(session('h2'));
    });

    it('ST1 takes no second session of the same id', async () => {
      await store.add(session('h1'));
      await expect(store.add({ ...session('h1'), memberId: 'mallory' })).rejects.toThrow();
      expect((await store.find('h1', 1000))?.memberId).toBe('ada');
    });

    it('ST3 forgets what expired and says how many', async () => {
      await store.add(session('h1'));
      await store.add(session('h2'));
      await store.add({ ...session('h3'), expiresAt: 5000 });
      expect(await store.sweep(1999)).toBe(0);
      expect(await store.sweep(2000)).toBe(2);
      expect(await store.sweep(2000)).toBe(0);
      expect(await store.find('h3', 2000)).toBeDefined();
    });
  });
}

export const session = (idHash: string): SessionRow => ({
  idHash,
  memberId: 'ada',
  device: 'Firefox on Android',
  createdAt: 1000,
  expiresAt: 2000,
});
