import type { AccountStore, PasskeyRow, PendingRow } from '@turnward/server/ports/account-store.ts';
import type { Wrapped } from '@turnward/server/ports/key-provider.ts';
import { beforeEach, describe, expect, it } from 'vitest';

/** What every account store keeps to. */
export function accountStoreContract(name: string, open: () => Promise<AccountStore>): void {
  describe(`account store: ${name}`, () => {
    let store: AccountStore;
    beforeEach(async () => {
      store = await open();
    });

    it('ST9 has an empty account for somebody without ways in', async () => {
      expect(await store.find('ada')).toEqual(nobody('ada'));
    });

    it('ST9 keeps name and password, and changes both', async () => {
      expect(await store.setPassword('ada', password('Ada'))).toBe(true);
      expect(await store.setPassword('ada', { ...password('Ada L'), hash: 'other', at: 20 })).toBe(true);
      expect((await store.find('ada')).password).toEqual({ name: 'Ada L', hash: 'other', at: 20 });
      expect([await store.memberNamed('ada l'), await store.memberNamed('ada')]).toEqual(['ada', undefined]);
    });

    it('ST9 gives a name to one person', async () => {
      await store.setPassword('ada', password('Ada'));
      expect(await store.setPassword('ben', password('ADA'))).toBe(false);
      expect(await store.find('ben')).toEqual(nobody('ben'));
      expect(await store.memberNamed('ada')).toBe('ada');
    });

    it('ST9 keeps an app beside a password only, and forgets both together', async () => {
      await store.setTotp('ada', totp);
      expect((await store.find('ada')).totp).toBeNull();
      await store.setPassword('ada', password('Ada'));
      await store.setTotp('ada', totp);
      expect((await store.find('ada')).totp).toEqual(totp);
      await store.removePassword('ada');
      expect(await store.find('ada')).toEqual(nobody('ada'));
      expect(await store.memberNamed('ada')).toBeUndefined();
    });

    it('ST10 spends a time step once, of many who try at once, and none before it', async () => {
      await store.setPassword('ada', password('Ada'));
      const spent = await Promise.all(Array.from({ length: 20 }, () => store.spendTotp('ada', 100)));
      expect(spent.filter(Boolean)).toHaveLength(1);
      expect(await store.spendTotp('ada', 99)).toBe(false);
      expect(await store.spendTotp('ada', 101)).toBe(true);
      expect(await store.spendTotp('ben', 101)).toBe(false);
    });

    it('ST9 keeps passkeys, each one person’s, and counts their use', async () => {
      expect(await store.addPasskey(passkey('k2', 20))).toBe(true);
      expect(await store.addPasskey(passkey('k1', 10))).toBe(true);
      expect(await store.addPasskey({ ...passkey('k1', 30), memberId: 'mallory' })).toBe(false);
      await store.countPasskey('k1', 7);
      expect((await store.find('ada')).passkeys).toEqual([{ ...passkey('k1', 10), counter: 7 }, passkey('k2', 20)]);
      expect(await store.passkey('k1')).toEqual({ ...passkey('k1', 10), counter: 7 });
      await store.removePasskey('mallory', 'k1');
      await store.removePasskey('ada', 'k2');
      expect((await store.find('ada')).passkeys.map(({ id }) => id)).toEqual(['k1']);
      expect(await store.passkey('k2')).toBeUndefined();
    });

    it('ST10 gives a recovery code to one of many who take it at once (row 37)', async () => {
      await store.setRecovery('ada', ['c1', 'c2'], 10);
      expect((await store.find('ada')).recovery).toEqual({ left: 2, at: 10 });
      const taken = await Promise.all(Array.from({ length: 50 }, () => store.takeRecovery('c1')));
      expect(taken.filter((each) => each !== undefined)).toEqual(['ada']);
      expect((await store.find('ada')).recovery.left).toBe(1);
    });

    it('ST10 ends the old codes with the new ones, and nobody else’s', async () => {
      await store.setRecovery('ada', ['c1'], 10);
      await store.setRecovery('ben', ['c2'], 10);
      await store.setRecovery('ada', ['c3'], 20);
      expect(await store.takeRecovery('c1')).toBeUndefined();
      expect([await store.takeRecovery('c2'), await store.takeRecovery('c3')]).toEqual(['ben', 'ada']);
    });

    it('ST9 keeps an address, one person’s, and the first key for addresses', async () => {
      const sealed = Uint8Array.of(1, 2);
      expect(await store.setMail('ada', { found: 'f1', sealed, at: 5 })).toBe(true);
      expect(await store.setMail('ben', { found: 'f1', sealed, at: 6 })).toBe(false);
      expect([await store.memberWithMail('f1'), await store.memberWithMail('f2')]).toEqual(['ada', undefined]);
      expect((await store.find('ada')).mail).toEqual({ sealed, at: 5 });
      expect(await store.setMail('ada', { found: 'f2', sealed, at: 7 })).toBe(true);
      expect(await store.memberWithMail('f1')).toBeUndefined();
      await store.removeMail('ada');
      expect((await store.find('ada')).mail).toBeNull();
      expect(await store.mailKey()).toBeUndefined();
      const [first, second] = [1, 2].map((n) => ({ kekId: 'k', wrapped: Uint8Array.of(n) })) as [Wrapped, Wrapped];
      expect([await store.addMailKey(first), await store.addMailKey(second)]).toEqual([first, first]);
      expect(await store.mailKey()).toEqual(first);
    });

    it('AC11 forgets all that is one person’s, and nothing of another', async () => {
      for (const name of ['ada', 'ben']) {
        await store.setPassword(name, password(name));
        await store.addPasskey({ ...passkey(`k-${name}`, 10), memberId: name });
        await store.setRecovery(name, [`c-${name}`], 10);
        await store.setMail(name, { found: name, sealed: Uint8Array.of(1), at: 5 });
        await store.addPending({ id: `p-${name}`, memberId: name, change: { what: 'account' }, due: 99 });
      }
      const ben = await store.find('ben');
      await store.forget('ada');
      expect(await store.find('ada')).toEqual(nobody('ada'));
      expect([
        await store.memberNamed('ada'),
        await store.memberWithMail('ada'),
        await store.takeRecovery('c-ada'),
      ]).toEqual([undefined, undefined, undefined]);
      expect(await store.find('ben')).toEqual(ben);
    });

    it('ST11 gives out what waits once it is due, once; what was cancelled never', async () => {
      const waiting = (id: string, due: number): PendingRow => ({
        id,
        memberId: 'ada',
        change: { what: 'new-recovery', hashes: ['c1'] },
        due,
      });
      await store.addPending(waiting('p2', 200));
      await store.addPending(waiting('p1', 100));
      await store.addPending(waiting('p3', 300));
      expect((await store.find('ada')).pending.map(({ id }) => id)).toEqual(['p1', 'p2', 'p3']);
      expect(await store.removePending('mallory', 'p2')).toBe(false);
      expect(await store.removePending('ada', 'p2')).toBe(true);
      expect(await store.removePending('ada', 'p2')).toBe(false);
      expect(await store.takeDue(99)).toEqual([]);
      expect(await store.takeDue(200)).toEqual([waiting('p1', 100)]);
      expect(await store.takeDue(200)).toEqual([]);
      expect((await store.find('ada')).pending).toEqual([waiting('p3', 300)]);
    });
  });
}

export const password = (name: string) => ({ name, foldedName: name.toLowerCase(), hash: `hash of ${name}`, at: 10 });
export const totp = { kekId: 'k', wrapped: Uint8Array.of(1), sealed: Uint8Array.of(2, 3), countsFrom: 40 };
export const passkey = (id: string, createdAt: number): PasskeyRow => ({
  id,
  memberId: 'ada',
  publicKey: Uint8Array.of(1, 2, 3),
  counter: 0,
  transports: ['internal'],
  label: 'Firefox on Android',
  createdAt,
  countsFrom: createdAt,
});
const nobody = (memberId: string) => ({
  memberId,
  password: null,
  totp: null,
  passkeys: [],
  recovery: { left: 0, at: 0 },
  mail: null,
  pending: [],
});
