import { randomInt } from 'node:crypto';

/** No I, L, O, 0 or 1: letters that can be told apart when read aloud or written down. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const LENGTH = 8;

/** Eight letters, about 39 bits: enough for 15 minutes behind a rate limit. Shown as `ABCD-EFGH`. */
export function newSpokenCode(): string {
  const letters = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]);
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}

/** Case, spaces and dashes are forgiven; anything else that is no code gives undefined. */
export function normalCode(typed: string): string | undefined {
  const letters = typed.toUpperCase().replace(/[\s-]/g, '');
  const valid = letters.length === LENGTH && [...letters].every((letter) => LETTERS.includes(letter));
  return valid ? letters : undefined;
}
