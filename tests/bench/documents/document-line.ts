import type { Keystroke } from './typing.ts';

/** One device on one document, in sync and ready to type, whatever it speaks. */
export type DocumentLine = {
  ears: DocumentEars;
  /** Sync messages sent on this line: what `saved` counts. */
  readonly sent: number;
  type(keystroke: Keystroke): void;
  /** Sends everything as one update. */
  write(update: Uint8Array): void;
  close(): void;
};

export type DocumentEars = {
  /** An update from others; the bytes are good for the length of the call. */
  update(bytes: Buffer): void;
  /** So many of this line's sync messages are durable. */
  saved(count: number): void;
  closed(why: string): void;
};

export const deaf: DocumentEars = { update: () => {}, saved: () => {}, closed: () => {} };

/** One document and its devices. The first types, the others read along. `typed` counts its keystrokes so far. */
export type Sheet = { lines: readonly DocumentLine[]; typed: number };
