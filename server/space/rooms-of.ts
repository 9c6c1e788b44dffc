import { standingIn } from '@turnward/shared/space/rights.ts';
import { guestOf, type SpaceState } from '@turnward/shared/space/state.ts';
import type { GuestRoom, LeftRoom, Me } from '@turnward/shared/wire/doors.ts';
import type { AdmissionParts } from './admission-parts.ts';

type Rooms = Omit<Exclude<Me['member'], null>, 'memberId'>;

/** The spaces of a person: where they are a partner, and where they are a guest, were one, or asked to be. */
export function openRoomsOf({
  events,
  spaces,
  names,
  now,
}: Pick<AdmissionParts, 'events' | 'spaces' | 'names' | 'now'>) {
  return async (memberId: string): Promise<Rooms> => {
    const rooms: Rooms = { spaces: [], guestIn: [] };
    for (const spaceId of await events.spacesOf(memberId)) {
      const { state } = await spaces.load(spaceId);
      if (state.deleted) continue;
      if (standingIn(state, memberId) === 'former') {
        rooms.left = [...(rooms.left ?? []), leftRoom(state, memberId)];
        continue;
      }
      if (standingIn(state, memberId) === 'partner') {
        rooms.spaces.push(spaceId);
        continue;
      }
      const guest = guestOf(state, memberId);
      if (!guest) continue;
      const { role, standing } = guest;
      rooms.guestIn.push({
        spaceId,
        spaceName: await names.space(spaceId),
        role,
        standing,
        founder: state.founder === memberId,
        practice: state.practice,
        invites: invitesOfFounder(state, memberId, now()),
      });
    }
    return rooms;
  };
}

function leftRoom({ spaceId, left, erased, deletions }: SpaceState, memberId: string): LeftRoom {
  const at = left.find((each) => each.memberId === memberId)?.at ?? 0;
  const deletion = deletions.find(({ by }) => by === memberId)?.at ?? null;
  return { spaceId, at, wordsStay: (erased[memberId] ?? 0) < at, deletion };
}

/** ME7. A founder who is not confirmed yet is no member: how their invitations stand is all they are told. */
function invitesOfFounder(space: SpaceState, memberId: string, now: number): GuestRoom['invites'] {
  if (standingIn(space, memberId) !== 'founder') return [];
  return space.invites.flatMap((invite) => {
    if (invite.role !== 'partner' || invite.by !== memberId) return [];
    const { inviteId, seat, expiresAt } = invite;
    const status = invite.status === 'open' && now >= expiresAt ? 'expired' : invite.status;
    return [{ inviteId, seat, status, expiresAt }];
  });
}
