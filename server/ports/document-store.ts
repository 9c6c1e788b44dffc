/** A document as stored: applying its rows in order gives its state. */
export type StoredDocument = {
  /** Names this life of the document: 16 or more random characters. One that was destroyed never comes back under it. */
  incarnation: string;
  rows: { row: number; update: Uint8Array }[];
};

/** `gone`: this incarnation was destroyed meanwhile; nothing was recorded. */
export type DocumentOutcome = { outcome: 'saved'; row: number } | { outcome: 'gone' };

/**
 * Keeps documents as a log of updates and snapshots, each sealed like the words of events. The bytes are opaque to it.
 * All methods reject with a fault where the disk or a key fails; then nothing was recorded.
 */
export interface DocumentStore {
  /** The document, or undefined where there is none. */
  find(name: string): Promise<StoredDocument | undefined>;

  /** The document; where there is none it is made, empty and durable, with a new incarnation. */
  open(name: string, spaceId: string): Promise<StoredDocument>;

  /** Appends durably: resolves after the fsync, never before (DS1). Appends that wait together share one. */
  append(name: string, incarnation: string, update: Uint8Array): Promise<DocumentOutcome>;

  /**
   * Replaces exactly these rows by one state under a new key, in one step (DS3); rows appended meanwhile stay. Ciphertext
   * of the old rows goes, and so does each key that no row is sealed with any more.
   */
  compact(name: string, incarnation: string, rows: readonly number[], state: Uint8Array): Promise<DocumentOutcome>;

  /** Destroys documents, words and keys; names that are not there are passed over. */
  destroy(names: readonly string[]): Promise<void>;
}
