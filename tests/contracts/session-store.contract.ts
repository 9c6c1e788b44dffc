import type { SessionRow, SessionStore } from '@turnward/server/ports/session-store.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { aSession } from '../kit/a-session.ts';

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

    it('ST7 lists a person’s sessions, the newest first, and nobody else’s', async () => {
      await store.add(session('h1'));
      await store.add({
        ...session('h2'),
        createdAt: 1500,
        expiresAt: 5000,
        kind: 'account',
        authAt: 1500,
        strong: true,
      });
      await store.add({ ...session('h3'), memberId: 'ben' });
      expect((await store.listOf('ada', 1600)).map(({ idHash }) => idHash)).toEqual(['h2', 'h1']);
      expect(await store.listOf('ada', 2000)).toEqual([await store.find('h2', 2000)]);
      expect(await store.listOf('nobody', 1600)).toEqual([]);
    });

    it('ST7 remembers when it was used and whether it is locked', async () => {
      await store.add(session('h1'));
      await store.touch('h1', 1700);
      await store.lock('h1', 1800);
      expect(await store.find('h1', 1900)).toEqual({ ...session('h1'), seenAt: 1700, lockedAt: 1800 });
      await store.lock('h1', null);
      await store.touch('unknown', 1700);
      expect(await store.find('h1', 1900)).toEqual({ ...session('h1'), seenAt: 1700 });
    });

    it('ST8 puts one in the place of another, once; of those that ended, none', async () => {
      await store.add(session('h1'));
      expect(await store.replace('h1', session('h2'))).toBe(true);
      expect(await store.replace('h1', session('h3'))).toBe(false);
      expect([await store.find('h1', 1000), await store.find('h3', 1000)]).toEqual([undefined, undefined]);
      expect(await store.find('h2', 1000)).toEqual(session('h2'));
    });
  });
}

export const session = (idHash: string): SessionRow =>
  aSession({ idHash, device: 'Firefox on Android', createdAt: 1000, seenAt: 1000, expiresAt: 2000 });
