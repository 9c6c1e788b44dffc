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

/** A change that waits (AC7). `hashes` are those of the recovery codes to come. */
export type WaitingChange =
  | { what: 'passkey'; passkeyId: string; label: string }
  | { what: 'password' | 'totp' | 'recovery' }
  | { what: 'new-recovery'; hashes: string[] };
export type PendingRow = { id: string; memberId: string; change: WaitingChange; due: number };

/** All ways in of one person; somebody without any has an empty one. `hash` is argon2id's own text. */
export type AccountRow = {
  memberId: string;
  password: { name: string; hash: string; at: number } | null;
  totp: TotpRow | null;
  /** The oldest first. */
  passkeys: PasskeyRow[];
  recovery: { left: number; at: number };
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

  addPending(pending: PendingRow): Promise<void>;
  /** False where it is not there, or somebody else's. */
  removePending(memberId: string, id: string): Promise<boolean>;
  /** Takes out what is due at `now`. */
  takeDue(now: number): Promise<PendingRow[]>;
}
