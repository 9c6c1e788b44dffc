import { once } from 'node:events';
import { awarenessFrame } from '@turnward/server/documents/frames.ts';
import type { Access } from '@turnward/shared/documents/access.ts';
import type { DocumentName } from '@turnward/shared/documents/names.ts';
import { DOCUMENT_MESSAGE, DOCUMENT_PATH, type Standing } from '@turnward/shared/wire/document-line.ts';
import { createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { syncBytes } from './document-line.ts';
import type { Tap } from './paired-run-tap.ts';

const [STEP1, STEP2, UPDATE] = [0, 1, 2] as const;

type Opened = { origin: string; cookie: string; clientId: number; tap: Tap };

/** One device before one document, speaking as the official client does and under a client id that is always the same. */
export class PairedDocument {
  readonly doc = new Y.Doc();
  readonly #socket: WebSocket;
  readonly #tap: Tap;
  access: Access = 'none';
  /** Sync messages sent on this line, and how many of them are durable. */
  #sent = 0;
  #saved = -1;
  #clock = 0;

  private constructor(name: DocumentName, { origin, cookie, clientId, tap }: Opened) {
    this.doc.clientID = clientId;
    this.#tap = tap;
    this.#socket = new WebSocket(origin.replace('http', 'ws') + DOCUMENT_PATH + name, { headers: { origin, cookie } });
    this.#socket.on('error', () => undefined);
    this.#socket.on('message', (bytes: Buffer) => this.#hear(bytes));
    this.#socket.on('close', (code, reason) => {
      this.access = 'none';
      tap.hear(`closed ${code} ${reason}`);
    });
    this.doc.on('update', (update: Uint8Array, from: unknown) => {
      if (from !== this) this.#sync(UPDATE, update);
    });
  }

  /** Opens and asks for the document; resolves once it is upgraded, whatever becomes of it then. */
  static async open(name: DocumentName, opened: Opened): Promise<PairedDocument> {
    const document = new PairedDocument(name, opened);
    await once(document.#socket, 'open');
    document.#sync(STEP1, Y.encodeStateVector(document.doc));
    return document;
  }

  get open(): boolean {
    return this.#socket.readyState === WebSocket.OPEN;
  }

  get closed(): boolean {
    return this.#socket.readyState === WebSocket.CLOSED;
  }

  /** Nothing is on the way: what it sent is durable and said to be so, or its line is over. */
  get quiet(): boolean {
    return this.closed || (this.open && this.#saved >= this.#sent);
  }

  /** Whatever the server had sent before is here afterwards. Pings leave no frame behind. */
  async caughtUp(): Promise<void> {
    if (!this.open) return;
    await new Promise<void>((here) => {
      const done = () => {
        this.#socket.off('pong', done).off('close', done);
        here();
      };
      this.#socket.on('pong', done).on('close', done);
      this.#socket.ping();
    });
  }

  /** Where this person's eyes are. */
  look(on: string): void {
    const entry = { clientId: this.doc.clientID, clock: ++this.#clock, state: JSON.stringify({ on }) };
    if (this.open) this.#socket.send(awarenessFrame([entry]));
  }

  /** Resolves once the server has closed it, or at the latest when nothing more is on the way to a line that stays open. */
  async over(): Promise<void> {
    while (this.open && !this.quiet) await this.caughtUp();
    if (!this.open && !this.closed) await once(this.#socket, 'close');
  }

  async leave(): Promise<void> {
    if (this.closed) return;
    const closed = once(this.#socket, 'close');
    this.#socket.close();
    await closed;
  }

  #sync(step: 0 | 1 | 2, bytes: Uint8Array): void {
    if (!this.open) return;
    if (step !== STEP1) this.#sent += 1;
    this.#socket.send(syncBytes(step, bytes));
  }

  #hear(bytes: Buffer): void {
    this.#tap.hear(bytes.toString('latin1'));
    const decoder = createDecoder(bytes);
    switch (readVarUint(decoder)) {
      case DOCUMENT_MESSAGE.sync: {
        const step = readVarUint(decoder);
        const content = readVarUint8Array(decoder);
        if (step === STEP1) this.#sync(STEP2, Y.encodeStateAsUpdate(this.doc, content));
        else Y.applyUpdate(this.doc, content, this);
        return;
      }
      case DOCUMENT_MESSAGE.saved:
        readVarUint8Array(decoder);
        this.#saved = readVarUint(decoder);
        return;
      case DOCUMENT_MESSAGE.standing: {
        const { access, incarnation } = JSON.parse(readVarString(decoder)) as Standing;
        this.access = access;
        this.doc.guid = incarnation;
        // Versions of words start from it.
        this.doc.guid = incarnation;
        this.#tap.knows(incarnation);
      }
    }
  }
}
