import type { Recorded } from '@turnward/shared/kernel/event.ts';
import type { GuestRole } from '@turnward/shared/kernel/stream.ts';
import type { Consent, SpaceEvent } from '@turnward/shared/space/events.ts';
import type { SpaceState } from '@turnward/shared/space/state.ts';

/** Something that changed what holds in this space: who did it (a member id), and about whom or what. */
export type Change = { seq: number; at: number } & (
  | { what: 'invited' | 'revoked'; by: string; role: GuestRole }
  | { what: 'founded' | 'joined' | 'thawed' | 'left'; who: string }
  | { what: 'proposed'; who: string; role: GuestRole }
  | { what: 'declined' | 'frozen' | 'ended'; by: string; who: string }
  | { what: 'meeting'; by: string; moment: number | null }
  | { what: 'homework'; by: string; guideId: string | null }
  | { what: 'consent'; by: string; to: Consent; until: number | null }
  | { what: 'withdrawn'; by: string; to: Consent }
  | { what: 'exported' | 'erased' | 'deletion-cancelled'; by: string }
  | { what: 'retention'; by: string; days: number }
  /** `talk`: when it was opened, in ms. */
  | { what: 'announced'; talk: number; moment: number }
  | { what: 'expired'; talk: number }
  | { what: 'partner-left'; who: string }
  | { what: 'deletion'; by: string; moment: number }
);

/**
 * Who changed what, newest first, so that nothing is done here behind anybody's back. Of those who are asked to confirm
 * a guest nobody is named before both have: a single yes or its absence is no news.
 */
export function changesIn(log: readonly Recorded<SpaceEvent>[], state: SpaceState): Change[] {
  return log.flatMap((recorded) => changeOf(recorded, state) ?? []).reverse();
}

function changeOf({ event, seq, at }: Recorded<SpaceEvent>, state: SpaceState): Change | undefined {
  switch (event.type) {
    case 'InviteMade':
      return event.role === 'partner' ? undefined : { seq, at, what: 'invited', by: event.by, role: event.role };
    case 'InviteRevoked': {
      const role = state.invites.find(({ inviteId }) => inviteId === event.inviteId)?.role;
      return !role || role === 'partner' ? undefined : { seq, at, what: 'revoked', by: event.by, role };
    }
    case 'GuestProposed':
      if (event.memberId === state.founder && !event.inviteId) return { seq, at, what: 'founded', who: event.memberId };
      return { seq, at, what: 'proposed', who: event.memberId, role: event.role };
    case 'MemberJoined':
      return event.role === 'partner' ? undefined : { seq, at, what: 'joined', who: event.memberId };
    case 'MemberThawed':
      return { seq, at, what: 'thawed', who: event.memberId };
    case 'GuestDeclined':
      return { seq, at, what: 'declined', by: event.by, who: event.memberId };
    case 'MemberFrozen':
      return { seq, at, what: 'frozen', by: event.by, who: event.memberId };
    case 'MemberLeft':
      if (event.by === event.memberId) return { seq, at, what: 'left', who: event.memberId };
      return { seq, at, what: 'ended', by: event.by, who: event.memberId };
    case 'MeetingSet':
      return { seq, at, what: 'meeting', by: event.by, moment: event.at };
    case 'HomeworkSet':
      return { seq, at, what: 'homework', by: event.by, guideId: event.guideId };
    case 'ConsentGiven':
      return { seq, at, what: 'consent', by: event.by, to: event.what, until: event.expiresAt };
    case 'ConsentWithdrawn':
      return { seq, at, what: 'withdrawn', by: event.by, to: event.what };
    case 'TranscriptExported':
      return { seq, at, what: 'exported', by: event.by };
    case 'RetentionSet':
      return { seq, at, what: 'retention', by: event.by, days: event.days };
    case 'ExpiryAnnounced':
      return { seq, at, what: 'announced', talk: openedAt(state, event.conversationId), moment: event.expiresAt };
    case 'ConversationExpired':
      return { seq, at, what: 'expired', talk: openedAt(state, event.conversationId) };
    case 'PartnerLeft':
      return { seq, at, what: 'partner-left', who: event.memberId };
    case 'WordsErased':
      return { seq, at, what: 'erased', by: event.by };
    case 'DeletionAnnounced':
      return { seq, at, what: 'deletion', by: event.by, moment: event.at };
    case 'DeletionCancelled':
      return { seq, at, what: 'deletion-cancelled', by: event.by };
    default:
      return undefined;
  }
}

const openedAt = ({ conversations }: SpaceState, id: string): number =>
  conversations.find(({ conversationId }) => conversationId === id)?.openedAt ?? 0;
