import { randomBytes } from 'node:crypto';
import { sha256 } from '../session.ts';

const CODES = 10;
const BYTES = 16;
const GROUP = 4;

/** AC6. Ten codes of 128 random bits, and what is stored of them. */
export function newRecoveryCodes(): { codes: string[]; hashes: string[] } {
  const codes = Array.from({ length: CODES }, () => {
    const hex = randomBytes(BYTES).toString('hex');
    return (hex.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-');
  });
  return { codes, hashes: codes.map(recoveryHash) };
}

/** Case, spaces and dashes are forgiven. */
export const recoveryHash = (code: string): string => sha256(code.toLowerCase().replaceAll(/[^0-9a-f]/g, ''));
