import type { PartnerMember } from '@turnward/shared/space/state.ts';
import type { Space } from './replica.ts';

/** The reader, who sits in a partner's seat, and the partner in the other one, also where they have left. */
export type TheTwo = { me: PartnerMember; other: PartnerMember | undefined; otherName: string };

export function theTwo({ state, me, names }: Pick<Space, 'state' | 'me' | 'names'>): TheTwo | undefined {
  if (me?.role !== 'partner') return undefined;
  const partners = [...state.members, ...state.left].filter((each): each is PartnerMember => each.role === 'partner');
  const other = partners.find(({ seat }) => seat !== me.seat);
  return { me, other, otherName: names[other?.memberId ?? ''] ?? '' };
}
