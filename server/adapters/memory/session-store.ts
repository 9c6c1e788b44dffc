import type { SessionRow, SessionStore } from '../../ports/session-store.ts';

export class MemorySessionStore implements SessionStore {
  readonly #rows = new Map<string, SessionRow>();

  async add(session: SessionRow): Promise<void> {
    if (this.#rows.has(session.idHash)) throw new Error('There is a session of this id already');
    this.#rows.set(session.idHash, { ...session });
  }

  async find(idHash: string, now: number): Promise<SessionRow | undefined> {
    const row = this.#rows.get(idHash);
    return row && row.expiresAt > now ? { ...row } : undefined;
  }

  async end(idHash: string): Promise<void> {
    this.#rows.delete(idHash);
  }

  async sweep(now: number): Promise<number> {
    const expired = [...this.#rows.values()].filter(({ expiresAt }) => expiresAt <= now);
    for (const { idHash } of expired) this.#rows.delete(idHash);
    return expired.length;
  }
}
