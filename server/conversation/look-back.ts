import { otherSeat, streamName } from '@turnward/shared/kernel/stream.ts';
import { mayLookBackAlone } from '@turnward/shared/space/consents.ts';
import { memberOf, partnerIn } from '@turnward/shared/space/state.ts';
import type { Spaces } from '../space/spaces.ts';
import type { Connections } from './connections.ts';
import type { Presence } from './presence.ts';

type Parts = {
  connections: Connections;
  spaces: Spaces;
  opensForBoth: Presence['opensForBoth'];
};

/**
 * CO4. Ends what partners read of talks that are over, in this space, where the other neither stands by its being read alone nor opens
 * it for both. Their pages are told to ask again.
 */
export function openLookBack({ connections, spaces, opensForBoth }: Parts) {
  return async (spaceId: string): Promise<void> => {
    const { state } = await spaces.load(spaceId);
    const over = state.conversations.filter(({ closed }) => closed !== null);
    for (const connection of [...connections.inSpace(spaceId)]) {
      const member = memberOf(state, connection.session.memberId);
      if (member?.role !== 'partner' || mayLookBackAlone(state, member.seat)) continue;
      const other = partnerIn(state, otherSeat(member.seat))?.memberId ?? '';
      const ended = over.filter(
        ({ conversationId }) =>
          connections.follows(connection, 'events', streamName('talk', conversationId)) &&
          !opensForBoth(other, spaceId, conversationId),
      );
      for (const { conversationId } of ended)
        connections.unfollow(connection, { to: 'conversation', id: conversationId });
      if (ended.length > 0) connection.socket.emit('unfollowed', { spaceId });
    }
  };
}
