import { createSecretKey, randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { seal, unseal } from '../keys/seal.ts';
import type { TotpRow } from '../ports/account-store.ts';
import type { KeyProvider } from '../ports/key-provider.ts';

const STEP = 30;
/** Clocks that differ by half a minute are forgiven. */
const WINDOW = 1;
const placeOf = (memberId: string) => `totp|${memberId}`;

export const newAppSecret = (): string => new Secret({ size: 20 }).base32;

/** The address that a QR code shows to the app: it names this place and the sign-in name, and nobody else. */
export const appUri = (secret: string, signInName: string, host: string): string =>
  appOf(secret, { issuer: host, label: signInName }).toString();

/** The time step whose digits these are, at `now` (ms); undefined where they are none of the last, this or the next. */
export function stepOf(secret: string, code: string, now: number): number | undefined {
  const delta = appOf(secret).validate({ token: code, timestamp: now, window: WINDOW });
  return delta === null ? undefined : Math.floor(now / 1000 / STEP) + delta;
}

/** Under a key of its own, which only the key-encryption key opens. */
export async function sealAppSecret(
  keys: KeyProvider,
  memberId: string,
  secret: string,
): Promise<Omit<TotpRow, 'countsFrom'>> {
  const key = randomBytes(32);
  const { kekId, wrapped } = await keys.wrap(key);
  return { kekId, wrapped, sealed: seal(createSecretKey(key), secret, placeOf(memberId)) };
}

export async function openAppSecret(
  keys: KeyProvider,
  memberId: string,
  { kekId, wrapped, sealed }: TotpRow,
): Promise<string> {
  const key = await keys.unwrap(kekId, wrapped);
  return unseal(createSecretKey(Buffer.from(key)), sealed, placeOf(memberId)).toString();
}

const appOf = (secret: string, named: { issuer?: string; label?: string } = {}): TOTP =>
  new TOTP({ ...named, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: STEP });
