import { once } from 'node:events';
import { DOCUMENT_MESSAGE, DOCUMENT_PATH, type Standing } from '@turnward/shared/wire/document-line.ts';
import { createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { Person } from './person.ts';
import { until } from './person.ts';

type Heard =
  | { type: 'step1' | 'step2' | 'update'; bytes: Uint8Array }
  | { type: 'eyes'; entries: { clientId: number; clock: number; state: unknown }[] }
  | { type: 'saved'; heard: number; stateVector: Map<number, number> }
  | { type: 'standing'; standing: Standing };

type Knock = { origin?: string | undefined; cookie?: string; query?: string };

/** The line of edits without a client: what no honest one says can be said too. It keeps what it hears, and answers nothing. */
export class DocumentLine {
  readonly socket: WebSocket;
  readonly heard: Heard[] = [];
  readonly #code: Promise<number>;

  private constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on('error', () => undefined);
    socket.on('message', (data: Buffer) => this.heard.push(read(data)));
    this.#code = once(socket, 'close').then(([code]) => code as number);
  }

  /** Rejects with the status of the answer where the server does not upgrade. */
  static async open(person: Pick<Person, 'origin' | 'cookie'>, name: string, knock: Knock = {}): Promise<DocumentLine> {
    const { query = '' } = knock;
    const origin = 'origin' in knock ? knock.origin : person.origin;
    const headers = { cookie: knock.cookie ?? person.cookie, ...(origin !== undefined && { origin }) };
    const url = `${person.origin.replace('http', 'ws')}${DOCUMENT_PATH}${name}${query}`;
    const line = new DocumentLine(new WebSocket(url, { headers, maxPayload: 16 * 1024 * 1024 }));
    await new Promise<void>((resolve, reject) => {
      line.socket.once('open', resolve);
      line.socket.once('unexpected-response', (_request, { statusCode }) => reject(new Error(`status ${statusCode}`)));
      line.socket.once('error', reject);
    });
    return line;
  }

  /** Opens and waits until it stands in the document. */
  static async enter(person: Pick<Person, 'origin' | 'cookie'>, name: string): Promise<DocumentLine> {
    const line = await DocumentLine.open(person, name);
    await line.next('standing');
    return line;
  }

  get open(): boolean {
    return this.socket.readyState === WebSocket.OPEN;
  }

  /** The code it was closed with, or is. */
  closed(): Promise<number> {
    return this.#code;
  }

  raw(bytes: Uint8Array | string): void {
    if (this.open) this.socket.send(bytes);
  }

  sync(step: 0 | 1 | 2, bytes: Uint8Array): void {
    this.raw(syncBytes(step, bytes));
  }

  update(bytes: Uint8Array): void {
    this.sync(2, bytes);
  }

  /** Says where the eyes of these client ids are; as text, so that it need not be JSON. */
  eyes(...entries: [clientId: number, clock: number, state: string][]): void {
    const update = createEncoder();
    writeVarUint(update, entries.length);
    for (const [clientId, clock, state] of entries) {
      writeVarUint(update, clientId);
      writeVarUint(update, clock);
      writeVarString(update, state);
    }
    const encoder = createEncoder();
    writeVarUint(encoder, DOCUMENT_MESSAGE.awareness);
    writeVarUint8Array(encoder, toUint8Array(update));
    this.raw(toUint8Array(encoder));
  }

  all<Type extends Heard['type']>(type: Type): Extract<Heard, { type: Type }>[] {
    return this.heard.filter((heard): heard is Extract<Heard, { type: Type }> => heard.type === type);
  }

  /** Waits for so many messages of a type; returns the last of them. */
  next<Type extends Heard['type']>(type: Type, count = 1): Promise<Extract<Heard, { type: Type }>> {
    return until(() => {
      const found = this.all(type)[count - 1];
      if (!found) throw new Error(`no ${type} ${count} among ${this.heard.map((heard) => heard.type)}`);
      return found;
    });
  }

  /** Asks for the whole document and waits for it: whatever was sent before has been dealt with then. */
  async content(): Promise<Y.Doc> {
    const before = this.all('step2').length;
    this.sync(0, Y.encodeStateVector(new Y.Doc()));
    const { bytes } = await this.next('step2', before + 1);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, bytes);
    return doc;
  }

  leave(): void {
    this.socket.terminate();
  }
}

export function syncBytes(step: number, bytes: Uint8Array): Uint8Array {
  const encoder = createEncoder();
  writeVarUint(encoder, DOCUMENT_MESSAGE.sync);
  writeVarUint(encoder, step);
  writeVarUint8Array(encoder, bytes);
  return toUint8Array(encoder);
}

/** The update of one edit on a fresh document, as a client of this id would send it. */
export function edit(write: (doc: Y.Doc) => void, clientId?: number, after?: Uint8Array): Uint8Array {
  const doc = new Y.Doc();
  if (after) Y.applyUpdate(doc, after);
  if (clientId !== undefined) doc.clientID = clientId;
  const before = Y.encodeStateVector(doc);
  write(doc);
  return Y.encodeStateAsUpdate(doc, before);
}

function read(data: Buffer): Heard {
  const decoder = createDecoder(data);
  switch (readVarUint(decoder)) {
    case DOCUMENT_MESSAGE.sync: {
      const type = (['step1', 'step2', 'update'] as const)[readVarUint(decoder)];
      return { type: type ?? 'update', bytes: readVarUint8Array(decoder) };
    }
    case DOCUMENT_MESSAGE.awareness: {
      const update = createDecoder(readVarUint8Array(decoder));
      const entries = Array.from({ length: readVarUint(update) }, () => ({
        clientId: readVarUint(update),
        clock: readVarUint(update),
        state: JSON.parse(readVarString(update)) as unknown,
      }));
      return { type: 'eyes', entries };
    }
    case DOCUMENT_MESSAGE.saved: {
      const stateVector = Y.decodeStateVector(readVarUint8Array(decoder));
      return { type: 'saved', stateVector, heard: readVarUint(decoder) };
    }
    case DOCUMENT_MESSAGE.standing:
      return { type: 'standing', standing: JSON.parse(readVarString(decoder)) as Standing };
    default:
      throw new Error('A message that nobody knows');
  }
}
