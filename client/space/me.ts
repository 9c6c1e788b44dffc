import type { GuestRoom, Me } from '@turnward/shared/wire/doors.ts';
import { askedAgain, WHILE_WAITING } from './asked-again.ts';
import { type Answer, doors } from './doors.ts';

/** How often it is asked whether a guest's membership has begun or ended elsewhere, in ms. */
const SETTLED = 30_000;

/** Undefined before the first answer; null while the server can't be reached and nothing is known yet. */
type Known = Me | null | undefined;
let reached = false;

async function askDoor(): Promise<Answer<Known>> {
  const answer = await doors.me();
  reached ||= answer.ok;
  return answer.ok || reached ? answer : { ok: true, value: null };
}

/** Nothing comes down the line before both partners have confirmed (ME1), so a page that waits for it asks again. */
const waitsIn = ({ standing }: GuestRoom): boolean => standing === 'waiting' || standing === 'frozen';
function again(known: Known): number | undefined {
  if (!known) return WHILE_WAITING;
  const rooms = known.member?.guestIn ?? [];
  if (rooms.some(waitsIn)) return WHILE_WAITING;
  return rooms.length > 0 ? SETTLED : undefined;
}

const me = askedAgain<Known>(askDoor, undefined, again);

/** Who is signed in on this device, with the rooms they belong to. */
export const useMe = me.use;
/** Asks now: a membership has begun or ended, as far as this page can tell. */
export const refreshMe = me.refresh;

/** A room that this person is a guest of or asked to be; null where they are not; undefined until that is known. */
export function useGuestIn(spaceId: string): GuestRoom | null | undefined {
  const known = useMe();
  return known ? (known.member?.guestIn.find((room) => room.spaceId === spaceId) ?? null) : undefined;
}

/** The page of a guest's room: where they wait, or where they are let in to. */
export function pageOf({ spaceId, role, standing, founder }: GuestRoom): string {
  if (standing === 'active') return role === 'facilitator' ? `/caseload/${spaceId}` : `/observe/space/${spaceId}`;
  return founder && standing === 'waiting' ? `/therapist/${spaceId}` : `/guest/${spaceId}`;
}
