import type { Role } from '@turnward/shared/kernel/stream.ts';
import { facilitatorsOf } from '@turnward/shared/space/state.ts';
import type { Room } from '../conversation/room.ts';
import type { PresenceOf } from '../space/space-store.ts';
import type { MarkOf } from '../ui/mark.tsx';

/** Somebody who belongs to the talk, here or not. `part`: what they are there for. */
export type InRoom = {
  memberId: string;
  name: string;
  mark: MarkOf;
  part: Exclude<Role, 'facilitator'> | 'leads' | 'helps';
  known: PresenceOf | undefined;
};

type Source = Pick<Room, 'space' | 'state' | 'people' | 'around'>;

/** ME9. Everybody who may be in this room, the two first: there is nobody who watches unseen. */
export function inTheRoom({ space, state, people, around }: Source): InRoom[] {
  const all = space.members.map((member): InRoom => {
    const { memberId, role } = member;
    const helps = state.lead?.memberId === memberId ? 'leads' : 'helps';
    return {
      memberId,
      name: people[memberId] ?? '',
      mark: role === 'partner' ? member.seat : role,
      part: role === 'facilitator' ? helps : role,
      known: around[memberId],
    };
  });
  const place = ({ mark }: InRoom) => ORDER.indexOf(mark);
  return all.toSorted((one, other) => place(one) - place(other));
}

const ORDER: readonly MarkOf[] = ['a', 'b', 'facilitator', 'observer'];

/** Who leads this talk, while somebody does; `lost`: not here just now, `near`: but elsewhere, with their line up (FA9). */
export function leaderOf({ state: { lead }, people }: Pick<Room, 'state' | 'people'>): Leader | undefined {
  return lead ? { name: people[lead.memberId] ?? '', lost: lead.lost, near: lead.near ?? false } : undefined;
}

export type Leader = { name: string; lost: boolean; near: boolean };

/** First names of the facilitators that the space has now: who may write to each of the two alone. */
export const helpersOf = ({ space, people }: Pick<Room, 'space' | 'people'>): string[] =>
  facilitatorsOf(space).map((memberId) => people[memberId] ?? '');
