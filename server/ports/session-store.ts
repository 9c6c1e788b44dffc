/** A session: one person on one device. `idHash` is SHA-256 of the cookie's secret, hex; the secret is never stored. */
export type SessionRow = {
  idHash: string;
  memberId: string;
  /** Made by the server from the user agent, e.g. "Firefox on Android"; never taken from the client. */
  device: string;
  createdAt: number;
  expiresAt: number;
};

export interface SessionStore {
  add(session: SessionRow): Promise<void>;
  /** The session, unless it is unknown, ended, or expired at `now` (ms). */
  find(idHash: string, now: number): Promise<SessionRow | undefined>;
  end(idHash: string): Promise<void>;
  /** Forgets what expired before `now`; returns how many. */
  sweep(now: number): Promise<number>;
}
