import { type Eyes, MAX_AWARENESS, type StampedEyes } from '@turnward/shared/wire/document-line.ts';
import { z } from 'zod';
import type { Authors } from './authors.ts';
import type { Device } from './device.ts';
import { type AwarenessEntry, awarenessFrame } from './frames.ts';

/** DO4. Ten times a second. In ms. */
const PAUSE = 100;

const relative = z.string().max(256);
const eyesSchema = z.strictObject({
  on: z.string().max(64).nullable(),
  caret: z.strictObject({ anchor: relative, head: relative }).optional(),
});
/** What the official client says of itself before anybody told it more. */
const NOTHING: Eyes = { on: null };

/** One device's entry. The clock that others read is the server's, so that an entry counts again after its device was away. */
type Entry = { clientId: number; device: Device; clock: number; own: number; eyes: Eyes | null };
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

  /** For one who has just come. */
  all(): Uint8Array | undefined {
    const seen = [...this.#entries.values()].filter(({ eyes }) => eyes !== null);
    return seen.length > 0 ? awarenessFrame(seen.map(asOthersRead)) : undefined;
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

  /** DO11. The first id that a device names and that is nobody else's is its own, for as long as it is here. */
  #announced(device: Device, entries: readonly AwarenessEntry[]): number | undefined {
    const { authors } = this.#parts;
    const first = entries[0]?.clientId;
    if (first === undefined || !authors.hasRoomFor([first], device.memberId)) return undefined;
    if (!authors.claim(first, device.memberId)) return undefined;
    // The same device on a new line, while the old one was not yet missed.
    for (const [other, { clientId }] of this.#entries) if (clientId === first) this.#entries.delete(other);
    this.#entries.set(device, { clientId: first, device, clock: 0, own: 0, eyes: null });
    return first;
  }

  #tell(device: Device, { clientId, clock: own, state }: AwarenessEntry): void {
    const eyes = readEyes(state);
    if (eyes === undefined) return;
    const entry = { clientId, device, clock: this.#nextClock(), own, eyes };
    this.#entries.set(device, entry);
    this.#toOthers(entry);
    // The official client gives up a line on which it hears nothing, not even this.
    if (eyes) device.send(awarenessFrame([{ ...asOthersRead(entry), clock: own }]));
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

function asOthersRead({ clientId, clock, device, eyes }: Entry): AwarenessEntry {
  const stamped: StampedEyes | null = eyes && { ...eyes, memberId: device.memberId, seat: device.seat };
  return { clientId, clock, state: JSON.stringify(stamped) };
}
