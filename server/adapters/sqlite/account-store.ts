import type { DatabaseSync } from 'node:sqlite';
import type { AccountRow, AccountStore, PasskeyRow, PendingRow, TotpRow } from '../../ports/account-store.ts';
import type { Wrapped } from '../../ports/key-provider.ts';
import { accountRows } from './account-rows.ts';
import { mailRows } from './mail-rows.ts';
import type { EventTables } from './schema.ts';
import { inTransaction } from './transaction.ts';

export class SqliteAccountStore implements AccountStore {
  readonly #database: DatabaseSync;
  readonly #rows: ReturnType<typeof accountRows>;
  readonly #mail: ReturnType<typeof mailRows>;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#rows = accountRows(database);
    this.#mail = mailRows(database);
  }

  async find(memberId: string): Promise<AccountRow> {
    const account = this.#rows.account.get({ memberId });
    const codes = this.#rows.codes.all({ memberId });
    return {
      memberId,
      password: account ? passwordOf(account) : null,
      totp: account ? totpOf(account) : null,
      passkeys: this.#rows.passkeys.all({ memberId }).map(asPasskey),
      recovery: { left: codes.length, at: codes[0]?.created_at ?? 0 },
      mail: this.#mail.of.get({ memberId }) ?? null,
      pending: this.#rows.pending.all({ memberId }).map(asPending),
    };
  }

  async memberNamed(foldedName: string): Promise<string | undefined> {
    return this.#rows.named.get({ foldedName })?.member_id;
  }

  async passkey(id: string): Promise<PasskeyRow | undefined> {
    const row = this.#rows.passkey.get({ id });
    return row && asPasskey(row);
  }

  async setPassword(
    memberId: string,
    set: { name: string; foldedName: string; hash: string; at: number },
  ): Promise<boolean> {
    return inTransaction(this.#database, () => {
      const named = this.#rows.named.get({ foldedName: set.foldedName });
      if (named && named.member_id !== memberId) return false;
      this.#rows.setPassword.run({ memberId, ...set });
      return true;
    });
  }

  async removePassword(memberId: string): Promise<void> {
    inTransaction(this.#database, () => {
      this.#rows.setTotp.run({ memberId, ...NO_TOTP });
      this.#rows.removePassword.run({ memberId });
    });
  }

  async addPasskey({ id, memberId, publicKey, counter, transports, label, createdAt, countsFrom }: PasskeyRow) {
    const added = this.#rows.addPasskey.all({
      id,
      member_id: memberId,
      public_key: publicKey,
      counter,
      transports: JSON.stringify(transports),
      label,
      created_at: createdAt,
      counts_from: countsFrom,
    });
    return added.length > 0;
  }

  async countPasskey(id: string, counter: number): Promise<void> {
    this.#rows.countPasskey.run({ id, counter });
  }

  async removePasskey(memberId: string, id: string): Promise<void> {
    this.#rows.removePasskey.run({ memberId, id });
  }

  async setTotp(memberId: string, totp: TotpRow | null): Promise<void> {
    const set = totp && { kekId: totp.kekId, wrapped: totp.wrapped, sealed: totp.sealed, from: totp.countsFrom };
    this.#rows.setTotp.run({ memberId, ...(set ?? NO_TOTP) });
  }

  async spendTotp(memberId: string, step: number): Promise<boolean> {
    return this.#rows.spendTotp.all({ memberId, step }).length > 0;
  }

  async setRecovery(memberId: string, hashes: readonly string[], at: number): Promise<void> {
    inTransaction(this.#database, () => {
      this.#rows.removeCodes.run({ memberId });
      for (const hash of hashes) this.#rows.addCode.run({ hash, memberId, at });
    });
  }

  async takeRecovery(hash: string): Promise<string | undefined> {
    return this.#rows.takeCode.all({ hash })[0]?.member_id;
  }

  async memberWithMail(found: string): Promise<string | undefined> {
    return this.#mail.owner.get({ found })?.member_id;
  }

  async setMail(memberId: string, set: { found: string; sealed: Uint8Array; at: number }): Promise<boolean> {
    return inTransaction(this.#database, () => {
      const owner = this.#mail.owner.get({ found: set.found });
      if (owner && owner.member_id !== memberId) return false;
      this.#mail.set.run({ memberId, ...set });
      return true;
    });
  }

  async removeMail(memberId: string): Promise<void> {
    this.#mail.remove.run({ memberId });
  }

  async mailKey(): Promise<Wrapped | undefined> {
    const row = this.#mail.key.get({});
    return row && { kekId: row.kek_id, wrapped: row.wrapped };
  }

  async addMailKey(key: Wrapped): Promise<Wrapped> {
    this.#mail.addKey.run(key);
    return (await this.mailKey()) ?? key;
  }

  async forget(memberId: string): Promise<void> {
    inTransaction(this.#database, () => {
      for (const table of this.#rows.forget) table.run({ memberId });
    });
  }

  async addPending({ id, memberId, change, due }: PendingRow): Promise<void> {
    this.#rows.addPending.run({ id, member_id: memberId, change: JSON.stringify(change), due });
  }

  async removePending(memberId: string, id: string): Promise<boolean> {
    return this.#rows.removePending.all({ memberId, id }).length > 0;
  }

  async takeDue(now: number): Promise<PendingRow[]> {
    return this.#rows.takeDue
      .all({ now })
      .map(asPending)
      .sort((one, other) => one.due - other.due);
  }
}

const NO_TOTP = { kekId: null, wrapped: null, sealed: null, from: null };

function passwordOf({ name, password, password_at }: EventTables['account']): AccountRow['password'] {
  if (name === null || password === null || password_at === null) return null;
  return { name, hash: password, at: password_at };
}

function totpOf({ totp_kek_id, totp_wrapped, totp_sealed, totp_counts_from }: EventTables['account']): TotpRow | null {
  if (totp_kek_id === null || !totp_wrapped || !totp_sealed || totp_counts_from === null) return null;
  return { kekId: totp_kek_id, wrapped: totp_wrapped, sealed: totp_sealed, countsFrom: totp_counts_from };
}

const asPasskey = (row: EventTables['passkey']): PasskeyRow => ({
  id: row.id,
  memberId: row.member_id,
  publicKey: row.public_key,
  counter: row.counter,
  transports: JSON.parse(row.transports) as string[],
  label: row.label,
  createdAt: row.created_at,
  countsFrom: row.counts_from,
});

const asPending = ({ id, member_id, change, due }: EventTables['pending_change']): PendingRow => ({
  id,
  memberId: member_id,
  change: JSON.parse(change) as PendingRow['change'],
  due,
});
