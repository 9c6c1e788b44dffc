import { DOCUMENT_MESSAGE, type Standing } from '@turnward/shared/wire/document-line.ts';
import { readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { expect } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { type Person, until } from './person.ts';

type Options = { doc?: Y.Doc; of?: string; cookie?: string };

/** A person's device before a document: the official client on a line that carries cookie and origin, as a browser's does. */
export class DocumentDevice {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  readonly standings: Standing[] = [];
  /** The codes with which the server closed its lines. */
  readonly closes: number[] = [];
  #line: WebSocket | undefined;
  /** Of the present line: sync messages sent, and what was said to be saved. */
  #sent = 0;
  #saved: { stateVector: Map<number, number>; heard: number } | undefined;

  constructor({ origin, cookie }: Pick<Person, 'origin' | 'cookie'>, name: string, options: Options = {}) {
    this.doc = options.doc ?? new Y.Doc();
    const entered = (line: WebSocket) => {
      this.#line = line;
      this.#sent = 0;
      this.#saved = undefined;
    };
    const sends = (bytes: Uint8Array) => {
      if (bytes[0] === DOCUMENT_MESSAGE.sync && bytes[1] !== 0) this.#sent += 1;
    };
    class Line extends WebSocket {
      constructor(url: string) {
        super(url, { headers: { origin, cookie: options.cookie ?? cookie } });
        entered(this);
      }
      override send(bytes: Uint8Array): void {
        sends(bytes);
        super.send(bytes);
      }
    }
    this.provider = new WebsocketProvider(`${origin.replace('http', 'ws')}/yjs`, name, this.doc, {
      WebSocketPolyfill: Line as unknown as typeof globalThis.WebSocket,
      disableBc: true,
      maxBackoffTime: 400,
      ...(options.of !== undefined && { params: { of: options.of } }),
    });
    this.provider.on('connection-close', (event) => void (event && this.closes.push(event.code)));
    this.provider.messageHandlers[DOCUMENT_MESSAGE.standing] = (_, decoder) => {
      const standing = JSON.parse(readVarString(decoder)) as Standing;
      this.standings.push(standing);
      this.doc.guid = standing.incarnation;
      this.provider.params = { of: standing.incarnation };
    };
    this.provider.messageHandlers[DOCUMENT_MESSAGE.saved] = (_, decoder) => {
      this.#saved = { stateVector: Y.decodeStateVector(readVarUint8Array(decoder)), heard: readVarUint(decoder) };
    };
  }

  get standing(): Standing {
    const standing = this.standings.at(-1);
    if (!standing) throw new Error(`Nothing was said yet; closed with ${this.closes}`);
    return standing;
  }

  /** Everything this device wrote and deleted is durable. */
  get isSaved(): boolean {
    if (!this.provider.synced || !this.#saved || this.#saved.heard < this.#sent) return false;
    const { stateVector } = this.#saved;
    return (stateVector.get(this.doc.clientID) ?? 0) >= Y.getState(this.doc.store, this.doc.clientID);
  }

  async synced(): Promise<this> {
    await until(() => expect(this.provider.synced, `closed with ${this.closes}`).toBe(true));
    return this;
  }

  saved(timeout = 10_000): Promise<void> {
    return until(() => expect(this.isSaved, `closed with ${this.closes}`).toBe(true), timeout);
  }

  /** The line goes without a goodbye; the client comes back by itself. */
  drop(): void {
    this.#line?.terminate();
  }

  /** The device sleeps, or has no network, until `provider.connect()`. */
  async goOffline(): Promise<void> {
    this.provider.disconnect();
    this.#line?.terminate();
    await until(() => expect(this.#line?.readyState).toBe(WebSocket.CLOSED));
  }

  text(name: string): Y.Text {
    return this.doc.getText(name);
  }

  /** What is shown of others' eyes. */
  others(): unknown[] {
    const states = [...this.provider.awareness.getStates()];
    return states.filter(([id]) => id !== this.doc.clientID).map(([, state]) => state);
  }

  close(): void {
    this.provider.destroy();
    this.provider.awareness.destroy();
    this.doc.destroy();
  }
}

/** The same in every way that a reader could tell. */
export function expectSame(...devices: DocumentDevice[]): void {
  const [first, ...others] = devices.map(({ doc }) => stateOf(doc));
  for (const other of others) expect(other).toEqual(first);
}

/** What each root holds; one that was only looked at holds nothing and counts as none. */
function stateOf(doc: Y.Doc): Record<string, unknown> {
  const states: Record<string, unknown> = {};
  for (const name of [...doc.share.keys()].sort()) {
    const root = doc.get(name);
    const isMap = root instanceof Y.Map || root._map.size > 0;
    const state = isMap ? doc.getMap(name).toJSON() : doc.getText(name).toString();
    if (isMap ? Object.keys(state).length > 0 : state !== '') states[name] = state;
  }
  return states;
}
