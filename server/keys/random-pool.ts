import { randomBytes } from 'node:crypto';

const POOL_BYTES = 16 * 1024;

let pool = Buffer.alloc(0);
let taken = 0;

/** Random bytes out of a pool, so that one call to the system serves many nonces and keys. No byte is handed out twice. */
export function takeRandom(size: number): Buffer {
  if (taken + size > pool.length) {
    pool = randomBytes(Math.max(POOL_BYTES, size));
    taken = 0;
  }
  taken += size;
  return pool.subarray(taken - size, taken);
}
