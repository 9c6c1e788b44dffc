import { seeded } from './seeded.ts';

/** What a run leaves to chance: the same seed draws the same, in every run and on every machine. */
export class Draw {
  readonly below: (limit: number) => number;

  constructor(seed: number) {
    this.below = seeded(seed).below;
  }

  one<Item>(of: readonly Item[]): Item {
    const item = of[this.below(of.length)];
    if (item === undefined) throw new Error('Nothing to choose from');
    return item;
  }

  some<Item>(of: readonly Item[]): Item[] {
    return of.filter(() => this.below(2) === 0);
  }

  /** Something to write: 1 to `atMost` characters, some of which take more than a byte. */
  words(atMost: number): string {
    const length = this.below(Math.min(atMost, MOST_WORDS));
    return `x${Array.from({ length }, () => this.one(LETTERS)).join('')}`;
  }
}

const MOST_WORDS = 400;
const LETTERS = [...'abcdefghij klmnop äß€"\\\n'];
