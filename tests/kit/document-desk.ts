import { type CloseReason, Device } from '@turnward/server/documents/device.ts';
import { Documents } from '@turnward/server/documents/documents.ts';
import type { DocumentName } from '@turnward/shared/documents/names.ts';
import { parseDocumentName } from '@turnward/shared/documents/names.ts';
import { DOCUMENT_MESSAGE } from '@turnward/shared/wire/document-line.ts';
import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { expect } from 'vitest';
import * as Y from 'yjs';
import { aSession } from './a-session.ts';
import { syncBytes } from './document-line.ts';
import { GatedStore } from './gated-store.ts';
import { until } from './person.ts';

/** A device whose line is a queue: what it was sent, and why it was closed. */
export class QueuedDevice {
  readonly doc: Y.Doc;
  readonly closes: (CloseReason | 'cut')[] = [];
  readonly device: Device;
  readonly #documents: Documents;
  saved = -1;
  /** Bytes that this reader leaves untaken. */
  waiting = 0;

  constructor(documents: Documents, memberId: string, name: DocumentName, doc = new Y.Doc()) {
    this.doc = doc;
    this.#documents = documents;
    const ref = parseDocumentName(name);
    if (!ref) throw new Error(`no such name: ${name}`);
    const session = aSession({ idHash: memberId, memberId });
    const self = this;
    const socket = {
      send: (frame: Uint8Array) => this.#hear(frame),
      close: (reason: CloseReason) => void this.closes.push(reason),
      cut: () => void this.closes.push('cut'),
      get waiting() {
        return self.waiting;
      },
    };
    this.device = new Device({ session, name, ref, socket });
  }

  /** Comes in and asks for what there is. */
  async enter(of: string | null = null): Promise<this> {
    await this.#documents.enter(this.device, of);
    this.say(syncBytes(0, Y.encodeStateVector(this.doc)));
    return this;
  }

  say(bytes: Uint8Array): void {
    this.#documents.hear(this.device, bytes);
  }

  /** Types at the end of a text, as an own edit that goes out at once. */
  type(words: string, text = 'text'): void {
    const before = Y.encodeStateVector(this.doc);
    this.doc.getText(text).insert(this.doc.getText(text).length, words);
    this.say(syncBytes(2, Y.encodeStateAsUpdate(this.doc, before)));
  }

  /** Brings all it has, as a client does that comes back. */
  bring(): void {
    this.say(syncBytes(1, Y.encodeStateAsUpdate(this.doc)));
  }

  text(name = 'text'): string {
    return this.doc.getText(name).toString();
  }

  leave(): void {
    this.device.left();
  }

  #hear(frame: Uint8Array): void {
    const decoder = createDecoder(frame);
    const type = readVarUint(decoder);
    if (type === DOCUMENT_MESSAGE.sync && readVarUint(decoder) > 0) {
      Y.applyUpdate(this.doc, readVarUint8Array(decoder));
    } else if (type === DOCUMENT_MESSAGE.saved) {
      readVarUint8Array(decoder);
      this.saved = readVarUint(decoder);
    }
  }
}

/** The line of edits without a network, on a store whose pace and disk the test decides. Everybody may write everything. */
export class DocumentDesk {
  readonly store = new GatedStore();
  readonly faults: unknown[] = [];
  readonly documents: Documents;

  constructor(rest = 10) {
    this.documents = new Documents({
      store: this.store,
      sessions: { holds: () => true },
      standing: async () => ({ spaceId: 's', seat: 'a', access: 'write', guideCards: [] }),
      failed: (error) => void this.faults.push(error),
      now: Date.now,
      rest,
    });
  }

  device(memberId: string, name: DocumentName = 'deck/c', doc?: Y.Doc): QueuedDevice {
    return new QueuedDevice(this.documents, memberId, name, doc);
  }

  enter(memberId: string, name?: DocumentName): Promise<QueuedDevice> {
    return this.device(memberId, name).enter();
  }

  /** What the store holds, read as nobody's memory. */
  async stored(name: DocumentName = 'deck/c', text = 'text'): Promise<string | undefined> {
    const fresh = new Documents({
      store: this.store.store,
      sessions: { holds: () => true },
      standing: async () => undefined,
      failed: () => undefined,
      now: Date.now,
    });
    return fresh.read(name, (doc) => doc.getText(text).toString());
  }

  async reaches(what: GatedStore['arrived'][number], times = 1): Promise<void> {
    await until(() => expect(this.store.arrived.filter((each) => each === what).length).toBeGreaterThanOrEqual(times));
  }

  async isEmpty(): Promise<void> {
    await until(() => expect(this.documents.size).toBe(0));
  }
}
