import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { PASSWORD_LEAST, type PasswordHint, type PasswordStrength } from '@turnward/shared/wire/account-doors.ts';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/** argon2id (the library's default) at OWASP's first choice: 19 MiB, two passes. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Of 0 to 4: what would take more than 10^8 guesses. */
const SCORE_ENOUGH = 3;
/** So much is looked at; the rest of a long password only makes it better. */
const LOOKED_AT = 100;

const meter = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
/** What a password is held against where there is none, so that an unknown name takes as long (AC3). */
const nobodys = hash(randomBytes(32), COST);

export const hashPassword = (password: string): Promise<string> => hash(password, COST);

/** AC3. Takes as long for nobody's password as for somebody's. */
export async function isPassword(stored: string | undefined, password: string): Promise<boolean> {
  const fits = await verify(stored ?? (await nobodys), password);
  return fits && stored !== undefined;
}

/** AC4. Whether it withstands guessing, and what would help. */
export function passwordStrength(signInName: string, password: string): PasswordStrength {
  const hint = hintFor(signInName.trim().toLowerCase(), password);
  return { enough: hint === null, hint };
}

function hintFor(name: string, password: string): PasswordHint | null {
  if ([...password].length < PASSWORD_LEAST) return 'too-short';
  if (name.length >= 3 && password.toLowerCase().includes(name) && password.length - name.length < PASSWORD_LEAST) {
    return 'has-the-name';
  }
  const { score, sequence } = meter.check(password.slice(0, LOOKED_AT), [name, 'turnward']);
  if (score >= SCORE_ENOUGH) return null;
  const patterns = new Set(sequence.map(({ pattern }) => pattern));
  if (patterns.size === 1 && patterns.has('dictionary')) return 'too-common';
  return ['spatial', 'repeat', 'sequence', 'date'].some((each) => patterns.has(each)) ? 'easy-pattern' : 'more-words';
}
