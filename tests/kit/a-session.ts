import type { SessionRow } from '@turnward/server/ports/session-store.ts';

/** A guest's session on their device; what matters to a test is given. */
export const aSession = (given: Partial<SessionRow> = {}): SessionRow => ({
  idHash: 'h1',
  memberId: 'ada',
  device: 'Firefox on Linux',
  kind: 'device',
  createdAt: 0,
  expiresAt: Number.POSITIVE_INFINITY,
  authAt: 0,
  strong: false,
  seenAt: 0,
  lockedAt: null,
  ...given,
});
