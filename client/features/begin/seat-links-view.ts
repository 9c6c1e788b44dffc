import type { Seat } from '@turnward/shared/kernel/stream.ts';
import type { GuestRoom } from '@turnward/shared/wire/doors.ts';

export type SeatInvite = GuestRoom['invites'][number];

/** What became of the links of one seat: whether somebody came, else the link that was made last, if any. */
export function inviteOf(invites: readonly SeatInvite[], seat: Seat): SeatInvite | undefined {
  const mine = invites.filter((invite) => invite.seat === seat);
  return mine.find(({ status }) => status === 'used') ?? mine.toSorted((a, b) => b.expiresAt - a.expiresAt)[0];
}

/** The links of a seat that would still open the door: a new one replaces them, so that no old one lets somebody else in. */
export const openFor = (invites: readonly SeatInvite[], seat: Seat): string[] =>
  invites.flatMap((invite) => (invite.seat === seat && invite.status === 'open' ? [invite.inviteId] : []));
