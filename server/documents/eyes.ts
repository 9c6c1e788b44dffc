import { randomInt } from 'node:crypto';
import { type Eyes, MAX_AWARENESS, type StampedEyes } from '@turnward/shared/wire/document-line.ts';
import { z } from 'zod';
import type { Authors } from './authors.ts';
import type { Device } from './device.ts';
import { type AwarenessEntry, awarenessFrame } from './frames.ts';

/** DO4. Ten times a second. In ms. */
const PAUSE = 100;
/** Ids that others read, all of one length on the line. */
const SHOWN = [2 ** 28, 2 ** 32] as const;

const relative = z.string().max(256);
const eyesSchema = z.strictObject({
  on: z.string().max(64).nullable(),
  caret: z.strictObject({ anchor: relative, head: relative }).optional(),
});
/** What the official client says of itself before anybody told it more. */
const NOTHING: Eyes = { on: null };

/**
 * One device's entry. Others read it under an id and a clock of the server's: the device's own id stays unknown to them until it
 * has written (DO11), and an entry counts again after its device was away.
 */
type Entry = { clientId: number; shownAs: number; device: Device; clock: number; own: number; eyes: Eyes | null };
type Waiting = { timer: NodeJS.Timeout; entry: AwarenessEntry | undefined };

/**
 * DO4. Where everybody's eyes are in one document. What a device says of itself is parsed, stamped with who it is, and told to
 * the others; what it says of others, as the official client does with all it hears, is passed over.
 */
export class EyesOnDocument {
  readonly #parts: { authors: Authors; readers: () => Iterable<Device>; now: () => number };
  readonly #entries = new Map<Device, Entry>();
  /** Devices that said something less than a moment ago, with the last of what they said since. */
  readonly #waiting = new Map<Device, Waiting>();
  #clock = 0;

  constructor(parts: { authors: Authors; readers: () => Iterable<Device>; now: () => number }) {
    this.#parts = parts;
  }

  hear(device: Device, entries: readonly AwarenessEntry[]): void {
    const own = this.#entries.get(device)?.clientId ?? this.#announced(device, entries);
    const entry = entries.find(({ clientId }) => clientId === own);
    if (!entry || entry.state.length > MAX_AWARENESS) return;
    const waiting = this.#waiting.get(device);
    if (waiting) waiting.entry = entry;
    else this.#tell(device, entry);
  }

  /** For one who has just come, or who asks: then their own entry is among them as they know it. */
  all(asking?: Device): Uint8Array | undefined {
    const seen = [...this.#entries.values()].filter(({ eyes }) => eyes !== null);
    const read = seen.map((entry) => (entry.device === asking ? asItsDeviceReads(entry) : asOthersRead(entry)));
    return read.length > 0 ? awarenessFrame(read) : undefined;
  }

  leave(device: Device): void {
    this.#quiet(device);
    const entry = this.#entries.get(device);
    this.#entries.delete(device);
    if (entry?.eyes) this.#toOthers({ ...entry, clock: this.#nextClock(), eyes: null });
  }

  end(): void {
    for (const device of this.#waiting.keys()) this.#quiet(device);
    this.#entries.clear();
  }

  /** DO11. This device may write from now on: what it writes is to be its member's own from the first letter. */
  mayWrite(device: Device): void {
    const entry = this.#entries.get(device);
    if (entry && !this.#claims(entry.clientId, device)) this.leave(device);
  }

  /** DO11. The first id that a device names and that is nobody else's is its own, for as long as it is here. */
  #announced(device: Device, entries: readonly AwarenessEntry[]): number | undefined {
    const first = entries[0]?.clientId;
    if (first === undefined || !this.#claims(first, device)) return undefined;
    this.#entries.set(device, {
      clientId: first,
      shownAs: this.#shownAs(first, device),
      device,
      clock: 0,
      own: 0,
      eyes: null,
    });
    return first;
  }

  /** Whoever only reads is no author: nothing of their ids is kept. */
  #claims(id: number, { access, memberId }: Device): boolean {
    const { authors } = this.#parts;
    if (access !== 'write') return (authors.ownerOf(id) ?? memberId) === memberId;
    return authors.hasRoomFor([id], memberId) && authors.announce(id, memberId);
  }

  /** The same device on a new line, while the old one was not yet missed, is shown as it was. */
  #shownAs(clientId: number, { memberId }: Device): number {
    for (const [other, entry] of this.#entries) {
      if (entry.clientId !== clientId || other.memberId !== memberId) continue;
      this.#quiet(other);
      this.#entries.delete(other);
      return entry.shownAs;
    }
    return randomInt(...SHOWN);
  }

  #tell(device: Device, { clock: own, state }: AwarenessEntry): void {
    const eyes = readEyes(state);
    const known = this.#entries.get(device);
    if (eyes === undefined || !known) return;
    const entry = { ...known, clock: this.#nextClock(), own, eyes };
    this.#entries.set(device, entry);
    this.#toOthers(entry);
    // The official client gives up a line on which it hears nothing, not even this.
    if (eyes) device.send(awarenessFrame([asItsDeviceReads(entry)]));
    const timer = setTimeout(() => {
      const next = this.#waiting.get(device)?.entry;
      this.#waiting.delete(device);
      if (next) this.#tell(device, next);
    }, PAUSE);
    this.#waiting.set(device, { timer, entry: undefined });
  }

  #toOthers(entry: Entry): void {
    const frame = awarenessFrame([asOthersRead(entry)]);
    for (const device of this.#parts.readers()) if (device !== entry.device) device.send(frame);
  }

  /** Rises also over restarts of the server, after which others still know the clocks they read. */
  #nextClock(): number {
    this.#clock = Math.max(this.#clock + 1, this.#parts.now());
    return this.#clock;
  }

  #quiet(device: Device): void {
    clearTimeout(this.#waiting.get(device)?.timer);
    this.#waiting.delete(device);
  }
}

/** Null where the device says that it is gone; undefined where it says what nobody can read. */
function readEyes(state: string): Eyes | null | undefined {
  try {
    const said: unknown = JSON.parse(state);
    if (said === null) return null;
    const parsed = eyesSchema.safeParse(said);
    if (parsed.success) return parsed.data as Eyes;
    return typeof said === 'object' && Object.keys(said).length === 0 ? NOTHING : undefined;
  } catch {
    return undefined;
  }
}

const asOthersRead = (entry: Entry): AwarenessEntry => ({
  clientId: entry.shownAs,
  clock: entry.clock,
  state: stamped(entry),
});

const asItsDeviceReads = (entry: Entry): AwarenessEntry => ({
  clientId: entry.clientId,
  clock: entry.own,
  state: stamped(entry),
});

function stamped({ eyes, device }: Entry): string {
  const shown: StampedEyes | null = eyes && { ...eyes, memberId: device.memberId, seat: device.seat };
  return JSON.stringify(shown);
}
