/** Wrong PINs in a row on one device, and when the last was tried, ms. */
export type WrongTries = { count: number; at: number };

/** Everybody's app PIN, and how often it was guessed wrong by device. Holds hashes only. */
export interface AppLockStore {
  /** The argon2id hash of this person's PIN; undefined where they set none. */
  pinOf(memberId: string): Promise<string | undefined>;
  /** Null takes it away. */
  setPin(memberId: string, hash: string | null): Promise<void>;
  /** `device` is the id hash of a session; nothing wrong yet is `{ count: 0, at: 0 }`. */
  triesOn(device: string): Promise<WrongTries>;
  setTries(device: string, tries: WrongTries): Promise<void>;
  /** Forgets tries of which the last was before `before`, ms; returns how many devices had some. */
  sweep(before: number): Promise<number>;
}
