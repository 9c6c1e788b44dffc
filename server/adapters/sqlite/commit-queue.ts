import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Append, AppendResult } from '../../ports/event-store.ts';

/** An append and the promise it was answered with. */
export type Waiting = {
  append: Append;
  resolve(result: AppendResult): void;
  reject(fault: unknown): void;
};

/** Keeps the transaction of a group under about 5 ms, since the event loop waits for it. */
const GROUP_EVENTS = 128;

/**
 * Collects the appends of one turn of the event loop, and those that come while a commit is under way, into groups that share
 * one fsync. Order is kept. `commit` settles every append it is given, save for those it hands back for the next group.
 */
export class CommitQueue {
  readonly #commit: (group: Waiting[]) => Promise<Waiting[]>;
  #waiting: Waiting[] = [];
  #running: Promise<void> | undefined;

  constructor(commit: (group: Waiting[]) => Promise<Waiting[]>) {
    this.#commit = commit;
  }

  add(append: Append): Promise<AppendResult> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ append, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  /** Resolves when nothing waits. */
  async idle(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      await nextTurn();
      const left = await this.#commit(this.#takeGroup());
      this.#waiting.unshift(...left);
    }
    this.#running = undefined;
  }

  /** An append that destroys ends its group, so that nothing is sealed in between with a key that is about to go. */
  #takeGroup(): Waiting[] {
    let events = 0;
    let size = 0;
    for (const { append } of this.#waiting) {
      events += append.streams.reduce((sum, { events }) => sum + events.length, 0);
      if (size > 0 && events > GROUP_EVENTS) break;
      size += 1;
      if (append.destroy) break;
    }
    return this.#waiting.splice(0, size);
  }
}
