import { digest } from 'lib0/hash/sha256';
import { encodeUtf8 } from 'lib0/string';

/**
 * Names one exact wording: SHA-256 in hex (64 characters). What a person agrees to is a version, never whatever the text has
 * become meanwhile. A version outlives its words in the log, so it starts from something random that does not: `guid` is the
 * document's incarnation, which goes with the document. Without it nobody can find out by guessing what was said (KP2).
 * Computed here, since browsers offer no hash on a page without https.
 */
export const versionOf = (guid: string, place: string, words: string | null): string =>
  Array.from(digest(encodeUtf8(JSON.stringify([guid, place, words]))), hex).join('');

const hex = (byte: number): string => byte.toString(16).padStart(2, '0');
