import { useState } from 'react';

/** By conversation, then by what it is. In this tab alone, and gone with it. */
const rooms = new Map<string, Map<string, unknown>>();

/**
 * What belongs to one room of the console while somebody moves between several: a whisper being written, a step that is
 * read ahead. Held until the tab is left or the room is forgotten; it is on no device and on no line. `of`: what it is.
 */
export function useKept<Value>(conversationId: string, of: string, first: Value) {
  const kept = (): Value => {
    const room = rooms.get(conversationId);
    return room?.has(of) ? (room.get(of) as Value) : first;
  };
  const [value, setValue] = useState(kept);
  /** `next`: made from what is kept by then, also where this part of the page is gone. */
  const keep = (next: (now: Value) => Value) => {
    const room = rooms.get(conversationId) ?? new Map<string, unknown>();
    const changed = next(kept());
    rooms.set(conversationId, room.set(of, changed));
    setValue(changed);
  };
  return [value, keep] as const;
}

/** The talk is over: nothing of its console is kept any longer. */
export const forgetRoom = (conversationId: string): boolean => rooms.delete(conversationId);
