import type { Field } from '../field.ts';
import { chance } from '../load/chance.ts';
import { openLoop, type Window } from '../load/open-loop.ts';
import { faultless } from '../load/tally.ts';

/** A rate is sustained while 99 of 100 acks and deliveries take less than this, in ms, and nothing is missing. */
const LIMIT_MS = 50;
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

  constructor(start: number, budget: number) {
    this.#start = start;
    this.#budget = budget;
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
    if (holds(window)) {
      this.best = window;
      this.#secondTry = false;
    } else if (this.#secondTry) {
      this.#tooMuch = window.rate;
      this.#secondTry = false;
    } else this.#secondTry = true;
  }
}

const holds = ({ ack, delivery, faults }: Window): boolean =>
  faultless(faults) && ack.p99 < LIMIT_MS && delivery.p99 < LIMIT_MS;

/** The highest rate that each peer sustains; the peers take turns, window by window. */
export async function sustained(
  fields: readonly Field[],
  { windows, seconds }: { windows: number; seconds: number },
): Promise<Sustained[]> {
  const searches = fields.map((field) => ({ field, search: new Search(startOf(field), windows) }));
  for (let round = 1; ; round++) {
    const open = searches.filter(({ search }) => search.next() !== undefined);
    if (open.length === 0) break;
    for (const { field, search } of open) {
      const { server, rooms } = field;
      const rate = search.next() ?? 0;
      search.took(await openLoop({ server, rooms, rate, seconds, chance: chance(1000 + round) }));
    }
  }
  return searches.map(({ search: { best, windows: taken } }) => ({ best, windows: taken }));
}

const startOf = ({ peer }: Field): number => (peer.name === 'Turnward' ? 2500 : 9000);
