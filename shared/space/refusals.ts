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
  /** FI3. One answer for every cause. */
  'needs-a-facilitator',
  'one-a-day',
] as const;

export type SpaceRefusal = (typeof SPACE_REFUSALS)[number];
