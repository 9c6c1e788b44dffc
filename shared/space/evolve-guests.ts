import type { Recorded } from '../kernel/event.ts';
import type { GuestRole } from '../kernel/stream.ts';
import type { SpaceEvent } from './events.ts';
import { type Guest, guestOf, type Member, memberOf, type SpaceState } from './state.ts';

type Proposed = Extract<SpaceEvent, { type: 'GuestProposed' }>;

export function proposed(state: SpaceState, { memberId, role, secrets }: Proposed, seq: number): SpaceState {
  const guest: Guest = {
    memberId,
    role,
    standing: 'waiting',
    confirmedBy: [],
    secrets: secrets ?? null,
    joinedAt: null,
    nameSeq: seq,
  };
  return { ...state, guests: [...state.guests, guest] };
}

export function confirmed(state: SpaceState, memberId: string, by: string): SpaceState {
  const partner = memberOf(state, by);
  const guest = guestOf(state, memberId);
  if (!guest || partner?.role !== 'partner' || guest.confirmedBy.includes(partner.seat)) return state;
  return withGuest(state, memberId, { confirmedBy: [...guest.confirmedBy, partner.seat] });
}

type Joined = Extract<SpaceEvent, { type: 'MemberJoined'; role: GuestRole }>;

export function guestJoined(state: SpaceState, { event, seq, at }: Recorded<Joined>): SpaceState {
  const { memberId, role } = event;
  const joined = withGuest(state, memberId, { standing: 'active', joinedAt: at, nameSeq: seq });
  return withMember(joined, { memberId, role, practice: null, nameSeq: seq });
}

export function thawed(state: SpaceState, memberId: string): SpaceState {
  const guest = guestOf(state, memberId);
  if (!guest) return state;
  const { role, nameSeq } = guest;
  const again = withGuest(state, memberId, { standing: 'active' });
  return withMember(again, { memberId, role, practice: null, nameSeq });
}

/** ME2. From here on nothing of the space is theirs; what both had agreed to is void. */
export function putOut(state: SpaceState, memberId: string, standing: 'declined' | 'frozen' | 'ended'): SpaceState {
  const members = state.members.filter((member) => member.role === 'partner' || member.memberId !== memberId);
  return withGuest({ ...state, members }, memberId, { standing, confirmedBy: [] });
}

const withMember = (state: SpaceState, member: Member): SpaceState => ({
  ...state,
  members: [...state.members.filter(({ memberId }) => memberId !== member.memberId), member],
});

/** Changes where this person stands now; what was before an end stays as it was. */
function withGuest(state: SpaceState, memberId: string, change: Partial<Guest>): SpaceState {
  const last = state.guests.findLastIndex((guest) => guest.memberId === memberId);
  const guests = state.guests.map((guest, at) => (at === last ? { ...guest, ...change } : guest));
  return { ...state, guests };
}
