export const SPACE_REFUSALS = [
  'no-such-invite',
  'invite-expired',
  'invite-revoked',
  'invite-used',
  'room-is-full',
  'already-a-member',
  'not-a-member',
  'no-such-request',
  'request-settled',
  'partner-missing',
  'one-at-a-time',
  'no-such-guide',
  'name-missing',
  /** Another role's to do: the rights matrix of the space says no. */
  'not-yours-to-change',
  'no-such-guest',
  'guest-settled',
  'secrets-missing',
  'no-such-time',
  /** What both have to agree to, and do not, or no longer. Also where a kept talk is followed alone (CO4). */
  'needs-consent',
  /** Another wording is to be consented to meanwhile, or there is nothing of this kind to consent to. */
  'consent-changed',
  /** A partner has left: nothing new begins here. */
  'space-closed',
  /** FI3. One answer for every cause. */
  'needs-a-facilitator',
  'one-a-day',
] as const;

export type SpaceRefusal = (typeof SPACE_REFUSALS)[number];
