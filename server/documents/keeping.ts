import type { Written } from './copy.ts';

/** Edits are collected so long at most, in ms, on one beat for all documents, which then share a commit; or until they are so many. */
const COLLECT_FOR = 50;
const COLLECT_MOST = 64;
/** A document is written anew once it lies in so many rows, or its rows hold so many updates (DS3). */
const MOST_ROWS = 200;
const MOST_UPDATES = 1_000;

type Parts<Mark> = {
  /** The rows it lies in, and the bytes in them. */
  rows: number[];
  bytes: number;
  append(updates: readonly Uint8Array[]): Promise<Written>;
  compact(rows: readonly number[]): Promise<Written>;
  /** Taken with the edits that are about to be saved; handed back once they are durable. */
  mark(): Mark;
  saved(mark: Mark): void;
  /** Nothing is saved any more. `fault` is absent where the document was destroyed. */
  ended(fault?: { error: unknown }): void;
};

/** DO6. Brings the edits of one document to the store: one save at a time, in order, and says `saved` after it, never before. */
export class Keeping<Mark> {
  readonly #parts: Parts<Mark>;
  #rows: number[];
  #updates = 0;
  #bytes: number;
  #collected: Uint8Array[] = [];
  #owing = false;
  #timer: NodeJS.Timeout | undefined;
  #saving: Promise<void> | undefined;
  /** Resolves when saving goes on. */
  #pause: Promise<void> | undefined;
  #over = false;

  constructor(parts: Parts<Mark>) {
    this.#parts = parts;
    this.#rows = parts.rows;
    this.#bytes = parts.bytes;
  }

  /** Bytes stored and waiting, history included. */
  get bytes(): number {
    return this.#bytes;
  }

  /** What the document really takes, measured without its history. */
  measured(bytes: number): void {
    this.#bytes = bytes;
  }

  add(update: Uint8Array): void {
    if (this.#over) return;
    this.#bytes += update.byteLength;
    this.#collected.push(update);
    this.#collect();
  }

  /** Somebody waits to hear what is durable, though there may be nothing new. */
  owe(): void {
    if (this.#over) return;
    if (this.#saving || this.#collected.length > 0) this.#owing = true;
    else this.#parts.saved(this.#parts.mark());
  }

  /** Saves what there is; resolves when nothing waits, however that went. */
  async settle(): Promise<void> {
    while (!this.#over && (this.#saving || this.#collected.length > 0)) {
      this.#begin();
      await (this.#saving ?? this.#pause);
    }
  }

  /** Saves what there is and brings many rows into one, while nobody waits for it. */
  async tidy(): Promise<void> {
    await this.settle();
    if (this.#over || this.#rows.length < 2) return;
    this.#saving = this.#save([], true);
    await this.settle();
  }

  /** DO12. From now on edits are collected and none is saved, nor said to be, until the answer is called. */
  pause(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#pause = promise;
    return () => {
      resolve();
      if (this.#pause !== promise) return;
      this.#pause = undefined;
      if (!this.#over && this.#collected.length > 0) this.#collect();
    };
  }

  /** What was not saved is given up. */
  end(): void {
    this.#over = true;
    clearTimeout(this.#timer);
    this.#collected = [];
  }

  #collect(): void {
    if (this.#collected.length >= COLLECT_MOST) this.#begin();
    else this.#timer ??= setTimeout(() => this.#begin(), untilNextBeat());
  }

  #begin(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#saving || this.#pause) return;
    const updates = this.#collected;
    this.#collected = [];
    this.#saving = this.#save(updates, this.#rows.length >= MOST_ROWS || this.#updates >= MOST_UPDATES);
  }

  /** A snapshot holds the collected edits as well: whichever is written, they are durable after it. */
  async #save(updates: readonly Uint8Array[], anew: boolean): Promise<void> {
    this.#owing = false;
    const mark = this.#parts.mark();
    try {
      const { outcome, bytes } = await (anew ? this.#parts.compact(this.#rows) : this.#parts.append(updates));
      if (this.#over) return;
      if (outcome.outcome === 'gone') return this.#parts.ended();
      if (anew) this.#rows = [outcome.row];
      else this.#rows.push(outcome.row);
      this.#updates = anew ? 0 : this.#updates + updates.length;
      if (anew) this.#bytes = bytes + this.#collected.reduce((sum, { byteLength }) => sum + byteLength, 0);
      this.#parts.saved(mark);
    } catch (error) {
      if (!this.#over) this.#parts.ended({ error });
    } finally {
      this.#saving = undefined;
      if (this.#collected.length > 0) this.#collect();
      else if (this.#owing) this.owe();
    }
  }
}

const untilNextBeat = (): number => COLLECT_FOR - (Math.floor(performance.now()) % COLLECT_FOR);
