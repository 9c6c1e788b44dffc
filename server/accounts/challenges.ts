/** AC2. A challenge is for one purpose, once, for five minutes. */
const LIVES = 5 * 60_000;
const MOST = 10_000;

type Purpose = { for: 'add' | 'step-up'; memberId: string } | { for: 'sign-in' };

/** Challenges that were handed out. The oldest go where there are too many. */
export class Challenges {
  readonly #now: () => number;
  readonly #open = new Map<string, Purpose & { until: number }>();

  constructor(now: () => number) {
    this.#now = now;
  }

  add(challenge: string, purpose: Purpose): void {
    this.#open.set(challenge, { ...purpose, until: this.#now() + LIVES });
    const [oldest] = this.#open.keys();
    if (this.#open.size > MOST && oldest !== undefined) this.#open.delete(oldest);
  }

  /** Uses it up, whatever it was for. */
  take(challenge: string, purpose: Purpose): boolean {
    const found = this.#open.get(challenge);
    this.#open.delete(challenge);
    if (!found || found.until <= this.#now() || found.for !== purpose.for) return false;
    return found.for === 'sign-in' || (purpose.for !== 'sign-in' && found.memberId === purpose.memberId);
  }
}
