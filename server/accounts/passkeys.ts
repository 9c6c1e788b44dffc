import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { PasskeyCreated, PasskeyUsed } from '@turnward/shared/wire/account-doors.ts';
import type { AccountRow, AccountStore, PasskeyRow } from '../ports/account-store.ts';
import { Challenges } from './challenges.ts';

/** ECDSA on P-256, and RSA: what every authenticator has. */
const ALGORITHMS = [-7, -257];
const TIMEOUT = 5 * 60_000;

/** Where the page was served from: its own origin, which the door has checked. */
export type Place = { origin: string };
const hostOf = ({ origin }: Place): string => new URL(origin).hostname;

/** AC2. Passkeys that a person can choose without typing a name, and that ask them for a gesture or PIN each time. */
export function openPasskeys({ store, now }: { store: AccountStore; now: () => number }) {
  const challenges = new Challenges(now);

  /** The passkey that signed a challenge of ours, if it did. */
  const used = async ({ response }: PasskeyUsed, place: Place, memberId?: string): Promise<PasskeyRow | undefined> => {
    const purpose = memberId === undefined ? ({ for: 'sign-in' } as const) : ({ for: 'step-up', memberId } as const);
    const passkey = await store.passkey(response.id);
    if (!challenges.take(challengeIn(response.response.clientDataJSON), purpose)) return undefined;
    if (!passkey || (memberId !== undefined && passkey.memberId !== memberId)) return undefined;
    const { id, counter } = passkey;
    const credential = { id, publicKey: new Uint8Array(passkey.publicKey), counter };
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: response as Parameters<typeof verifyAuthenticationResponse>[0]['response'],
      expectedChallenge: challengeIn(response.response.clientDataJSON),
      expectedOrigin: place.origin,
      expectedRPID: hostOf(place),
      credential,
      requireUserVerification: true,
    }).catch(() => ({ verified: false as const, authenticationInfo: undefined }));
    if (!verified || !authenticationInfo) return undefined;
    await store.countPasskey(id, authenticationInfo.newCounter);
    return passkey;
  };

  return {
    async toAdd(account: AccountRow, place: Place) {
      const name = account.password?.name ?? hostOf(place);
      const options = await generateRegistrationOptions({
        rpName: hostOf(place),
        rpID: hostOf(place),
        userID: new TextEncoder().encode(account.memberId),
        userName: name,
        userDisplayName: name,
        attestationType: 'none',
        timeout: TIMEOUT,
        excludeCredentials: account.passkeys.map(({ id }) => ({ id })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        supportedAlgorithmIDs: ALGORITHMS,
      });
      challenges.add(options.challenge, { for: 'add', memberId: account.memberId });
      return options;
    },

    /** What is to be kept of a passkey that was just made; undefined where it is not what was asked for. */
    async added(memberId: string, { response }: PasskeyCreated, place: Place) {
      const challenge = challengeIn(response.response.clientDataJSON);
      if (!challenges.take(challenge, { for: 'add', memberId })) return undefined;
      const { registrationInfo } = await verifyRegistrationResponse({
        response: response as Parameters<typeof verifyRegistrationResponse>[0]['response'],
        expectedChallenge: challenge,
        expectedOrigin: place.origin,
        expectedRPID: hostOf(place),
        requireUserVerification: true,
        supportedAlgorithmIDs: ALGORITHMS,
      }).catch(() => ({ registrationInfo: undefined }));
      if (!registrationInfo) return undefined;
      const { id, publicKey, counter } = registrationInfo.credential;
      return { id, publicKey, counter, transports: response.response.transports ?? [] };
    },

    async toSignIn(place: Place) {
      const options = await generateAuthenticationOptions({
        rpID: hostOf(place),
        timeout: TIMEOUT,
        userVerification: 'required',
      });
      challenges.add(options.challenge, { for: 'sign-in' });
      return options;
    },

    async toStepUp({ memberId, passkeys }: AccountRow, place: Place) {
      const options = await generateAuthenticationOptions({
        rpID: hostOf(place),
        timeout: TIMEOUT,
        userVerification: 'required',
        allowCredentials: passkeys.map(({ id }) => ({ id })),
      });
      challenges.add(options.challenge, { for: 'step-up', memberId });
      return options;
    },

    signedIn: (response: PasskeyUsed, place: Place) => used(response, place),
    steppedUp: (memberId: string, response: PasskeyUsed, place: Place) => used(response, place, memberId),
  };
}

/** The challenge that the browser says it signed; empty where that can't be read. Verifying holds it against the signature. */
function challengeIn(clientDataJSON: string): string {
  try {
    const { challenge } = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString()) as { challenge?: unknown };
    return typeof challenge === 'string' ? challenge : '';
  } catch {
    return '';
  }
}
