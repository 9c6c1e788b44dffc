import type { DocumentName } from '@turnward/shared/documents/names.ts';
import type { Standing } from '@turnward/shared/wire/document-line.ts';
import * as Y from 'yjs';
import type { DocumentStore, StoredDocument } from '../ports/document-store.ts';
import type { Authors } from './authors.ts';
import { pointsOfAnswer } from './budget.ts';
import { Capacity } from './capacity.ts';
import { Copy } from './copy.ts';
import type { CloseReason, Device } from './device.ts';
import { EyesOnDocument } from './eyes.ts';
import { savedFrame, standingFrame, step1Frame, step2Frame, updateFrame } from './frames.ts';
import { Keeping } from './keeping.ts';

/** What was so when edits were handed to the store: once they are durable, it is true of the store as well. */
type Mark = { stateVector: Uint8Array; heard: Map<Device, number> };

export type RoomParts = {
  name: DocumentName;
  store: DocumentStore;
  stored: StoredDocument;
  /** The cards of the guide that the document's conversation runs; they count where cards are counted. */
  guideCards: readonly string[];
  /** Whether a device's session still holds. */
  holds: (device: Device) => boolean;
  /** This room is over; `fault` where it could not be saved. */
  ended: (fault?: { error: unknown }) => void;
  now: () => number;
};

/** One document that somebody has open, its devices, and their edits on the way to the store. */
export class Room {
  readonly name: DocumentName;
  readonly incarnation: string;
  readonly doc: Y.Doc;
  readonly authors: Authors;
  readonly eyes: EyesOnDocument;
  readonly keeping: Keeping<Mark>;
  readonly capacity: Capacity;
  readonly #copy: Copy;
  readonly #devices = new Set<Device>();
  readonly #holds: (device: Device) => boolean;
  readonly #ended: (fault?: { error: unknown }) => void;
  /** Why it ended: what whoever still comes to it is told. */
  over: CloseReason | undefined;

  constructor({ name, store, stored, guideCards, holds, ended, now }: RoomParts) {
    const copy = new Copy(store, name, stored);
    this.name = name;
    this.incarnation = stored.incarnation;
    this.doc = copy.doc;
    this.authors = copy.authors;
    this.eyes = new EyesOnDocument({ authors: copy.authors, readers: () => this.readers(), now });
    this.#copy = copy;
    this.#holds = holds;
    this.#ended = ended;
    this.keeping = new Keeping({
      rows: stored.rows.map(({ row }) => row),
      bytes: stored.rows.reduce((sum, { update }) => sum + update.byteLength, 0),
      append: (updates) => copy.append(updates),
      compact: (rows) => copy.compact(rows),
      mark: () => this.#mark(),
      saved: (mark) => this.#saved(mark),
      ended: (fault) => this.#stop(fault),
    });
    const { doc, authors, keeping } = this;
    this.capacity = new Capacity({ name, doc, authors, keeping, guideCards });
  }

  /** Whoever may read it now: access and session are asked each time (DO3). */
  *readers(): Iterable<Device> {
    for (const device of this.#devices) {
      if (device.access === 'none' || device.closed) continue;
      if (this.#holds(device)) yield device;
      else device.close('signedOut');
    }
  }

  enter(device: Device): void {
    this.#devices.add(device);
  }

  leave(device: Device): void {
    this.#devices.delete(device);
    this.eyes.leave(device);
  }

  /** DO3. Says what a device may do now. Where it may write, the server asks for what it lacks. */
  welcome(device: Device, access: Standing['access']): void {
    const first = device.access === 'none';
    device.access = access;
    if (access === 'write') this.eyes.mayWrite(device);
    device.send(standingFrame({ access, incarnation: this.incarnation }));
    if (access === 'write') device.send(step1Frame(Y.encodeStateVector(this.doc)));
    const eyes = first && this.eyes.all();
    if (eyes) device.send(eyes);
  }

  /** Gives a device what it lacks, and then, if nothing is on the way, what is durable. */
  answer(device: Device, stateVector: Uint8Array): void {
    const lacking = Y.encodeStateAsUpdate(this.doc, stateVector);
    if (!device.spend(pointsOfAnswer(lacking.byteLength))) device.close('tooMany');
    else device.send(step2Frame(lacking));
    this.keeping.owe();
  }

  /**
   * DO5. Takes an edit in: the document first, then the same bytes to the others at once, then the store. False where it
   * brought nothing that was not there.
   */
  take(from: Device, update: Uint8Array): boolean {
    if (!this.#copy.take(update)) return false;
    const frame = updateFrame(update);
    for (const device of this.readers()) if (device !== from) device.send(frame);
    this.keeping.add(update);
    return true;
  }

  /** DO10. It can't be relied on any more: whoever comes back finds it as the store holds it. */
  fail(error: unknown): void {
    this.#stop({ error });
  }

  /** The last of it: nothing is saved any more, and every device learns why. */
  end(reason: CloseReason): void {
    if (this.over) return;
    this.over = reason;
    this.keeping.end();
    this.eyes.end();
    this.sendAway(reason);
    this.doc.destroy();
  }

  sendAway(reason: CloseReason): void {
    for (const device of this.#devices) device.close(reason);
  }

  #stop(fault?: { error: unknown }): void {
    if (this.over) return;
    this.end(fault ? 'notSaved' : 'gone');
    this.#ended(fault);
  }

  #mark(): Mark {
    const heard = new Map([...this.#devices].map((device) => [device, device.heard]));
    return { stateVector: Y.encodeStateVector(this.doc), heard };
  }

  #saved({ stateVector, heard }: Mark): void {
    for (const device of this.readers()) {
      const count = heard.get(device);
      if (count === undefined || count <= device.told) continue;
      device.told = count;
      device.send(savedFrame(stateVector, count));
    }
  }
}
