import { SEATS, type Seat } from '@turnward/shared/kernel/stream.ts';
import { consentOf } from '@turnward/shared/space/consents.ts';
import { partnerIn, type SpaceState } from '@turnward/shared/space/state.ts';
import type { TalksCopy } from '@turnward/shared/wire/talks-copy.ts';
import type { Names } from '../space/names.ts';
import type { CopyNames } from './copied-lines.ts';

/** The first names of everybody who was ever let into this space. */
export async function copyNames(state: SpaceState, names: Names): Promise<CopyNames> {
  const { members, left, guests, spaceId } = state;
  const people: Record<string, string> = {};
  for (const { memberId } of [...members, ...left, ...guests])
    people[memberId] ??= await names.member(spaceId, memberId);
  const nameIn = (seat: Seat) => people[partnerIn(state, seat)?.memberId ?? ''] ?? '';
  return { of: { a: nameIn('a'), b: nameIn('b') }, people };
}

/** CO7. The consents that a copy stands on. */
export const whoAgreed = (
  state: SpaceState,
  { people }: CopyNames,
  about: string | null,
  now: number,
): TalksCopy['agreed'] =>
  SEATS.flatMap((seat) => {
    const partner = partnerIn(state, seat);
    if (!partner) return [];
    const given = consentOf(state, partner.memberId, 'full-export', now, about);
    return [{ name: people[partner.memberId] ?? '', at: given?.at ?? null, until: given?.expiresAt ?? null }];
  });
