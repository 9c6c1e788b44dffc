import type { Account, Faults, Load } from '../load/account.ts';
import type { Chance } from '../load/chance.ts';
import type { Offer } from '../load/open-loop.ts';
import { quantiles } from '../load/quantiles.ts';
import { keystrokesIn } from './covered.ts';
import { type DocumentEars, deaf, type Sheet } from './document-line.ts';
import type { Typing } from './typing.ts';

/** The account of one sheet in one window. */
type Entry = {
  sheet: Sheet;
  /** The sheet's keystrokes, and the writer's sync messages, before the window. */
  typedBefore: number;
  sentBefore: number;
  /** When each keystroke of the window was due. */
  due: number[];
  /** How many of them each device has, the writer's place left empty; and how many are saved. */
  reached: number[];
  saved: number;
};

/**
 * Keystrokes, each on a sheet drawn by chance. Each must reach both readers, once, in order and as it was typed; where the
 * server says what is durable, each must be said.
 */
export class KeystrokeLoad implements Load {
  readonly #typing: Typing;
  readonly #entries: Entry[];
  readonly #chance: Chance;
  readonly #saves: boolean;
  readonly #faults: Faults = { unacked: 0, undelivered: 0, twice: 0, strayed: 0, refused: 0, disconnected: 0 };
  readonly #savedMs: number[] = [];
  readonly #deliveryMs: number[] = [];
  readonly #lateMs: number[] = [];
  #trouble = '';

  constructor(typing: Typing, sheets: readonly Sheet[], saves: boolean, { rate, seconds, chance }: Offer) {
    this.#typing = typing;
    this.#chance = chance;
    this.#saves = saves;
    this.#entries = sheets.map((sheet) => ({
      sheet,
      typedBefore: sheet.typed,
      sentBefore: sheet.lines[0]?.sent ?? 0,
      due: [],
      reached: sheet.lines.map(() => 0),
      saved: 0,
    }));
    const each = (rate * seconds) / sheets.length;
    typing.prepare(Math.max(...sheets.map(({ typed }) => typed)) + Math.ceil(each + 8 * Math.sqrt(each) + 50));
    for (const entry of this.#entries) {
      for (const [device, line] of entry.sheet.lines.entries()) line.ears = this.#ears(entry, device);
    }
  }

  get sent(): number {
    return this.#lateMs.length;
  }

  get progress(): number {
    return this.#deliveryMs.length + this.#savedMs.length;
  }

  get settled(): boolean {
    return this.progress >= (this.#saves ? 3 : 2) * this.sent;
  }

  fire(due: number): void {
    const entry = this.#entries[this.#chance.below(this.#entries.length)];
    if (!entry) return;
    entry.due.push(due);
    this.#lateMs.push(performance.now() - due);
    entry.sheet.lines[0]?.type(this.#typing.at(entry.sheet.typed++));
  }

  close(): Account {
    for (const { sheet } of this.#entries) for (const line of sheet.lines) line.ears = deaf;
    this.#faults.undelivered = 2 * this.sent - this.#deliveryMs.length;
    if (this.#saves) this.#faults.unacked = this.sent - this.#savedMs.length;
    return {
      sent: this.sent,
      ack: quantiles(Float64Array.from(this.#savedMs)),
      delivery: quantiles(Float64Array.from(this.#deliveryMs)),
      late: quantiles(Float64Array.from(this.#lateMs)),
      faults: this.#faults,
      trouble: this.#trouble,
    };
  }

  #ears(entry: Entry, device: number): DocumentEars {
    const closed = (why: string) => {
      this.#faults.disconnected++;
      this.#trouble ||= why;
    };
    // A server may also send the writer its own keystrokes; nobody needs to count them.
    if (device === 0) return { ...deaf, closed, saved: (count) => this.#saved(entry, count - entry.sentBefore) };
    return { ...deaf, closed, update: (bytes) => this.#reached(entry, device, bytes) };
  }

  #reached(entry: Entry, device: number, bytes: Buffer): void {
    const from = entry.reached[device] ?? 0;
    const count = this.#keystrokesIn(entry, from, bytes);
    const now = performance.now();
    for (let i = from; i < from + count; i++) this.#deliveryMs.push(now - (entry.due[i] ?? 0));
    entry.reached[device] = from + count;
    if (count === 0) this.#faults.strayed++;
  }

  #keystrokesIn({ typedBefore, due }: Entry, from: number, bytes: Buffer): number {
    const next = (i: number) => (from + i < due.length ? this.#typing.at(typedBefore + from + i).update : undefined);
    const first = next(0);
    return first && bytes.equals(first) ? 1 : keystrokesIn(bytes, next);
  }

  #saved(entry: Entry, count: number): void {
    const now = performance.now();
    if (count > entry.due.length) this.#faults.strayed++;
    for (; entry.saved < Math.min(count, entry.due.length); entry.saved++) {
      this.#savedMs.push(now - (entry.due[entry.saved] ?? 0));
    }
  }
}
