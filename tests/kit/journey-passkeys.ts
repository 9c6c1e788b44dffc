import type { CDPSession, Page } from 'playwright-core';

/** A device's own store of passkeys, that always agrees; Chromium's virtual authenticator. */
export type Keys = { session: CDPSession; authenticatorId: string };

/** Gives the device of this page a place for passkeys. Passkeys belong to a name: the page must be at `localhost`. */
export async function withPasskeys(page: Page): Promise<Keys> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { session, authenticatorId };
}

/** The same person's other device gets the passkeys of this one, as a password manager brings them there. */
export async function bringAlong(from: Keys, to: Keys): Promise<void> {
  const { credentials } = await from.session.send('WebAuthn.getCredentials', { authenticatorId: from.authenticatorId });
  for (const credential of credentials) {
    await to.session.send('WebAuthn.addCredential', { authenticatorId: to.authenticatorId, credential });
  }
}

export const passkeysOn = async ({ session, authenticatorId }: Keys): Promise<number> =>
  (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length;

/** The server under its name instead of its number. */
export const named = (origin: string): string => origin.replace('127.0.0.1', 'localhost');

/** Adds a passkey on the page of one's account. */
export async function addPasskey(page: Page): Promise<void> {
  const before = await page.getByTestId('passkey').count();
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByTestId('passkey').nth(before).waitFor();
}

export async function signInWithPasskey(page: Page): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
}
