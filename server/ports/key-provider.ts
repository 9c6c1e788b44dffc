/**
 * Wraps stream keys with a key-encryption key (KEK) that never leaves the provider. `kekId` says which key wrapped, so that
 * keys can be rotated. Every method rejects where it can't do its work; then nothing may be stored.
 */
export interface KeyProvider {
  readonly currentKekId: string;
  /** Up to 4 KiB in; an opaque wrapped form out. */
  wrap(key: Uint8Array): Promise<Wrapped>;
  /** Rejects where the key-encryption key is unknown or the bytes were changed. */
  unwrap(kekId: string, wrapped: Uint8Array): Promise<Uint8Array>;
  /** Looks whether the operator made another key current. */
  refresh(): Promise<void>;
  /** Nothing is wrapped any more by any other key than the current one and these. Answers with the ids it let go of. */
  keepOnly(kekIds: ReadonlySet<string>): Promise<string[]>;
}

export type Wrapped = { kekId: string; wrapped: Uint8Array };

/** The provider could not be asked now; asked again later it may answer. Its message is for the operator. */
export class KeysOutOfReach extends Error {}
