import { type StreamName, streamName } from '@turnward/shared/kernel/stream.ts';
import { guestOf, memberOf } from '@turnward/shared/space/state.ts';
import type { EventStore } from '../ports/event-store.ts';
import type { Spaces } from './spaces.ts';

/** Names are words, so they are read from the sealed log where a door must show one, and kept nowhere else. */
export type Names = {
  space(spaceId: string): Promise<string>;
  /** A member, or somebody who asks to be one; empty where the space knows nobody of this id. */
  member(spaceId: string, memberId: string): Promise<string>;
};

export function openNames(events: EventStore, spaces: Spaces): Names {
  const nameAt = async (stream: StreamName, seq: number): Promise<string> => {
    const [recorded] = await events.read(stream, seq - 1, 1);
    return recorded?.words?.text?.name ?? '';
  };
  return {
    space: (spaceId) => nameAt(streamName('space', spaceId), 1),
    async member(spaceId, memberId) {
      const { state } = await spaces.load(spaceId);
      const left = state.left.find((each) => each.memberId === memberId);
      const known = memberOf(state, memberId) ?? left ?? guestOf(state, memberId);
      return known ? nameAt(streamName('space', spaceId), known.nameSeq) : '';
    },
  };
}
