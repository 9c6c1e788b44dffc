import { createSecretKey, type KeyObject } from 'node:crypto';
import type { StreamName } from '@turnward/shared/kernel/stream.ts';
import { takeRandom } from './random-pool.ts';
import { seal, unseal } from './seal.ts';

/** The event that words belong to. They open nowhere else. */
export type Place = { spaceId: string; stream: StreamName; seq: number };

/** Words under a key of their own, and that key under the stream key. Either is worthless without the other. */
export type SealedWords = { body: Uint8Array; wrappedKey: Uint8Array };

// JSON rather than a joined text, so that no two places can read the same.
const bodyPlace = ({ spaceId, stream, seq }: Place): string => JSON.stringify([spaceId, stream, seq]);
const keyPlace = (place: Place): string => `key ${bodyPlace(place)}`;

/** KE1. `json` is the words as JSON. */
export function sealWords(json: string, place: Place, streamKey: KeyObject): SealedWords {
  const bytes = takeRandom(32);
  const body = seal(createSecretKey(bytes), json, bodyPlace(place));
  return { body, wrappedKey: seal(streamKey, bytes, keyPlace(place)) };
}

/** The words as JSON. Throws where anything was changed or moved (KE2). */
export function openWords(sealed: SealedWords, place: Place, streamKey: KeyObject): string {
  const bytes = unseal(streamKey, sealed.wrappedKey, keyPlace(place));
  return unseal(createSecretKey(bytes), sealed.body, bodyPlace(place)).toString('utf8');
}
