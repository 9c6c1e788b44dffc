import type { DatabaseSync } from 'node:sqlite';
import type { AppLockStore, WrongTries } from '../../ports/app-lock-store.ts';
import { kyselyOn } from './kysely.ts';
import { prepare } from './prepared.ts';
import type { EventTables } from './schema.ts';

function statements(database: DatabaseSync) {
  const q = kyselyOn<EventTables>(database);
  return {
    pin: prepare(database, (p: { memberId: string }) =>
      q.selectFrom('app_lock').select('pin').where('member_id', '=', p.memberId),
    ),
    set: prepare(database, (p: { memberId: string; pin: string }) =>
      q
        .insertInto('app_lock')
        .values({ member_id: p.memberId, pin: p.pin })
        .onConflict((conflict) => conflict.column('member_id').doUpdateSet({ pin: p.pin })),
    ),
    remove: prepare(database, (p: { memberId: string }) =>
      q.deleteFrom('app_lock').where('member_id', '=', p.memberId),
    ),
    tries: prepare(database, (p: { device: string }) =>
      q.selectFrom('app_lock_tries').select(['count', 'at']).where('device', '=', p.device),
    ),
    setTries: prepare(database, (p: { device: string } & WrongTries) =>
      q
        .insertInto('app_lock_tries')
        .values({ device: p.device, count: p.count, at: p.at })
        .onConflict((conflict) => conflict.column('device').doUpdateSet({ count: p.count, at: p.at })),
    ),
    sweep: prepare(database, (p: { before: number }) =>
      q.deleteFrom('app_lock_tries').where('at', '<', p.before).returning('device'),
    ),
  };
}

export class SqliteAppLockStore implements AppLockStore {
  readonly #rows: ReturnType<typeof statements>;

  constructor(database: DatabaseSync) {
    this.#rows = statements(database);
  }

  async pinOf(memberId: string): Promise<string | undefined> {
    return this.#rows.pin.get({ memberId })?.pin;
  }

  async setPin(memberId: string, hash: string | null): Promise<void> {
    if (hash === null) this.#rows.remove.run({ memberId });
    else this.#rows.set.run({ memberId, pin: hash });
  }

  async triesOn(device: string): Promise<WrongTries> {
    return { ...(this.#rows.tries.get({ device }) ?? { count: 0, at: 0 }) };
  }

  async setTries(device: string, tries: WrongTries): Promise<void> {
    this.#rows.setTries.run({ device, ...tries });
  }

  async sweep(before: number): Promise<number> {
    return this.#rows.sweep.all({ before }).length;
  }
}
