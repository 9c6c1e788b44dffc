import type { SessionRow } from './ports/session-store.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** In ms. `kept`: how long the row of an account session stays, so that a talk which is on can outlast its 12 hours. */
export const SESSION_LIFE = { idle: 30 * MINUTE, account: 12 * HOUR, kept: 36 * HOUR } as const;

/** When an account session ends, however busy it is. */
export const absoluteEnd = ({ createdAt }: Pick<SessionRow, 'createdAt'>): number => createdAt + SESSION_LIFE.account;

/** When a session next may end by itself, ms, later than `at`; a guest's and an account's each by their own rules. */
export function nextEnd({ kind, seenAt, createdAt, expiresAt }: SessionRow, at: number): number {
  const ends = kind === 'device' ? [expiresAt] : [seenAt + SESSION_LIFE.idle, absoluteEnd({ createdAt }), expiresAt];
  return Math.min(...ends.filter((end) => end > at));
}

/**
 * Whether a session has not come to its end by itself at `at` (ms). A guest's ends after the days that the host set; an account's
 * 30 minutes after its last use (SE4) or 12 hours after signing in (SE5), but not in the midst of a talk.
 */
export function isAlive<Row extends SessionRow>(session: Row, at: number, inTalk: (session: Row) => boolean): boolean {
  if (at >= session.expiresAt) return false;
  if (session.kind === 'device') return true;
  return (at - session.seenAt < SESSION_LIFE.idle && at < absoluteEnd(session)) || inTalk(session);
}
