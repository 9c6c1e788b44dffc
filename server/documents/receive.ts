import { STRIKES } from '@turnward/shared/wire/document-line.ts';
import * as Y from 'yjs';
import { pointsOf } from './budget.ts';
import { readContents } from './contents.ts';
import type { Device } from './device.ts';
import { type Message, readMessage } from './message.ts';
import type { Room } from './room.ts';

type Edit = Extract<Message, { type: 'edit' }>;

/** One message of a device that stands in this room. Returns whether it changed the document. */
export function receive(room: Room, device: Device, bytes: Uint8Array): boolean {
  const message = readMessage(bytes);
  if (!message) {
    device.strikes += 1;
    if (device.strikes >= STRIKES) device.close('malformed');
    return false;
  }
  switch (message.type) {
    case 'step1':
      room.answer(device, message.stateVector);
      return false;
    case 'edit':
      return receiveEdit(room, device, message);
    case 'eyes':
      room.eyes.hear(device, message.entries);
      return false;
    case 'query': {
      const eyes = room.eyes.all(device);
      if (eyes) device.send(eyes);
      return false;
    }
  }
}

/** Whatever becomes of an edit, the device hears that it was dealt with once all before it is durable. */
function receiveEdit(room: Room, device: Device, edit: Edit): boolean {
  device.heard += 1;
  // DO2: dropped; where writing opens again it is asked for anew (DO3).
  const changed = device.access === 'write' && takeEdit(room, device, edit);
  if (!changed) room.keeping.owe();
  return changed;
}

function takeEdit(room: Room, device: Device, edit: Edit): boolean {
  const own = ofOwnHand(room, device, edit);
  if (own?.contents.empty) return false;
  const strain = own && room.capacity.take(own, device.memberId);
  if (!own || strain === undefined) {
    device.close('full');
    return false;
  }
  // What it costs is paid once it is known; who can't pay brings it again later.
  if (device.spend(pointsOf(own.contents, strain))) return room.take(device, own.update);
  device.close('tooMany');
  return false;
}

/**
 * DO11. What of an edit this member may write: all but what is new under client ids that belong to another. What is typed
 * makes an id its member's own; what a copy brings does not, since a copy holds what others wrote, too. Undefined where there
 * are more ids than a document may know.
 */
function ofOwnHand(room: Room, device: Device, edit: Edit): Edit | undefined {
  const { authors, doc } = room;
  const { live, update, contents } = edit;
  const writing = [...contents.ends].filter(([id, end]) => end > Y.getState(doc.store, id)).map(([id]) => id);
  if (!authors.hasRoomFor(writing, device.memberId)) return undefined;
  const take = (id: number) => (live ? authors.claim(id, device.memberId) : authors.accept(id, device.memberId));
  const foreign = writing.filter((id) => !take(id));
  if (foreign.length === 0) return edit;
  const known = new Map(foreign.map((id) => [id, contents.ends.get(id) ?? 0]));
  const left = Y.diffUpdate(update, Y.encodeStateVector(known));
  return { ...edit, update: left, contents: readContents(left) };
}
