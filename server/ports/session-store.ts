/**
 * A session: one person on one device. `idHash` is SHA-256 of the cookie's secret, hex; the secret is never stored. Times in ms.
 */
export type SessionRow = {
  idHash: string;
  memberId: string;
  /** Made by the server from the user agent, e.g. "Firefox on Android"; never taken from the client. */
  device: string;
  /** `device`: a guest on this device, nothing else lets them in. `account`: made by signing in; ends when idle, and after 12 h. */
  kind: 'device' | 'account';
  createdAt: number;
  expiresAt: number;
  /** The last full sign-in; 0 where there was none. */
  authAt: number;
  /** Whether that sign-in was one that a facilitator needs: a passkey, or a password and an app (AC9). */
  strong: boolean;
  /** The last use, to the minute. */
  seenAt: number;
  /** Since when the app PIN is asked for; null while it is open. */
  lockedAt: number | null;
};

export interface SessionStore {
  add(session: SessionRow): Promise<void>;
  /** The session, unless it is unknown, ended, or expired at `now`; account sessions in a talk are found until swept. */
  find(idHash: string, now: number): Promise<SessionRow | undefined>;
  /** All sessions of a person that have not expired at `now`, the newest first. */
  listOf(memberId: string, now: number): Promise<SessionRow[]>;
  /** Puts a session in the place of another, in one step. False where that one has ended: nothing is added then. */
  replace(idHash: string, session: SessionRow): Promise<boolean>;
  touch(idHash: string, seenAt: number): Promise<void>;
  lock(idHash: string, lockedAt: number | null): Promise<void>;
  end(idHash: string): Promise<void>;
  /** Forgets what expired before `now`; returns how many. */
  sweep(now: number): Promise<number>;
}
