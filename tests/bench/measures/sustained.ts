import { faultless } from '../load/account.ts';
import { chance } from '../load/chance.ts';
import type { Window } from '../load/open-loop.ts';
import type { Contender } from './contender.ts';

/** A rate is sustained while 99 of 100 take less than this, in ms, and nothing is missing. */
export const LIMIT_MS = 50;
/** The search ends when what held and what did not are this close. */
const CLOSE_ENOUGH = 1.07;
const STEP = 1.5;

export type Sustained = { best: Window | undefined; windows: Window[] };

/** Raises the offered rate until it no longer holds, then closes in. A rate that fails gets one more try. */
class Search {
  readonly windows: Window[] = [];
  best: Window | undefined;
  #tooMuch = Number.POSITIVE_INFINITY;
  #secondTry = false;
  readonly #start: number;
  readonly #budget: number;
  readonly #holds: (window: Window) => boolean;

  constructor(start: number, budget: number, holds: (window: Window) => boolean) {
    this.#start = start;
    this.#budget = budget;
    this.#holds = holds;
  }

  next(): number | undefined {
    const last = this.windows.at(-1);
    if (!last) return this.#start;
    if (this.windows.length >= this.#budget || !faultless(last.faults)) return undefined;
    if (this.#secondTry) return last.rate;
    const held = this.best?.rate;
    if (held === undefined) return Math.round(this.#tooMuch / STEP);
    if (this.#tooMuch / held < CLOSE_ENOUGH) return undefined;
    return Math.round(Math.min(held * STEP, Math.sqrt(held * this.#tooMuch)));
  }

  took(window: Window): void {
    this.windows.push(window);
    if (faultless(window.faults) && this.#holds(window)) {
      this.best = window;
      this.#secondTry = false;
    } else if (this.#secondTry) {
      this.#tooMuch = window.rate;
      this.#secondTry = false;
    } else this.#secondTry = true;
  }
}

/** The highest rate at which each holds; the contenders take turns, window by window. Nothing may be missing in any window. */
export async function sustained(
  contenders: readonly Contender[],
  { windows, seconds, holds }: { windows: number; seconds: number; holds: (window: Window) => boolean },
): Promise<Sustained[]> {
  const searches = contenders.map((contender) => ({
    contender,
    search: new Search(contender.startRate, windows, holds),
  }));
  for (let round = 1; ; round++) {
    const open = searches.filter(({ search }) => search.next() !== undefined);
    if (open.length === 0) break;
    for (const { contender, search } of open) {
      search.took(await contender.window({ rate: search.next() ?? 0, seconds, chance: chance(1000 + round) }));
    }
  }
  return searches.map(({ search: { best, windows: taken } }) => ({ best, windows: taken }));
}
