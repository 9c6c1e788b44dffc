import { createHash, randomBytes } from 'node:crypto';

/** Bytes of a tag: no two keys get the same one. */
const BYTES = 12;

/** ES5. What tells a stream key from all others, whatever its id. */
export const newTag = (): string => randomBytes(BYTES).toString('base64url');

/** ES5. The same for a body's key: its wrapped form has a nonce of its own, and is never wrapped anew. */
export const tagOfBodyKey = (wrapped: Uint8Array): string =>
  createHash('sha256').update(wrapped).digest().subarray(0, BYTES).toString('base64url');
