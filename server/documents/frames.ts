import { DOCUMENT_MESSAGE, type Standing } from '@turnward/shared/wire/document-line.ts';
import {
  createEncoder,
  type Encoder,
  toUint8Array,
  writeVarString,
  writeVarUint,
  writeVarUint8Array,
} from 'lib0/encoding';
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync';

const frame = (type: number, write: (encoder: Encoder) => void): Uint8Array => {
  const encoder = createEncoder();
  writeVarUint(encoder, type);
  write(encoder);
  return toUint8Array(encoder);
};

const sync = (step: number, bytes: Uint8Array): Uint8Array =>
  frame(DOCUMENT_MESSAGE.sync, (encoder) => {
    writeVarUint(encoder, step);
    writeVarUint8Array(encoder, bytes);
  });

/** Asks for what the server lacks. */
export const step1Frame = (stateVector: Uint8Array): Uint8Array => sync(messageYjsSyncStep1, stateVector);
/** What the client lacked. */
export const step2Frame = (update: Uint8Array): Uint8Array => sync(messageYjsSyncStep2, update);
export const updateFrame = (update: Uint8Array): Uint8Array => sync(messageYjsUpdate, update);

export const standingFrame = (standing: Standing): Uint8Array =>
  frame(DOCUMENT_MESSAGE.standing, (encoder) => writeVarString(encoder, JSON.stringify(standing)));

/** `stateVector` is durable; `heard` of this socket's sync messages are behind it. */
export const savedFrame = (stateVector: Uint8Array, heard: number): Uint8Array =>
  frame(DOCUMENT_MESSAGE.saved, (encoder) => {
    writeVarUint8Array(encoder, stateVector);
    writeVarUint(encoder, heard);
  });

/** One device's state of awareness; `state` is JSON text, `null` where the device is gone. */
export type AwarenessEntry = { clientId: number; clock: number; state: string };

export const awarenessFrame = (entries: readonly AwarenessEntry[]): Uint8Array =>
  frame(DOCUMENT_MESSAGE.awareness, (encoder) => {
    const update = createEncoder();
    writeVarUint(update, entries.length);
    for (const { clientId, clock, state } of entries) {
      writeVarUint(update, clientId);
      writeVarUint(update, clock);
      writeVarString(update, state);
    }
    writeVarUint8Array(encoder, toUint8Array(update));
  });
