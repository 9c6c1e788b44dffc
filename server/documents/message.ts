import { DOCUMENT_MESSAGE } from '@turnward/shared/wire/document-line.ts';
import { createDecoder, type Decoder, hasContent, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';
import { type Contents, readContents } from './contents.ts';
import type { AwarenessEntry } from './frames.ts';

/** What a device says. `live`: typed just now on that device; otherwise brought from its copy, which holds others' edits too. */
export type Message =
  | { type: 'step1'; stateVector: Uint8Array }
  | { type: 'edit'; live: boolean; update: Uint8Array; contents: Contents }
  | { type: 'eyes'; entries: AwarenessEntry[] }
  | { type: 'query' };

/** Of more devices than this nobody is told at once. */
const MOST_ENTRIES = 1_000;

/** DO8. Reads a message to its end; undefined where it can't be read. Whatever its bytes are, nothing is thrown. */
export function readMessage(bytes: Uint8Array): Message | undefined {
  try {
    const decoder = createDecoder(bytes);
    const message = read(decoder);
    return hasContent(decoder) ? undefined : message;
  } catch {
    return undefined;
  }
}

function read(decoder: Decoder): Message | undefined {
  switch (readVarUint(decoder)) {
    case DOCUMENT_MESSAGE.sync:
      return readSync(decoder);
    case DOCUMENT_MESSAGE.awareness:
      return { type: 'eyes', entries: readEntries(createDecoder(readVarUint8Array(decoder))) };
    case DOCUMENT_MESSAGE.queryAwareness:
      return { type: 'query' };
    default:
      return undefined;
  }
}

function readSync(decoder: Decoder): Message | undefined {
  const step = readVarUint(decoder);
  const bytes = readVarUint8Array(decoder);
  if (step === messageYjsSyncStep1) {
    Y.decodeStateVector(bytes);
    return { type: 'step1', stateVector: bytes };
  }
  if (step !== messageYjsSyncStep2 && step !== messageYjsUpdate) return undefined;
  return { type: 'edit', live: step === messageYjsUpdate, update: bytes, contents: readContents(bytes) };
}

function readEntries(decoder: Decoder): AwarenessEntry[] {
  const entries: AwarenessEntry[] = [];
  for (let left = Math.min(readVarUint(decoder), MOST_ENTRIES); left > 0; left--) {
    const [clientId, clock] = [readVarUint(decoder), readVarUint(decoder)];
    entries.push({ clientId, clock, state: readVarString(decoder) });
  }
  return entries;
}
