import type { DatabaseSync } from 'node:sqlite';
import { type KeyProvider, KeysOutOfReach, type Wrapped } from '../../ports/key-provider.ts';
import { kyselyOn } from './kysely.ts';
import { mailRows } from './mail-rows.ts';
import { prepare } from './prepared.ts';
import type { EventTables } from './schema.ts';

/** KE9, AC6, ML2. The keys of sign-in apps' secrets, and the one of addresses, which the key-encryption key wraps without a stream key between them. */
export class AppSecretKeys {
  readonly #rows: ReturnType<typeof statements>;
  readonly #mail: ReturnType<typeof mailRows>;

  constructor(database: DatabaseSync) {
    this.#rows = statements(database);
    this.#mail = mailRows(database);
  }

  /** The key-encryption keys that wrap some of them. */
  inUse(): string[] {
    const apps = this.#rows.inUse.all({}).flatMap(({ kek }) => (kek === null ? [] : [kek]));
    return [...apps, ...this.#mail.key.all({}).map(({ kek_id }) => kek_id)];
  }

  /**
   * Wraps anew what `old` wrapped; one that was set or taken away meanwhile stays as it is now. Answers with how many did not open,
   * and stay as they are. Rejects where the provider can't be asked.
   */
  async rewrap(old: string, provider: KeyProvider): Promise<number> {
    let left = 0;
    const anew = async (wrapped: Uint8Array, store: (anew: Wrapped) => void) => {
      try {
        store(await provider.wrap(await provider.unwrap(old, wrapped)));
      } catch (fault) {
        if (fault instanceof KeysOutOfReach) throw fault;
        left += 1;
      }
    };
    for (const { member_id, wrapped: before } of this.#rows.wrappedBy.all({ old })) {
      if (!before) continue;
      await anew(before, ({ kekId: kek, wrapped }) => this.#rows.rewrap.run({ member_id, before, kek, wrapped }));
    }
    const key = this.#mail.key.get({});
    if (key?.kek_id !== old) return left;
    const before = key.wrapped;
    await anew(before, ({ kekId: kek, wrapped }) => this.#mail.rewrapKey.run({ before, kek, wrapped }));
    return left;
  }
}

function statements(database: DatabaseSync) {
  const q = kyselyOn<EventTables>(database);
  return {
    inUse: prepare(database, () =>
      q.selectFrom('account').select('totp_kek_id as kek').distinct().where('totp_kek_id', 'is not', null),
    ),
    wrappedBy: prepare(database, (p: { old: string }) =>
      q.selectFrom('account').select(['member_id', 'totp_wrapped as wrapped']).where('totp_kek_id', '=', p.old),
    ),
    rewrap: prepare(database, (p: { member_id: string; before: Uint8Array; kek: string; wrapped: Uint8Array }) =>
      q
        .updateTable('account')
        .set({ totp_kek_id: p.kek, totp_wrapped: p.wrapped })
        .where('member_id', '=', p.member_id)
        .where('totp_wrapped', '=', p.before),
    ),
  };
}
