import type { TokenRow, TokenStore } from '../../ports/token-store.ts';

export class MemoryTokenStore implements TokenStore {
  readonly #rows = new Map<string, TokenRow>();

  async add(token: TokenRow): Promise<void> {
    if (this.#rows.has(token.hash)) throw new Error('There is a token of this hash already');
    this.#rows.set(token.hash, { ...token });
  }

  async look(hash: string, now: number): Promise<TokenRow | undefined> {
    const row = this.#rows.get(hash);
    return row && row.expiresAt > now ? { ...row } : undefined;
  }

  async take(hash: string, now: number): Promise<TokenRow | undefined> {
    const row = await this.look(hash, now);
    // Of those who looked at once, the one who deletes it gets it (ST5).
    return row && this.#rows.delete(hash) ? row : undefined;
  }

  async removeOf(subject: string): Promise<void> {
    for (const [hash, row] of this.#rows) if (row.subject === subject) this.#rows.delete(hash);
  }

  async sweep(now: number): Promise<number> {
    const expired = [...this.#rows.values()].filter(({ expiresAt }) => expiresAt <= now);
    for (const { hash } of expired) this.#rows.delete(hash);
    return expired.length;
  }
}
