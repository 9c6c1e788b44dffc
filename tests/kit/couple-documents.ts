import { cardsOf } from '@turnward/shared/documents/deck.ts';
import type { DocumentName } from '@turnward/shared/documents/names.ts';
import { storyText, storyWords } from '@turnward/shared/documents/story.ts';
import { guideById } from '@turnward/shared/guides/all-guides.ts';
import { DOCUMENT_MESSAGE, DOCUMENT_PATH, type Standing } from '@turnward/shared/wire/document-line.ts';
import { readVarString, readVarUint8Array } from 'lib0/decoding';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { type Person, until } from './person.ts';

/** Changes a document with the official client, and leaves once the server has saved what was changed. */
async function editDocument(person: Person, name: DocumentName, change: (doc: Y.Doc) => void): Promise<Y.Doc> {
  const doc = new Y.Doc();
  const headers = { origin: person.origin, cookie: person.cookie };
  class OurSocket extends WebSocket {
    constructor(address: string | URL) {
      super(address, { headers });
    }
  }
  const url = person.origin.replace('http', 'ws') + DOCUMENT_PATH.slice(0, -1);
  const provider = new WebsocketProvider(url, name, doc, {
    WebSocketPolyfill: OurSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    connect: false,
  });
  let durable: Map<number, number> = new Map();
  provider.messageHandlers[DOCUMENT_MESSAGE.saved] = (_encoder, decoder) => {
    durable = Y.decodeStateVector(readVarUint8Array(decoder));
  };
  provider.messageHandlers[DOCUMENT_MESSAGE.standing] = (_encoder, decoder) => {
    doc.guid = (JSON.parse(readVarString(decoder)) as Standing).incarnation;
  };
  try {
    provider.connect();
    await until(() => {
      if (!provider.synced) throw new Error(`${name} did not open`);
    });
    change(doc);
    const mine = Y.decodeStateVector(Y.encodeStateVector(doc)).get(doc.clientID) ?? 0;
    await until(() => {
      if ((durable.get(doc.clientID) ?? 0) < mine) throw new Error(`${name} was not saved`);
    });
  } finally {
    provider.destroy();
  }
  return doc;
}

/** Opens the deck; the version of each card's words, by card id. */
export async function openDeck(person: Person, conversationId: string, guideId: string): Promise<Map<string, string>> {
  const doc = await editDocument(person, `deck/${conversationId}`, () => undefined);
  const guideCards = guideById(guideId)?.cards?.map(({ id }) => id) ?? [];
  return new Map(cardsOf(doc, guideCards).map(({ cardId, version }) => [cardId, version]));
}

/** Writes the words of a turn anew; gives back their version. */
export async function writeStory(
  person: Person,
  conversationId: string,
  turnId: string,
  words: string,
): Promise<string> {
  const written = await editDocument(person, `story/${conversationId}`, (doc) => {
    const text = storyText(doc, turnId);
    doc.transact(() => {
      text.delete(0, text.length);
      text.insert(0, words);
    });
  });
  return storyWords(written, turnId).version;
}
