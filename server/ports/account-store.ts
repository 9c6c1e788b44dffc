import type { Wrapped } from './key-provider.ts';

/** A passkey. `countsFrom`: from when it is one that a facilitator needs (AC9). Times in ms. */
export type PasskeyRow = {
  id: string;
  memberId: string;
  /** COSE. */
  publicKey: Uint8Array;
  counter: number;
  transports: string[];
  /** Made by the server. */
  label: string;
  createdAt: number;
  countsFrom: number;
};

/** The secret of an authenticator app, sealed with a key of its own that the KeyProvider's `kekId` wrapped. */
export type TotpRow = { kekId: string; wrapped: Uint8Array; sealed: Uint8Array; countsFrom: number };

/** A change that waits (AC7). `hashes` are those of the recovery codes to come; `found` and `sealed` (base64) the address to come, if any. */
export type WaitingChange =
  | { what: 'passkey'; passkeyId: string; label: string }
  | { what: 'password' | 'totp' | 'recovery' | 'account' }
  | { what: 'new-recovery'; hashes: string[] }
  | { what: 'mail'; found?: string; sealed?: string };
export type PendingRow = { id: string; memberId: string; change: WaitingChange; due: number };

/** All ways in of one person; somebody without any has an empty one. `hash` is argon2id's own text. */
export type AccountRow = {
  memberId: string;
  password: { name: string; hash: string; at: number } | null;
  totp: TotpRow | null;
  /** The oldest first. */
  passkeys: PasskeyRow[];
  recovery: { left: number; at: number };
  /** An address that was confirmed (ML2). It is no way in that others rest on. */
  mail: { sealed: Uint8Array; at: number } | null;
  pending: PendingRow[];
};

/** Keeps the ways in. Every method is one step: it happens whole, or not at all where it rejects with a fault. */
export interface AccountStore {
  find(memberId: string): Promise<AccountRow>;
  /** Whose name this is; names are compared as `foldedName`. */
  memberNamed(foldedName: string): Promise<string | undefined>;
  passkey(id: string): Promise<PasskeyRow | undefined>;

  /** False where the name is another person's. */
  setPassword(memberId: string, set: { name: string; foldedName: string; hash: string; at: number }): Promise<boolean>;
  /** The name and the app go with it. */
  removePassword(memberId: string): Promise<void>;
  /** False where there is a passkey of this id already. */
  addPasskey(passkey: PasskeyRow): Promise<boolean>;
  countPasskey(id: string, counter: number): Promise<void>;
  removePasskey(memberId: string, id: string): Promise<void>;
  /** Only beside a password. */
  setTotp(memberId: string, totp: TotpRow | null): Promise<void>;
  /** Whether this time step is later than any that was spent; it is spent then. */
  spendTotp(memberId: string, step: number): Promise<boolean>;
  /** In place of all that were there. SHA-256, hex. */
  setRecovery(memberId: string, hashes: readonly string[], at: number): Promise<void>;
  /** Takes the code out: of any number of callers at once, one gets the person. */
  takeRecovery(hash: string): Promise<string | undefined>;

  /** Whose address is found by this hash. */
  memberWithMail(found: string): Promise<string | undefined>;
  /** In place of the one before. False where the address is another person's. */
  setMail(memberId: string, set: { found: string; sealed: Uint8Array; at: number }): Promise<boolean>;
  removeMail(memberId: string): Promise<void>;
  /** The key that addresses are sealed with, wrapped. */
  mailKey(): Promise<Wrapped | undefined>;
  /** Keeps the first that is given, and answers with that. */
  addMailKey(key: Wrapped): Promise<Wrapped>;

  /** AC11. All of this person’s ways in, their address, and what waits. */
  forget(memberId: string): Promise<void>;

  addPending(pending: PendingRow): Promise<void>;
  /** False where it is not there, or somebody else's. */
  removePending(memberId: string, id: string): Promise<boolean>;
  /** Takes out what is due at `now`. */
  takeDue(now: number): Promise<PendingRow[]>;
}
