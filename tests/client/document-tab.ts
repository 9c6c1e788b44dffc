import type { DocumentState, SavedState } from '@turnward/client/documents/document-state.ts';
import { type OpenDocument, openDocument } from '@turnward/client/documents/open-document.ts';
import { draftBox } from '@turnward/shared/documents/draft.ts';
import type { DocumentName } from '@turnward/shared/documents/names.ts';
import { expect } from 'vitest';
import { WebSocket } from 'ws';
import type * as Y from 'yjs';
import { type Person, until } from '../kit/person.ts';

/** One document in a tab of this person: the replica of the client on a line of its own, as in a browser but without one. */
export class DocumentTab {
  readonly document: OpenDocument;
  /** What the page said of its edits, each time it said something else. */
  readonly saved: SavedState[] = [];
  /** The page was shown again, or came back online. */
  wake: () => void = () => undefined;

  /** `server`: where the line leads, if it is not straight to the server. */
  constructor(person: Person, name: DocumentName, server = person.origin) {
    this.document = openTab(person, name, server, (woken) => {
      this.wake = woken;
    });
    this.saved.push(this.now.saved);
    this.document.subscribe(() => {
      if (this.now.saved !== this.saved.at(-1)) this.saved.push(this.now.saved);
    });
  }

  get now(): DocumentState {
    return this.document.snapshot();
  }

  /** One text of the document: in a draft, the box of the step `share`. */
  get #text(): Y.Text {
    return draftBox(this.now.doc, 'share', 'text');
  }

  get words(): string {
    return this.#text.toString();
  }

  write(words: string, at = this.words.length): void {
    this.#text.insert(at, words);
  }

  delete(at: number, count: number): void {
    this.#text.delete(at, count);
  }

  /** Waits until the page says so. */
  says(state: Partial<DocumentState>): Promise<void> {
    return until(() => expect(this.now).toMatchObject(state));
  }

  reads(words: string): Promise<void> {
    return until(() => expect(this.words).toBe(words));
  }

  close(): void {
    this.document.close();
  }
}

/** Opens a document as a page of this person would. */
export function openTab(
  { origin, cookie }: Person,
  name: DocumentName,
  server = origin,
  watching: (woken: () => void) => void = () => undefined,
): OpenDocument {
  class SignedIn extends WebSocket {
    constructor(url: string | URL) {
      super(url, { origin, headers: { cookie, host: new URL(origin).host } });
    }
  }
  return openDocument(name, {
    server: server.replace(/^http/, 'ws'),
    WebSocket: SignedIn as unknown as typeof globalThis.WebSocket,
    watch: (woken) => {
      watching(woken);
      return () => undefined;
    },
  });
}
