import type { GuestRoom, Me } from '@turnward/shared/wire/doors.ts';

/** A guest's room that still leads somewhere: not one they were turned down for, or have left. */
type OpenRoom = GuestRoom & { standing: 'waiting' | 'active' | 'frozen' };
const leadsSomewhere = (room: GuestRoom): room is OpenRoom => room.standing !== 'declined' && room.standing !== 'ended';

/**
 * What the start page offers somebody who is signed in. Couples that somebody accompanies are in one caseload; what only
 * waits, and a room to read along in, is offered by its name.
 */
export function roomsOf({ spaces, guestIn }: NonNullable<Me['member']>): {
  spaces: string[];
  caseload: boolean;
  others: OpenRoom[];
} {
  const inCaseload = ({ role, standing }: GuestRoom) => role === 'facilitator' && standing === 'active';
  return {
    spaces,
    caseload: guestIn.some(inCaseload),
    others: guestIn.filter(leadsSomewhere).filter((room) => !inCaseload(room)),
  };
}
