import type { DatabaseSync } from 'node:sqlite';
import type { KeyProvider } from '../../ports/key-provider.ts';
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

  /** Wraps anew what `old` wrapped; one that was set or taken away meanwhile stays as it is now. */
  async rewrap(old: string, provider: KeyProvider): Promise<void> {
    for (const { member_id, wrapped } of this.#rows.wrappedBy.all({ old })) {
      if (!wrapped) continue;
      const anew = await provider.wrap(await provider.unwrap(old, wrapped));
      this.#rows.rewrap.run({ member_id, before: wrapped, kek: anew.kekId, wrapped: anew.wrapped });
    }
    const key = this.#mail.key.get({});
    if (key?.kek_id !== old) return;
    const anew = await provider.wrap(await provider.unwrap(old, key.wrapped));
    this.#mail.rewrapKey.run({ before: key.wrapped, kek: anew.kekId, wrapped: anew.wrapped });
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
