import type { ConversationState } from '@turnward/shared/conversation/state.ts';
import {
  mayRead,
  otherSeat,
  readableStreams,
  type StreamKind,
  type StreamName,
  streamName,
} from '@turnward/shared/kernel/stream.ts';
import { mayLookBackAlone } from '@turnward/shared/space/consents.ts';
import { guestOf, type Member, memberOf, partnerIn, type SpaceState } from '@turnward/shared/space/state.ts';
import type { Follow } from '@turnward/shared/wire/protocol.ts';
import type { Spaces } from '../space/spaces.ts';
import type { Manner } from './connections.ts';
import type { Conversations } from './conversations.ts';

/** Where a follow leads, for one member. */
export type Audience = {
  spaceId: string;
  member: Member;
  streams: StreamName[];
  /** CO4. Read only while this member, the other partner, opens it for both: they do not stand by its being read alone. */
  only: { with: string } | null;
};

/** PR1, CA3. Whether a member, if they are one, may be told of streams of this kind in this manner. */
export const mayBeTold = (kind: StreamKind, as: Manner, member: Member | undefined): boolean =>
  member !== undefined && mayRead(kind, member) && (as === 'events' || member.role === 'facilitator');

/** Which streams somebody may follow; undefined where there is nothing for them, whether it exists or not (PR6). */
export async function audienceOf(
  { to, id }: Pick<Follow, 'to' | 'id'>,
  memberId: string,
  { conversations, spaces }: { conversations: Conversations; spaces: Spaces },
): Promise<Audience | undefined> {
  const talk = to === 'space' ? undefined : (await conversations.load(id)).state;
  const spaceId = talk?.spaceId ?? id;
  const { state: space } = await spaces.load(spaceId);
  const member = memberOf(space, memberId);
  if (!member) return undefined;
  if (!talk) return { spaceId, member, streams: [streamName('space', id)], only: null };
  const open = to === 'headers' ? hasHeadersFor(member, talk, space) : hasWordsFor(member, talk);
  const only = to === 'conversation' ? onlyWith(member, talk, space) : null;
  return open ? { spaceId, member, streams: readableStreams(id, member), only } : undefined;
}

function onlyWith(member: Member, { phase }: ConversationState, space: SpaceState): Audience['only'] {
  if (member.role !== 'partner' || phase !== 'ended' || mayLookBackAlone(space, member.seat)) return null;
  return { with: partnerIn(space, otherSeat(member.seat))?.memberId ?? '' };
}

/** ME8. A guest reads along while a talk is on; the record is the couple's. */
const hasWordsFor = ({ role }: Member, { phase }: ConversationState): boolean =>
  role === 'partner' || phase !== 'ended';

/** CA3. For facilitators; of talks that ended, those they might have been there for. */
function hasHeadersFor({ role, memberId }: Member, { ended }: ConversationState, space: SpaceState): boolean {
  const joinedAt = guestOf(space, memberId)?.joinedAt ?? Number.POSITIVE_INFINITY;
  return role === 'facilitator' && (ended === null || ended.at > joinedAt);
}
