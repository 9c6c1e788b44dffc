/** Why something about signing in, factors or sessions is refused. The sentences are the client's, as for all refusals. */
export const ACCOUNT_REFUSALS = [
  /** AC3. The one answer to every sign-in that fails, whatever did not fit. */
  'wrong-sign-in',
  /** AC5. What was asked for needs a sign-in within the last five minutes. */
  'sign-in-again',
  'name-taken',
  'password-weak',
  /** The six digits while an authenticator app is being added. */
  'wrong-code',
  'passkey-not-taken',
  /** AC7. The only way back in is not removed. */
  'last-way-in',
  /** AC9. Looking after a couple needs a passkey, or a password and an app. */
  'needs-a-factor',
  /** The page is locked; the app PIN opens it. */
  'locked',
  'wrong-pin',
] as const;

export type AccountRefusal = (typeof ACCOUNT_REFUSALS)[number];
