import { setImmediate as nextTurn } from 'node:timers/promises';

/** Work and the promise it was answered with. */
export type Waiting<Work, Result> = {
  work: Work;
  resolve(result: Result): void;
  reject(fault: unknown): void;
};

/** How much of a group this takes, and whether nothing may come after it in its group. */
export type Weight = { weight: number; last: boolean };

/** Keeps the transaction of a group under about 5 ms, since the event loop waits for it. In events, or rows of a document. */
const GROUP_WEIGHT = 128;

/**
 * Collects the work of one turn of the event loop, and what comes while a commit is under way, into groups that share one
 * fsync. Order is kept. `commit` settles everything it is given, save for what it hands back for the next group.
 */
export class CommitQueue<Work, Result> {
  readonly #weigh: (work: Work) => Weight;
  readonly #commit: (group: Waiting<Work, Result>[]) => Promise<Waiting<Work, Result>[]>;
  #waiting: Waiting<Work, Result>[] = [];
  #running: Promise<void> | undefined;

  constructor(
    weigh: (work: Work) => Weight,
    commit: (group: Waiting<Work, Result>[]) => Promise<Waiting<Work, Result>[]>,
  ) {
    this.#weigh = weigh;
    this.#commit = commit;
  }

  add(work: Work): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ work, resolve, reject });
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

  #takeGroup(): Waiting<Work, Result>[] {
    let total = 0;
    let size = 0;
    for (const { work } of this.#waiting) {
      const { weight, last } = this.#weigh(work);
      total += weight;
      if (size > 0 && total > GROUP_WEIGHT) break;
      size += 1;
      if (last) break;
    }
    return this.#waiting.splice(0, size);
  }
}
