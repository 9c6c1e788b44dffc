import { expect } from 'vitest';
import * as Y from 'yjs';
import { DocumentDevice } from './document-device.ts';
import type { Person } from './person.ts';

/** What somebody types without a pause, in words that can be told apart, and which of them were reported saved. */
export class Typist {
  readonly device: DocumentDevice;
  readonly saved = new Set<string>();
  readonly typed: string[] = [];
  readonly #who: string;
  #timer: NodeJS.Timeout | undefined;

  constructor(who: string, person: Pick<Person, 'origin' | 'cookie'>, name: string) {
    this.#who = who;
    this.device = new DocumentDevice(person, name);
  }

  /** A word every few ms, where the other types as well; what is durable by then is noted before each. */
  begin(every: number): void {
    this.#timer = setInterval(() => this.word(), every);
  }

  rest(): void {
    clearInterval(this.#timer);
    this.#look();
  }

  word(): void {
    this.#look();
    const word = `;${this.#who}${this.typed.length};`;
    wordsIn(this.device.doc).insert(0, word);
    this.typed.push(word);
  }

  close(): void {
    this.rest();
    this.device.close();
  }

  #look(): void {
    if (this.device.isSaved) for (const word of this.typed) this.saved.add(word);
  }
}

const wordsIn = (doc: Y.Doc): Y.Text => doc.getText('words');

/** Reads the document as somebody who was never there, and finds in it every word that was reported saved. */
export async function expectSavedWords(
  reader: Pick<Person, 'origin' | 'cookie'>,
  name: string,
  typists: readonly Typist[],
): Promise<void> {
  const fresh = await new DocumentDevice(reader, name, { doc: new Y.Doc() }).synced();
  const letters = wordsIn(fresh.doc).toString();
  fresh.close();
  for (const { saved } of typists) {
    for (const word of saved) expect(letters.includes(word), `${word} in ${letters.length} letters`).toBe(true);
  }
}
