import { addCard, cardText } from '@turnward/shared/documents/deck.ts';
import * as Y from 'yjs';
import { chance } from '../load/chance.ts';

/** One press of a key: the update that a real Y.Doc made of it, and the same inside a y-protocols sync message. */
export type Keystroke = { update: Uint8Array; message: Uint8Array };
/** Everything from the beginning, key by key, and the same text as one update. */
export type History = { keystrokes: Keystroke[]; whole: Keystroke };

/** Characters of one card before the next is begun; a card holds 280. */
const CARD = 240;
/** Of a hundred keys, how many take the last character back. */
const BACKSPACES = 8;
const SENTENCE = 'What would help you to feel that we are on the same side tonight, even if it is small? ';
/** The same person in every run and in every document, so that all peers get the same bytes. */
const TYPIST = 0x5eed1234;
const SYNC_UPDATE = [0, 2];

/**
 * Somebody types a deck, one character after another, now and then taking one back, card after card. Made beforehand, as
 * far as anybody asks, so that no Y.Doc runs beside the load.
 */
export class Typing {
  readonly #doc = new Y.Doc();
  readonly #chance = chance(42);
  readonly #keystrokes: Keystroke[] = [];
  #cards = 0;

  constructor() {
    this.#doc.clientID = TYPIST;
    this.#doc.on('update', (update: Uint8Array) => {
      this.#keystrokes.push(asSent(update));
    });
  }

  /** Makes sure that so many keystrokes are there. */
  prepare(count: number): void {
    while (this.#keystrokes.length < count) this.#press();
  }

  at(index: number): Keystroke {
    const keystroke = this.#keystrokes[index];
    if (!keystroke) throw new Error(`Only ${this.#keystrokes.length} keystrokes were prepared.`);
    return keystroke;
  }

  /** The first of them. */
  history(count: number): History {
    this.prepare(count);
    const keystrokes = this.#keystrokes.slice(0, count);
    const copy = new Y.Doc();
    copy.transact(() => {
      for (const { update } of keystrokes) Y.applyUpdate(copy, update);
    });
    return { keystrokes, whole: asSent(Y.encodeStateAsUpdate(copy)) };
  }

  #press(): void {
    const cardId = `card-${this.#cards}`;
    const text = cardText(this.#doc, cardId);
    if (this.#cards === 0 || text.length >= CARD) {
      addCard(this.#doc, [], `card-${++this.#cards}`, SENTENCE.slice(0, 1));
    } else if (text.length > 1 && this.#chance.below(100) < BACKSPACES) text.delete(text.length - 1, 1);
    else text.insert(text.length, SENTENCE[text.length % SENTENCE.length] ?? ' ');
  }
}

const asSent = (update: Uint8Array): Keystroke => ({
  update,
  message: Buffer.concat([Uint8Array.of(...SYNC_UPDATE, ...varUint(update.length)), update]),
});

/** lib0's variable-length number. */
export function varUint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 0x7f; rest = Math.floor(rest / 0x80)) bytes.push(0x80 | (rest & 0x7f));
  bytes.push(rest);
  return bytes;
}
