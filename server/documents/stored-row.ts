import { createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding';

/** What lies in a row of the store: an update, and whose the client ids are that were new in it. */
export type StoredRow = { update: Uint8Array; authors: ReadonlyMap<number, string> };

const FORMAT = 1;

export function encodeRow({ update, authors }: StoredRow): Uint8Array {
  const byMember = Map.groupBy(authors, ([, memberId]) => memberId);
  const encoder = createEncoder();
  writeVarUint(encoder, FORMAT);
  writeVarUint(encoder, byMember.size);
  for (const [memberId, ids] of byMember) {
    writeVarString(encoder, memberId);
    writeVarUint(encoder, ids.length);
    for (const [id] of ids) writeVarUint(encoder, id);
  }
  writeVarUint8Array(encoder, update);
  return toUint8Array(encoder);
}

/** Throws where the bytes are no row of ours. */
export function decodeRow(bytes: Uint8Array): StoredRow {
  const decoder = createDecoder(bytes);
  if (readVarUint(decoder) !== FORMAT) throw new Error('A row of a document in a form that is not known');
  const authors = new Map<number, string>();
  for (let members = readVarUint(decoder); members > 0; members--) {
    const memberId = readVarString(decoder);
    for (let ids = readVarUint(decoder); ids > 0; ids--) authors.set(readVarUint(decoder), memberId);
  }
  return { update: readVarUint8Array(decoder), authors };
}
