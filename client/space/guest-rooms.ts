import type { GuestRoom } from '@turnward/shared/wire/doors.ts';
import { refreshMe, useMe } from './me.ts';

/** The spaces where whoever is signed in on this device is a guest, or asked to be one. `nobody`: nobody is signed in. */
export type GuestRooms =
  | { phase: 'connecting' | 'nobody' | 'unreachable' }
  | { phase: 'ready'; memberId: string; rooms: readonly GuestRoom[] };

export function useGuestRooms(): GuestRooms {
  const me = useMe();
  if (!me) return { phase: me === null ? 'unreachable' : 'connecting' };
  const { member } = me;
  return member ? { phase: 'ready', memberId: member.memberId, rooms: member.guestIn } : { phase: 'nobody' };
}

export const refreshGuestRooms = (): void => void refreshMe();
