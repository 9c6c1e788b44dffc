import { SEATS, type Seat } from '@turnward/shared/kernel/stream.ts';
import {
  type Guest,
  guestOf,
  type ListedConversation,
  type Member,
  partnerIn,
  type SpaceState,
} from '@turnward/shared/space/state.ts';
import type { PresenceState } from '@turnward/shared/wire/protocol.ts';
import type { Space } from '../../space/replica.ts';
import type { MarkOf } from '../../ui/mark.tsx';

/** A partner as the caseload shows them. `unknown` while this device itself has no line. */
export type Partner = { seat: Seat; name: string; presence: PresenceState | 'notHere' | 'unknown' };

type Known = Pick<Space, 'state' | 'names' | 'presence' | 'connection'>;

/** Both partners, as far as they have come. */
export function partnersOf({ state, names, presence, connection }: Known): Partner[] {
  return SEATS.flatMap((seat) => {
    const partner = partnerIn(state, seat);
    if (!partner) return [];
    const { memberId } = partner;
    const at = connection === 'connected' ? (presence[memberId]?.state ?? 'notHere') : 'unknown';
    return [{ seat, name: names[memberId] ?? '', presence: at }];
  });
}

/** Somebody of this couple's room, or on the way in or out of it. */
export type Person = {
  memberId: string;
  name: string;
  mark: MarkOf;
  role: Member['role'];
  standing: 'member' | Extract<Guest['standing'], 'waiting' | 'frozen'>;
  mine: boolean;
  presence: Partner['presence'];
  devices: number;
};

/** Everybody who belongs here, the two first, then who waits or is frozen: there is nobody unseen (ME9). */
export function peopleOf({ state, names, presence, connection }: Known, memberId: string): Person[] {
  const person = (of: Pick<Member, 'memberId' | 'role'>, mark: MarkOf, standing: Person['standing']): Person => {
    const known = presence[of.memberId];
    return {
      memberId: of.memberId,
      name: names[of.memberId] ?? '',
      mark,
      role: of.role,
      standing,
      mine: of.memberId === memberId,
      presence: connection === 'connected' ? (known?.state ?? 'notHere') : 'unknown',
      devices: known?.devices ?? 0,
    };
  };
  const members = state.members.map((each) => person(each, each.role === 'partner' ? each.seat : each.role, 'member'));
  const others = state.guests.flatMap((guest) =>
    guest.standing === 'waiting' || guest.standing === 'frozen' ? [person(guest, guest.role, guest.standing)] : [],
  );
  return [...members.toSorted((one, other) => place(one) - place(other)), ...others];
}

const ORDER: readonly MarkOf[] = ['a', 'b', 'facilitator', 'observer'];
const place = ({ mark }: Person): number => ORDER.indexOf(mark);

export type PastTalk = ListedConversation & { closed: NonNullable<ListedConversation['closed']> };

/** CA3. The talks that ended since this guest came, the latest first. */
export function pastTalks(state: SpaceState, memberId: string): PastTalk[] {
  const since = guestOf(state, memberId)?.joinedAt ?? Number.POSITIVE_INFINITY;
  return state.conversations
    .filter((talk): talk is PastTalk => talk.closed !== null && talk.closed.at > since)
    .toSorted((one, other) => other.openedAt - one.openedAt);
}
