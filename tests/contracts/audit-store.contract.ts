import type { AuditRow, AuditStore } from '@turnward/server/ports/audit-store.ts';
import { beforeEach, describe, expect, it } from 'vitest';

const row = (at: number, memberId = 'ada'): AuditRow => ({ at, memberId, what: 'signed-in', about: 'invitation' });

/** What every store of records keeps to. */
export function auditStoreContract(name: string, open: () => Promise<AuditStore>): void {
  describe(`audit store: ${name}`, () => {
    let store: AuditStore;
    beforeEach(async () => {
      store = await open();
    });

    it('DR4 gives each their own entries, the newest first, up to a limit', async () => {
      for (const at of [1, 2, 3]) await store.add(row(at));
      await store.add(row(4, 'ben'));
      expect(await store.of('ada', 2)).toEqual([row(3), row(2)]);
      expect(await store.of('ben', 9)).toEqual([row(4, 'ben')]);
      expect(await store.of('nobody', 9)).toEqual([]);
    });

    it('DR4 forgets what is old, and counts it', async () => {
      for (const at of [1, 2, 3]) await store.add(row(at));
      expect(await store.sweep(3)).toBe(2);
      expect(await store.of('ada', 9)).toEqual([row(3)]);
    });
  });
}
