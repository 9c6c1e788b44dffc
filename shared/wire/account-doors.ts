import { z } from 'zod';

/**
 * The doors of accounts and sessions. As in doors.ts: POST with a JSON body except those that only look; a refusal is
 * `{ "refusal": "<reason>" }`; `password-weak` comes with `hint`. 401 `signed-out`, 403 `sign-in-again`, 429 `too-many`,
 * 409 otherwise. A person without factors is a guest on this device; the first factor makes them a member, and this device's
 * session an account session with a new secret. Those about mail are there where the host has set a mail server up (ML1).
 *
 * | request                           | body              | answer              |                                            |
 * |-----------------------------------|-------------------|---------------------|--------------------------------------------|
 * | GET  /api/account                 |                   | Account             |                                            |
 * | POST /api/account/begin           | {}                | Account             | signs a new guest in where nobody is: to add a way in |
 * | POST /api/account/passkey/options | {}                | for the browser     | step-up                                    |
 * | POST /api/account/passkey         | { response }      | Account             | within five minutes of its options         |
 * | POST /api/account/password        | NewPassword       | Account             | step-up; sets or changes name and password |
 * | POST /api/account/password/look   | PasswordLook      | PasswordStrength    | nothing is kept                            |
 * | POST /api/account/totp/start      | {}                | TotpStart           | step-up; a password comes first            |
 * | POST /api/account/totp            | { code }          | Account             | step-up; from here on the password asks it |
 * | POST /api/account/recovery        | {}                | RecoveryCodes       | step-up; shown once                        |
 * | POST /api/account/remove          | Removal           | Account             | step-up; may wait, see `pending`           |
 * | POST /api/account/pending/cancel  | { id }            | Account             | any session of this person                 |
 * | GET  /api/sessions                |                   | SessionList         |                                            |
 * | POST /api/sessions/end            | { id }            | SessionList         | 404 where it is not theirs                 |
 * | POST /api/sessions/end-others     | {}                | SessionList         |                                            |
 * | POST /api/sessions/stay           | {}                | 204                 | the page is in use: puts off the idle end  |
 * | POST /api/sign-in/passkey/options | {}                | for the browser     |                                            |
 * | POST /api/sign-in/passkey         | { response }      | Me                  |                                            |
 * | POST /api/sign-in/password        | PasswordSignIn    | Me                  | `code` where they set an app up            |
 * | POST /api/sign-in/recovery        | { code }          | Me                  | the code names the person and is used up   |
 * | POST /api/account/mail            | { address }       | 204                 | step-up; digits go to the address          |
 * | POST /api/account/mail/confirm    | { code }          | Account             | step-up; another address waits, see `pending` |
 * | POST /api/sign-in/mail            | { address }       | 204                 | whether or not anybody has it              |
 * | POST /api/sign-in/mail/use        | { secret, code? } | Me                  | `secret` stood in the fragment of the link |
 * | POST /api/account/mail/stop       | { secret }        | 204                 | cancels what the mail was about; nobody need be signed in |
 * | POST /api/step-up/passkey/options | {}                | for the browser     | signed in; their own passkeys only         |
 * | POST /api/step-up/passkey         | { response }      | Account             | new secret, the old one is dead            |
 * | POST /api/step-up/password        | PasswordStepUp    | Account             | the same                                   |
 */
const base64url = (atMost: number) =>
  z
    .string()
    .min(1)
    .max(atMost)
    .regex(/^[A-Za-z0-9_-]+=*$/);
/** What the browser reports beside the proof; nothing of it is kept. */
const besides = {
  type: z.literal('public-key'),
  clientExtensionResults: z.record(z.string().max(64), z.unknown()),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).nullish(),
};

/** `PublicKeyCredential.toJSON()` of a passkey that was just made. */
export const passkeyCreatedSchema = z.strictObject({
  response: z.strictObject({
    id: base64url(1400),
    rawId: base64url(1400),
    ...besides,
    response: z.strictObject({
      clientDataJSON: base64url(4000),
      attestationObject: base64url(8000),
      authenticatorData: base64url(4000).nullish(),
      transports: z.array(z.string().max(32)).max(10).nullish(),
      publicKeyAlgorithm: z.int().nullish(),
      publicKey: base64url(4000).nullish(),
    }),
  }),
});

/** `PublicKeyCredential.toJSON()` of a passkey that was just used. */
export const passkeyUsedSchema = z.strictObject({
  response: z.strictObject({
    id: base64url(1400),
    rawId: base64url(1400),
    ...besides,
    response: z.strictObject({
      clientDataJSON: base64url(4000),
      authenticatorData: base64url(4000),
      signature: base64url(2000),
      userHandle: base64url(200).nullish(),
    }),
  }),
});

export const PASSWORD_LEAST = 10;
const PASSWORD_MOST = 200;
/** Chosen by the person; case makes no difference, and no e-mail is needed. */
const signInName = z.string().trim().min(3).max(60);
/** Any text: what is too short or too plain is `password-weak`, which says why. */
const newPassword = z.string().max(PASSWORD_MOST);
const password = z.string().min(1).max(PASSWORD_MOST);
/** Six digits; spaces are forgiven. */
const totpCode = z
  .string()
  .max(12)
  .transform((code) => code.replaceAll(/\s/g, ''));

export const nothingSchema = z.strictObject({});
export const newPasswordSchema = z.strictObject({ signInName, password: newPassword });
export const passwordLookSchema = z.strictObject({ signInName: z.string().max(60), password: newPassword });
export const totpSchema = z.strictObject({ code: totpCode });
export const removalSchema = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('passkey'), id: z.string().max(64) }),
  z.strictObject({ what: z.enum(['password', 'totp', 'recovery', 'mail', 'account']) }),
]);
export const namedSchema = z.strictObject({ id: z.string().min(1).max(64) });
export const passwordSignInSchema = z.strictObject({ signInName, password, code: totpCode.exactOptional() });
export const passwordStepUpSchema = z.strictObject({ password, code: totpCode.exactOptional() });
/** As shown, `xxxx-xxxx-…`; case, spaces and dashes are forgiven. */
export const recoverySignInSchema = z.strictObject({ code: z.string().min(1).max(80) });

/** An address of one's own; what stands in it is for the mail server to judge. */
const mailAddress = z
  .string()
  .trim()
  .max(254)
  .regex(/^[^\s@<>(),;:"\\]+@[^\s@<>(),;:"\\]+$/);
export const mailAddressSchema = z.strictObject({ address: mailAddress });
/** Eight digits; spaces are forgiven. */
export const mailCodeSchema = z.strictObject({
  code: z
    .string()
    .max(16)
    .transform((code) => code.replaceAll(/\s/g, '')),
});
const mailSecret = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
export const mailSignInSchema = z.strictObject({ secret: mailSecret, code: totpCode.exactOptional() });
export const mailStopSchema = z.strictObject({ secret: mailSecret });

export type MailSignIn = z.input<typeof mailSignInSchema>;
export type PasskeyCreated = z.infer<typeof passkeyCreatedSchema>;
export type PasskeyUsed = z.infer<typeof passkeyUsedSchema>;
export type NewPassword = z.infer<typeof newPasswordSchema>;
export type PasswordLook = z.infer<typeof passwordLookSchema>;
export type Removal = z.infer<typeof removalSchema>;
export type PasswordSignIn = z.input<typeof passwordSignInSchema>;
export type PasswordStepUp = z.input<typeof passwordStepUpSchema>;
export type RecoverySignIn = z.infer<typeof recoverySignInSchema>;

/**
 * What a person is told of their own ways in. Times in ms. `label` is made by the server. `stepUpNeeded`: whether the next door
 * marked step-up would answer `sign-in-again`. `others`: how many other sessions they have; whoever changes their ways in is asked
 * whether these should end (AC12). `mayLead`: whether these factors, and this sign-in, are enough for a facilitator (AC9).
 */
export type Account = {
  memberId: string;
  signInName: string | null;
  passkeys: { id: string; label: string; createdAt: number }[];
  hasPassword: boolean;
  hasTotp: boolean;
  recoveryLeft: number;
  /** Null where this place sends no mail (ML1). */
  mail: { address: string | null } | null;
  pending: PendingChange[];
  session: 'device' | 'account';
  stepUpNeeded: boolean;
  mayLead: boolean;
  others: number;
};
/** AC7. A change that waits until `at`, so that whoever did not ask for it can cancel it from any of their sessions. */
export type PendingChange = { id: string; what: Removal['what'] | 'new-recovery'; label: string | null; at: number };

/** Why a password is not taken, or what would make it better; null where it is fine. */
export type PasswordHint = 'too-short' | 'has-the-name' | 'too-common' | 'easy-pattern' | 'more-words';
export type PasswordStrength = { enough: boolean; hint: PasswordHint | null };
/** For the authenticator app: `uri` as a QR code, `secret` (base32) to type. */
export type TotpStart = { secret: string; uri: string };
/** Ten codes. `from`: when they begin to count, in ms; later than now where the change waits (AC7). */
export type RecoveryCodes = { codes: string[]; from: number };

/** `id` opens nothing. `device` is made by the server. `here`: the one that asks. `kind`: see Account. */
export type SessionLine = {
  id: string;
  device: string;
  kind: 'device' | 'account';
  createdAt: number;
  seenAt: number;
  here: boolean;
};
export type SessionList = { sessions: SessionLine[] };
