import type { DocumentName } from '@turnward/shared/documents/names.ts';
import {
  DOCUMENT_MESSAGE,
  DOCUMENT_PATH,
  type Eyes,
  type StampedEyes,
  type Standing,
} from '@turnward/shared/wire/document-line.ts';
import { readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding';
import { Awareness } from 'y-protocols/awareness';
import { writeSyncStep1 } from 'y-protocols/sync';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { countedSocket } from './counted-socket.ts';
import { trackEdits } from './edits.ts';
import { openLook, othersEyes } from './eyes.ts';

/** In ms: the longest wait before trying again, and how long a line may stay silent after the page woke. */
const LONGEST_WAIT = 1500;
const FIRST_ANSWER = 2000;
/** How the protocol closes a socket that was sent more than `MAX_DOCUMENT_FRAME` at once. */
const TOO_MUCH = 1009;

export type LineParts = {
  name: DocumentName;
  /** Where the server is, as `wss://host`. */
  server: string;
  WebSocket: typeof WebSocket;
  /** The document, the way to the server, or what is known of it has changed. */
  changed: () => void;
  /** The server closed for good, with this code. */
  closed: (code: number) => void;
  /** More was to be sent than the server takes at once. */
  overfull: () => void;
  /** Waits with the first try. */
  later?: boolean;
};

export type DocumentLine = {
  doc: Y.Doc;
  /** What the server said last of this document; kept while the line is gone. */
  standing: () => Standing | undefined;
  /** All that the server had when the line opened is here. */
  synced: () => boolean;
  /** Something that was edited here is not known to be durable. */
  unsaved: () => boolean;
  eyes: () => readonly StampedEyes[];
  look: (eyes: Eyes) => void;
  wake: () => void;
  close: () => void;
};

/**
 * A document of its own and the way to the server for it: the official provider, which merges and comes back by itself, and
 * the two messages of ours. Lives as long as one incarnation of the document.
 */
export function openLine({ name, server, WebSocket, later = false, ...tell }: LineParts): DocumentLine {
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  awareness.setLocalState({ on: null });
  const { look, stop } = openLook(awareness);
  const edits = trackEdits();
  let eyes: readonly StampedEyes[] = [];
  let standing: Standing | undefined;
  let sent = 0;
  let over = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const changed = () => {
    if (!over) tell.changed();
  };

  const provider = new WebsocketProvider(server + DOCUMENT_PATH, name, doc, {
    awareness,
    connect: !later,
    disableBc: true,
    maxBackoffTime: LONGEST_WAIT,
    WebSocketPolyfill: countedSocket(WebSocket, (carrier) => {
      sent += 1;
      if (carrier === 'everything' && standing?.access === 'write') edits.gaveAll();
    }),
  });
  if (later) timer = setTimeout(() => provider.connect(), LONGEST_WAIT);

  provider.messageHandlers[DOCUMENT_MESSAGE.saved] = (_reply, message) => {
    const vector = Y.decodeStateVector(readVarUint8Array(message));
    edits.durable(vector, readVarUint(message), sent);
    changed();
  };
  provider.messageHandlers[DOCUMENT_MESSAGE.standing] = (_reply, message) => {
    standing = JSON.parse(readVarString(message)) as Standing;
    if (standing.access === 'read') edits.mayBeRefused();
    // What is agreed to here is agreed to in this life of the document: its versions start from it.
    doc.guid = standing.incarnation;
    provider.params = { of: standing.incarnation };
    changed();
  };
  provider.on('status', ({ status }) => {
    if (status === 'connecting') {
      sent = 0;
      edits.mayBeRefused();
    }
    // Others are told anew when the line is back; by the clocks of before they would pass for old.
    if (status === 'disconnected') for (const client of known(awareness)) awareness.meta.delete(client);
    changed();
  });
  provider.on('sync', changed);
  provider.on('closed', ({ code }) => tell.closed(code));
  provider.on('connection-close', (event) => {
    // All that is unsent would go out again, and be closed again, for ever.
    if (event?.code !== TOO_MUCH || over) return;
    provider.disconnect();
    tell.overfull();
  });
  awareness.on('change', (_entries: unknown, origin: unknown) => {
    if (origin === 'local') return;
    eyes = othersEyes(awareness);
    changed();
  });
  doc.on('update', (_update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
    if (origin !== provider) edits.edited(transaction);
    changed();
  });

  const reconnect = () => {
    provider.disconnect();
    provider.connect();
  };

  return {
    doc,
    standing: () => standing,
    synced: () => provider.synced,
    unsaved: edits.waiting,
    eyes: () => eyes,
    look,
    /** The line may have died while the page slept: asks the server, and begins anew where no answer comes. */
    wake() {
      clearTimeout(timer);
      const { ws, wsLastMessageReceived: heard } = provider;
      if (!ws || !provider.wsconnected) return reconnect();
      const question = createEncoder();
      writeVarUint(question, DOCUMENT_MESSAGE.sync);
      writeSyncStep1(question, doc);
      ws.send(toUint8Array(question));
      timer = setTimeout(() => {
        if (provider.ws === ws && provider.wsLastMessageReceived === heard) reconnect();
      }, FIRST_ANSWER);
    },
    close() {
      over = true;
      clearTimeout(timer);
      stop();
      provider.destroy();
      doc.destroy();
    },
  };
}

const known = ({ meta, clientID }: Awareness) => [...meta.keys()].filter((client) => client !== clientID);
