import { createHash } from 'node:crypto';
import type { DocumentRow } from './document-rows.ts';
import type { StreamKey, StreamKeys } from './stream-keys.ts';

/**
 * All keys that a document ever has are the keys of a stream of this name, which stays with their overwritten rows. The
 * incarnation must not: versions of words start from it, and outlive them (KP2).
 */
export const documentKeys = (incarnation: string): string =>
  `document:${createHash('sha256').update(incarnation).digest('base64url')}`;

/** The key of what is in the document; where it has none yet, its first. Undefined where it was destroyed. */
export function currentKey(keys: StreamKeys, { incarnation, key_id }: DocumentRow) {
  return key_id === null ? keyAfter(keys, incarnation, null) : keys.byId(key_id);
}

/** Keys are told apart by the one they follow, so that a compaction tried again uses the key that was made for it. */
export function keyAfter(keys: StreamKeys, incarnation: string, keyId: number | null): StreamKey | Promise<StreamKey> {
  return keys.forSealing(documentKeys(incarnation), `after ${keyId ?? 'nothing'}`);
}

/** What a row is sealed for: it opens nowhere else (DS6). JSON, so that no two places can read the same. */
export const rowPlace = (incarnation: string, row: number): string => JSON.stringify([incarnation, row]);
