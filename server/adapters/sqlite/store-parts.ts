import type { KeyProvider } from '../../ports/key-provider.ts';
import { type DocumentRows, documentRows } from './document-rows.ts';
import { type EventRows, eventRows } from './event-rows.ts';
import { KekProofs } from './kek-proofs.ts';
import { type KeyRows, keyRows } from './key-rows.ts';
import { type Files, Shredder } from './shredder.ts';
import { StreamKeys } from './stream-keys.ts';

/** What the stores on the same two files share: there is one of each, since this process is the only writer. */
export type StoreParts = {
  files: Files;
  events: EventRows;
  documents: DocumentRows;
  keys: KeyRows;
  streamKeys: StreamKeys;
  proofs: KekProofs;
  shredder: Shredder;
};

/** Makes up for destructions that a crash left half done, and follows the log of what was destroyed. `now` in ms. */
export function storeParts(files: Files, provider: KeyProvider, now: () => number): StoreParts {
  const keys = keyRows(files.keys);
  const proofs = new KekProofs(keys, provider);
  const parts = {
    files,
    events: eventRows(files.events),
    documents: documentRows(files.events),
    keys,
    proofs,
    streamKeys: new StreamKeys(keys, provider, proofs),
  };
  return { ...parts, shredder: new Shredder(parts, now) };
}
