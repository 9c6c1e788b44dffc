/**
 * Wraps stream keys with a key-encryption key that never leaves the provider. `kekId` says which key wrapped, so that
 * keys can be rotated.
 */
export interface KeyProvider {
  readonly currentKekId: string;
  /** 32 bytes in; an opaque wrapped form out. */
  wrap(key: Uint8Array): Promise<{ kekId: string; wrapped: Uint8Array }>;
  /** Rejects where the key-encryption key is unknown or the bytes were changed. */
  unwrap(kekId: string, wrapped: Uint8Array): Promise<Uint8Array>;
}
