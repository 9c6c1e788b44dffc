import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { type KeyProvider, KeysOutOfReach, type Wrapped } from '../ports/key-provider.ts';

const ANSWER_MS = 5_000;

/** Ids of the service's keys stand in the store behind this, apart from those of a file or the environment. */
export const SERVICE = 'kms:';

const kekId = z.string().min(1).max(200);
const bytes = z.base64().min(1).max(16_384);
const answers = {
  current: z.object({ kekId }),
  wrap: z.object({ kekId, wrapped: bytes }),
  unwrap: z.object({ key: bytes }),
};

/**
 * KE10. A key service over HTTP: `POST /current {}` -> `{kekId}`, `POST /wrap {key}` -> `{kekId, wrapped}`, `POST /unwrap {kekId,
 * wrapped}` -> `{key}`; bytes in base64, a bearer token with each. What it wraps is unwrapped once before it is relied on. A key
 * that it wrapped by stays with it until the operator removes it there.
 */
export class ServiceKeys implements KeyProvider {
  readonly #url: string;
  readonly #token: string;
  #current = '';

  /** Rejects with a sentence for the operator where the service doesn't answer. */
  static async open(url: string, token: string): Promise<ServiceKeys> {
    const keys = new ServiceKeys(url, token);
    await keys.refresh();
    return keys;
  }

  private constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  get currentKekId(): string {
    return this.#current;
  }

  async wrap(key: Uint8Array): Promise<Wrapped> {
    const { kekId: id, wrapped: text } = await this.#ask('wrap', { key: base64(key) });
    const made = { kekId: SERVICE + id, wrapped: Buffer.from(text, 'base64') };
    const back = await this.unwrap(made.kekId, made.wrapped);
    if (back.length !== key.length || !timingSafeEqual(back, key)) {
      throw new KeysOutOfReach('The key service does not give back what it wrapped. Nothing was stored with it.');
    }
    return made;
  }

  async unwrap(id: string, wrapped: Uint8Array): Promise<Uint8Array> {
    const asked = { kekId: id.slice(SERVICE.length), wrapped: base64(wrapped) };
    return Buffer.from((await this.#ask('unwrap', asked)).key, 'base64');
  }

  async refresh(): Promise<void> {
    this.#current = SERVICE + (await this.#ask('current', {})).kekId;
  }

  async keepOnly(): Promise<string[]> {
    return [];
  }

  /** What is thrown from here names neither keys nor the token. */
  async #ask<Way extends keyof typeof answers>(way: Way, body: object): Promise<z.infer<(typeof answers)[Way]>> {
    const at = new URL(this.#url).host;
    const response = await fetch(`${this.#url}/${way}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.#token}` },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(ANSWER_MS),
    }).catch(() => {
      throw new KeysOutOfReach(`The key service at ${at} does not answer.`);
    });
    const said: unknown = await response.json().catch(() => undefined);
    if (response.status === 422) throw new Error(`The key service at ${at} can't unwrap this.`);
    if (!response.ok) throw new KeysOutOfReach(`The key service at ${at} refused (${response.status}).`);
    const parsed = answers[way].safeParse(said);
    if (!parsed.success) throw new KeysOutOfReach(`The key service at ${at} gave an answer that is none.`);
    return parsed.data as z.infer<(typeof answers)[Way]>;
  }
}

const base64 = (from: Uint8Array): string => Buffer.from(from).toString('base64');
