import type { DocumentName } from '@turnward/shared/documents/names.ts';
import type { DocumentStore, StoredDocument } from '../ports/document-store.ts';
import type { Device } from './device.ts';
import { Room } from './room.ts';

/** What opening a document needs to know: where it belongs, and the guide's cards in a deck. */
export type Opening = { spaceId: string; guideCards: readonly string[] };

/** A room that stays in memory until it is let go of. */
export type Held = { room: Room; release(): void };

type Entry = { name: DocumentName; opening: Promise<Room>; holds: number; timer?: NodeJS.Timeout | undefined };

export type RoomsParts = {
  store: DocumentStore;
  holds: (device: Device) => boolean;
  /** A document could not be saved, loaded or tidied. */
  failed: (error: unknown) => void;
  now: () => number;
  /** How long a document stays in memory that nobody has open (DO9). In ms. */
  rest: number;
};

/** The documents that are open: at most one room for a name, however many come at once, and whatever it is busy with. */
export class Rooms {
  readonly #parts: RoomsParts;
  readonly #entries = new Map<DocumentName, Entry>();
  #closing = false;

  constructor(parts: RoomsParts) {
    this.#parts = parts;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** The room of a document, opened where it is not; it is made where there is none. */
  async hold(name: DocumentName, opening: Opening): Promise<Held> {
    const { store } = this.#parts;
    if (this.#closing) throw new Error('Documents are being closed');
    const entry = this.#entries.get(name) ?? this.#enter(name, store.open(name, opening.spaceId), opening.guideCards);
    return this.#held(entry);
  }

  /** The room of a document if it is open or on the way. */
  async holdOpen(name: DocumentName): Promise<Held | undefined> {
    const entry = this.#entries.get(name);
    return entry && this.#held(entry);
  }

  all(): Promise<Room>[] {
    return [...this.#entries.values()].map(({ opening }) => opening);
  }

  /**
   * DO7. Its document was destroyed: whoever has it open is sent away, and nothing of it is saved any more. `anew` makes what
   * takes its place before anybody else can open it.
   */
  drop(name: DocumentName, anew?: (() => Promise<StoredDocument>) | undefined): void {
    const entry = this.#entries.get(name);
    this.#entries.delete(name);
    clearTimeout(entry?.timer);
    entry?.opening.then(
      (room) => room.end('gone'),
      () => undefined,
    );
    if (!anew) return;
    const next = this.#enter(name, anew(), []);
    this.#held(next).then(({ release }) => release(), this.#parts.failed);
  }

  /** Says goodbye to everybody and brings what they wrote to the store. */
  async close(): Promise<void> {
    this.#closing = true;
    const entries = [...this.#entries.values()];
    await Promise.all(
      entries.map(async ({ opening, timer }) => {
        clearTimeout(timer);
        const room = await opening.catch(() => undefined);
        room?.sendAway('restarting');
        await room?.keeping.settle();
        room?.end('restarting');
      }),
    );
    this.#entries.clear();
  }

  #enter(name: DocumentName, stored: Promise<StoredDocument>, guideCards: readonly string[]): Entry {
    const { store, holds, now } = this.#parts;
    const ended = (fault?: { error: unknown }) => {
      if (fault) this.#parts.failed(fault.error);
      if (this.#entries.get(name) === entry) this.#entries.delete(name);
      clearTimeout(entry.timer);
    };
    const opening = stored.then((found) => new Room({ name, store, stored: found, guideCards, holds, ended, now }));
    const entry: Entry = { name, opening, holds: 0 };
    this.#entries.set(name, entry);
    opening.catch(() => {
      if (this.#entries.get(name) === entry) this.#entries.delete(name);
    });
    return entry;
  }

  async #held(entry: Entry): Promise<Held> {
    entry.holds += 1;
    clearTimeout(entry.timer);
    let released = false;
    const release = () => {
      if (released) return;
      released = true;
      entry.holds -= 1;
      if (entry.holds > 0 || this.#closing || this.#entries.get(entry.name) !== entry) return;
      entry.timer = setTimeout(() => void this.#rest(entry), this.#parts.rest);
    };
    return { room: await entry.opening, release };
  }

  /** DO9. Leaves the memory once all of it is saved, unless somebody came meanwhile: then it is the same room still. */
  async #rest(entry: Entry): Promise<void> {
    const room = await entry.opening;
    await room.keeping.tidy();
    if (entry.holds > 0 || this.#entries.get(entry.name) !== entry) return;
    this.#entries.delete(entry.name);
    room.end('restarting');
  }
}
