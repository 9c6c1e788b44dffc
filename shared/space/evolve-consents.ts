import type { Recorded } from '../kernel/event.ts';
import type { ConsentEvent, KeepingEvent, LeavingEvent } from './events.ts';
import { dueAt } from './retention.ts';
import { isOpen, type SpaceState } from './state.ts';

/** Folds who consents to what, how long talks stay, and who leaves. Total, as `evolveSpace` is. */
export function evolveConsents(
  state: SpaceState,
  { event, at }: Recorded<ConsentEvent | KeepingEvent | LeavingEvent>,
): SpaceState {
  switch (event.type) {
    case 'ConsentGiven': {
      const { what, version, by, expiresAt, about = null } = event;
      const togetherOnly = what === 'look-back-alone' ? without(state.togetherOnly, by) : state.togetherOnly;
      const given = { what, version, by, about, at, expiresAt };
      return { ...state, togetherOnly, consents: [...consentsBut(state, event), given] };
    }
    case 'ConsentWithdrawn': {
      const { what, by } = event;
      const { togetherOnly } = state;
      const alone = what === 'look-back-alone' ? [...without(togetherOnly, by), by] : togetherOnly;
      return { ...state, togetherOnly: alone, consents: consentsBut(state, event) };
    }
    case 'RetentionSet':
      return announcedAnew({ ...state, retention: { ...state.retention, [event.by]: event.days } });
    case 'ExpiryAnnounced':
      return withTalk(state, event.conversationId, { announced: event.expiresAt });
    case 'ConversationExpired':
      return withTalk(state, event.conversationId, { expired: at });
    case 'PartnerLeft':
      return partnerLeft(state, event.memberId, at);
    case 'WordsErased':
      return { ...state, erased: { ...state.erased, [event.by]: at } };
    case 'DeletionAnnounced':
      return { ...state, deletions: [...state.deletions, { by: event.by, at: event.at }] };
    case 'DeletionCancelled':
      return { ...state, deletions: state.deletions.filter(({ by }) => by !== event.by) };
    case 'SpaceDeleted':
      return {
        ...guestsOut(state),
        members: [],
        left: [],
        consents: [],
        deletions: [],
        deleted: true,
        conversations: state.conversations.map((talk) => ({ ...talk, expired: talk.expired ?? at })),
      };
    default:
      return state;
  }
}

/** ER5. An announcement that has come to lie before the end says nothing of it any more. */
const announcedAnew = (state: SpaceState): SpaceState => ({
  ...state,
  conversations: state.conversations.map((talk) =>
    talk.announced !== null && talk.announced < (dueAt(state, talk) ?? 0) ? { ...talk, announced: null } : talk,
  ),
});

/** ER6. Their consents are void with them; what both had agreed to about guests is, too. */
function partnerLeft(state: SpaceState, memberId: string, at: number): SpaceState {
  const leaver = state.members.find((each) => each.memberId === memberId);
  if (leaver?.role !== 'partner') return state;
  return {
    ...guestsOut(state),
    members: state.members.filter((each) => each.role === 'partner' && each.memberId !== memberId),
    left: [...state.left, { ...leaver, at }],
    consents: state.consents.filter(({ by }) => by !== memberId),
    meeting: null,
    homework: null,
  };
}

/** No guest belongs here, comes or is asked about any more. */
const guestsOut = (state: SpaceState): SpaceState => ({
  ...state,
  guests: state.guests.map((guest) => (isOpen(guest) ? { ...guest, standing: 'ended', confirmedBy: [] } : guest)),
  invites: state.invites.map((invite) => (invite.status === 'open' ? { ...invite, status: 'revoked' } : invite)),
  requests: state.requests.map((each) => (each.status === 'waiting' ? { ...each, status: 'declined' } : each)),
});

type Which = Extract<ConsentEvent, { type: 'ConsentGiven' | 'ConsentWithdrawn' }>;

const consentsBut = ({ consents }: SpaceState, { what, by, about }: Which) =>
  consents.filter((given) => given.what !== what || given.by !== by || given.about !== (about ?? null));

const without = (ids: readonly string[], id: string): string[] => ids.filter((each) => each !== id);

const withTalk = (
  state: SpaceState,
  conversationId: string,
  change: Partial<SpaceState['conversations'][number]>,
): SpaceState => ({
  ...state,
  conversations: state.conversations.map((talk) =>
    talk.conversationId === conversationId ? { ...talk, ...change } : talk,
  ),
});
