import { DOCUMENT_MESSAGE } from '@turnward/shared/wire/document-line.ts';
import * as decoding from 'lib0/decoding';
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync';
import { webSocket } from '../line/web-socket.ts';
import { type DocumentLine, deaf } from './document-line.ts';
import { varUint } from './typing.ts';

const { sync, saved } = DOCUMENT_MESSAGE;
/** The state vector of an empty document, and an update that brings nothing. */
const NOTHING_YET = [1, 0];
const NOTHING_NEW = [2, 0, 0];

type To = {
  port: number;
  path: string;
  headers?: Record<string, string>;
  /** Whether the server keeps a document to be in sync with; a relay does not. */
  syncs: boolean;
};

/** `state`: what the server had when the document was opened. */
export type YLine = DocumentLine & { state: Uint8Array };

/** Opens a document in the y-websocket protocol, spoken by hand. Resolves once the server has sent what it has. */
export async function openYLine({ port, path, headers = {}, syncs }: To): Promise<YLine> {
  const inSync = Promise.withResolvers<void>();
  let sent = 0;
  const say = (message: Uint8Array) => {
    sent++;
    socket.sendBytes(message);
  };

  const hear = (bytes: Buffer) => {
    if (bytes[0] === sync && bytes[1] === messageYjsUpdate) return line.ears.update(payloadOf(bytes));
    if (bytes[0] === saved) return line.ears.saved(countOf(bytes));
    if (bytes[0] !== sync) return;
    if (bytes[1] === messageYjsSyncStep1) say(Uint8Array.of(sync, messageYjsSyncStep2, ...NOTHING_NEW));
    if (bytes[1] === messageYjsSyncStep2) {
      line.state = Uint8Array.from(payloadOf(bytes));
      inSync.resolve();
    }
  };

  const socket = webSocket(
    { port, path, headers },
    {
      bytes: hear,
      closed(why) {
        inSync.reject(new Error(`${path}: ${why}`));
        line.ears.closed(why);
      },
    },
  );
  const line: YLine = {
    ears: deaf,
    state: new Uint8Array(),
    get sent() {
      return sent;
    },
    type: ({ message }) => say(message),
    write: (update) => say(Buffer.concat([Uint8Array.of(sync, messageYjsUpdate, ...varUint(update.length)), update])),
    close: () => socket.close(),
  };
  await socket.opened.catch((error: Error) => inSync.reject(error));
  if (syncs) {
    socket.sendBytes(Uint8Array.of(sync, messageYjsSyncStep1, ...NOTHING_YET));
    await inSync.promise;
  } else inSync.resolve();
  return line;
}

/** What a sync message carries, behind its two type bytes and its length. */
function payloadOf(bytes: Buffer): Buffer {
  let at = 2;
  while ((bytes[at++] ?? 0) & 0x80);
  return bytes.subarray(at);
}

/** `saved`: a state vector, then the count. */
function countOf(bytes: Buffer): number {
  const decoder = decoding.createDecoder(bytes.subarray(1));
  decoding.readVarUint8Array(decoder);
  return decoding.readVarUint(decoder);
}
