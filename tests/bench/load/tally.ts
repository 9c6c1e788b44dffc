import { deaf, type LineEars, numbersIn, type Room } from '../line/line.ts';
import type { Account, Faults } from './account.ts';
import { quantiles } from './quantiles.ts';

const ALL_DEVICES = 0b111;

/** Keeps account of one window of load: every command acked exactly once and delivered exactly once to each other device. */
export class Tally {
  readonly #first: number;
  readonly #due: Float64Array;
  readonly #room: Uint16Array;
  readonly #sender: Uint8Array;
  readonly #reached: Uint8Array;
  readonly #acked: Uint8Array;
  readonly #ackMs: Float64Array;
  readonly #deliveryMs: Float64Array;
  readonly #lateMs: Float64Array;
  readonly faults: Faults = { unacked: 0, undelivered: 0, twice: 0, strayed: 0, refused: 0, disconnected: 0 };
  /** The first refusal or lost connection, in the server's words. */
  firstTrouble = '';
  sent = 0;
  #acks = 0;
  #deliveries = 0;

  /** Commands are numbered from `first`, which must be new to the run; at most `capacity` of them. */
  constructor(first: number, capacity: number) {
    this.#first = first;
    this.#due = new Float64Array(capacity);
    this.#room = new Uint16Array(capacity);
    this.#sender = new Uint8Array(capacity);
    this.#reached = new Uint8Array(capacity);
    this.#acked = new Uint8Array(capacity);
    this.#ackMs = new Float64Array(capacity);
    this.#deliveryMs = new Float64Array(2 * capacity);
    this.#lateMs = new Float64Array(capacity);
  }

  listenTo(rooms: readonly Room[]): void {
    for (const [room, { lines }] of rooms.entries()) {
      for (const [device, line] of lines.entries()) line.ears = this.#ears(room, device);
    }
  }

  /** The next command's number: due at `due`, sent now. Latency counts from when it was due. */
  send(due: number, room: number, sender: number): number {
    const i = this.sent++;
    this.#due[i] = due;
    this.#room[i] = room;
    this.#sender[i] = sender;
    this.#lateMs[i] = performance.now() - due;
    return this.#first + i;
  }

  get full(): boolean {
    return this.sent >= this.#due.length;
  }

  /** Grows with every ack and delivery, and stands still when nothing more comes. */
  get progress(): number {
    return this.#acks + this.#deliveries;
  }

  get settled(): boolean {
    return this.progress >= 3 * this.sent;
  }

  /** Closes the account and hears no more. */
  close(rooms: readonly Room[]): Account {
    for (const { lines } of rooms) for (const line of lines) line.ears = deaf;
    this.faults.unacked = this.sent - this.#acks;
    this.faults.undelivered = 2 * this.sent - this.#deliveries;
    return {
      sent: this.sent,
      ack: quantiles(this.#ackMs.subarray(0, this.#acks)),
      delivery: quantiles(this.#deliveryMs.subarray(0, this.#deliveries)),
      late: quantiles(this.#lateMs.subarray(0, this.sent)),
      faults: this.faults,
      trouble: this.firstTrouble,
    };
  }

  #ears(room: number, device: number): LineEars {
    const bit = 1 << device;
    const delivered = (n: number) => this.#delivered(n - this.#first, room, device, bit);
    return {
      acked: (n, ok, text) => this.#ack(n - this.#first, room, device, ok, text),
      heard: (text) => numbersIn(text, delivered),
      closed: (why) => {
        this.faults.disconnected++;
        this.firstTrouble ||= why;
      },
    };
  }

  #ack(i: number, room: number, device: number, ok: boolean, text: string): void {
    if (i < 0 || i >= this.sent || this.#room[i] !== room || this.#sender[i] !== device) this.faults.strayed++;
    else if (this.#acked[i]) this.faults.twice++;
    else if (!ok) {
      this.faults.refused++;
      this.firstTrouble ||= text;
    } else {
      this.#acked[i] = 1;
      this.#ackMs[this.#acks++] = performance.now() - (this.#due[i] ?? 0);
    }
  }

  /** A server may also show the sender its own words (Turnward does): checked for doubles, and not counted. */
  #delivered(i: number, room: number, device: number, bit: number): void {
    const reached = this.#reached[i] ?? ALL_DEVICES;
    if (i < 0 || i >= this.sent || this.#room[i] !== room) this.faults.strayed++;
    else if (reached & bit) this.faults.twice++;
    else {
      this.#reached[i] = reached | bit;
      if (this.#sender[i] !== device) this.#deliveryMs[this.#deliveries++] = performance.now() - (this.#due[i] ?? 0);
    }
  }
}
