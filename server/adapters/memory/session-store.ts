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

  async listOf(memberId: string, now: number): Promise<SessionRow[]> {
    return [...this.#rows.values()]
      .filter((row) => row.memberId === memberId && row.expiresAt > now)
      .sort((one, other) => other.createdAt - one.createdAt)
      .map((row) => ({ ...row }));
  }

  async replace(idHash: string, session: SessionRow): Promise<boolean> {
    if (!this.#rows.delete(idHash)) return false;
    await this.add(session);
    return true;
  }

  async touch(idHash: string, seenAt: number): Promise<void> {
    this.#change(idHash, { seenAt });
  }

  async lock(idHash: string, lockedAt: number | null): Promise<void> {
    this.#change(idHash, { lockedAt });
  }

  async end(idHash: string): Promise<void> {
    this.#rows.delete(idHash);
  }

  async sweep(now: number): Promise<number> {
    const expired = [...this.#rows.values()].filter(({ expiresAt }) => expiresAt <= now);
    for (const { idHash } of expired) this.#rows.delete(idHash);
    return expired.length;
  }

  #change(idHash: string, change: Partial<SessionRow>): void {
    const row = this.#rows.get(idHash);
    if (row) this.#rows.set(idHash, { ...row, ...change });
  }
}
