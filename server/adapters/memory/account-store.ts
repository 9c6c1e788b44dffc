import type { AccountRow, AccountStore, PasskeyRow, PendingRow, TotpRow } from '../../ports/account-store.ts';
import type { Wrapped } from '../../ports/key-provider.ts';

type Password = NonNullable<AccountRow['password']>;

export class MemoryAccountStore implements AccountStore {
  readonly #passwords = new Map<string, Password & { foldedName: string }>();
  readonly #totps = new Map<string, TotpRow>();
  readonly #spent = new Map<string, number>();
  readonly #passkeys = new Map<string, PasskeyRow>();
  readonly #codes = new Map<string, { memberId: string; at: number }>();
  readonly #pending = new Map<string, PendingRow>();
  readonly #mail = new Map<string, { found: string; sealed: Uint8Array; at: number }>();
  #mailKey: Wrapped | undefined;

  async find(memberId: string): Promise<AccountRow> {
    const codes = [...this.#codes.values()].filter((code) => code.memberId === memberId);
    const { foldedName: _, ...password } = this.#passwords.get(memberId) ?? { foldedName: '' };
    return structuredClone({
      memberId,
      password: 'hash' in password ? password : null,
      totp: this.#totps.get(memberId) ?? null,
      passkeys: [...this.#passkeys.values()].filter((each) => each.memberId === memberId).sort(byCreation),
      recovery: { left: codes.length, at: codes[0]?.at ?? 0 },
      mail: mailOf(this.#mail.get(memberId)),
      pending: [...this.#pending.values()].filter((each) => each.memberId === memberId).sort(byDue),
    });
  }

  async memberNamed(foldedName: string): Promise<string | undefined> {
    for (const [memberId, password] of this.#passwords) if (password.foldedName === foldedName) return memberId;
    return undefined;
  }

  async passkey(id: string): Promise<PasskeyRow | undefined> {
    return structuredClone(this.#passkeys.get(id));
  }

  async setPassword(memberId: string, set: Password & { foldedName: string }): Promise<boolean> {
    const named = await this.memberNamed(set.foldedName);
    if (named !== undefined && named !== memberId) return false;
    this.#passwords.set(memberId, { ...set });
    return true;
  }

  async removePassword(memberId: string): Promise<void> {
    this.#passwords.delete(memberId);
    this.#totps.delete(memberId);
  }

  async addPasskey(passkey: PasskeyRow): Promise<boolean> {
    if (this.#passkeys.has(passkey.id)) return false;
    this.#passkeys.set(passkey.id, structuredClone(passkey));
    return true;
  }

  async countPasskey(id: string, counter: number): Promise<void> {
    const passkey = this.#passkeys.get(id);
    if (passkey) this.#passkeys.set(id, { ...passkey, counter });
  }

  async removePasskey(memberId: string, id: string): Promise<void> {
    if (this.#passkeys.get(id)?.memberId === memberId) this.#passkeys.delete(id);
  }

  async setTotp(memberId: string, totp: TotpRow | null): Promise<void> {
    if (totp && this.#passwords.has(memberId)) this.#totps.set(memberId, structuredClone(totp));
    else this.#totps.delete(memberId);
  }

  async spendTotp(memberId: string, step: number): Promise<boolean> {
    if (!this.#passwords.has(memberId) || step <= (this.#spent.get(memberId) ?? 0)) return false;
    this.#spent.set(memberId, step);
    return true;
  }

  async setRecovery(memberId: string, hashes: readonly string[], at: number): Promise<void> {
    for (const [hash, code] of this.#codes) if (code.memberId === memberId) this.#codes.delete(hash);
    for (const hash of hashes) this.#codes.set(hash, { memberId, at });
  }

  async takeRecovery(hash: string): Promise<string | undefined> {
    const memberId = this.#codes.get(hash)?.memberId;
    this.#codes.delete(hash);
    return memberId;
  }

  async memberWithMail(found: string): Promise<string | undefined> {
    for (const [memberId, mail] of this.#mail) if (mail.found === found) return memberId;
    return undefined;
  }

  async setMail(memberId: string, set: { found: string; sealed: Uint8Array; at: number }): Promise<boolean> {
    const owner = await this.memberWithMail(set.found);
    if (owner !== undefined && owner !== memberId) return false;
    this.#mail.set(memberId, structuredClone(set));
    return true;
  }

  async removeMail(memberId: string): Promise<void> {
    this.#mail.delete(memberId);
  }

  async mailKey(): Promise<Wrapped | undefined> {
    return structuredClone(this.#mailKey);
  }

  async addMailKey(key: Wrapped): Promise<Wrapped> {
    this.#mailKey ??= structuredClone(key);
    return structuredClone(this.#mailKey);
  }

  async forget(memberId: string): Promise<void> {
    for (const kept of [this.#passwords, this.#totps, this.#spent, this.#mail]) kept.delete(memberId);
    for (const kept of [this.#passkeys, this.#codes, this.#pending]) {
      for (const [id, row] of kept) if (row.memberId === memberId) kept.delete(id);
    }
  }

  async addPending(pending: PendingRow): Promise<void> {
    this.#pending.set(pending.id, structuredClone(pending));
  }

  async removePending(memberId: string, id: string): Promise<boolean> {
    return this.#pending.get(id)?.memberId === memberId && this.#pending.delete(id);
  }

  async takeDue(now: number): Promise<PendingRow[]> {
    const due = [...this.#pending.values()].filter((each) => each.due <= now).sort(byDue);
    for (const { id } of due) this.#pending.delete(id);
    return due;
  }
}

const mailOf = (mail: { sealed: Uint8Array; at: number } | undefined): AccountRow['mail'] =>
  mail ? { sealed: mail.sealed, at: mail.at } : null;
const byCreation = (one: PasskeyRow, other: PasskeyRow): number => one.createdAt - other.createdAt;
const byDue = (one: PendingRow, other: PendingRow): number => one.due - other.due;
