import type { SpaceCommand } from './commands.ts';
import type { SpaceState } from './state.ts';

/**
 * Who asks something of a space. `founder`: a facilitator who opened it and waits for both to confirm. `guest-to-be`: anybody
 * else who waits, was declined, is frozen or has left; `former`: a partner who has left; `stranger`: somebody the space knows
 * nothing of; `server`: nobody's device.
 */
export type SpaceStanding =
  | 'partner'
  | 'facilitator'
  | 'observer'
  | 'founder'
  | 'guest-to-be'
  | 'former'
  | 'stranger'
  | 'server';
export const SPACE_STANDINGS: readonly SpaceStanding[] = [
  'partner',
  'facilitator',
  'observer',
  'founder',
  'guest-to-be',
  'former',
  'stranger',
  'server',
];

/**
 * ME6. The whole of who may ask what of a space. `CreateSpace` and `FoundSpace` make one; `AcceptInvite`, `RequestEntry` and
 * `ProposeGuest` take the secret of an invitation; the others take a place in the space. What a member may do to whom is
 * settled by the command: a facilitator ends their own membership and nobody else's.
 */
export const SPACE_RIGHTS: Record<SpaceCommand['type'], readonly SpaceStanding[]> = {
  CreateSpace: ['stranger'],
  FoundSpace: ['stranger'],
  AcceptInvite: ['stranger', 'guest-to-be'],
  RequestEntry: ['stranger', 'guest-to-be'],
  ProposeGuest: ['stranger', 'guest-to-be'],
  MakeInvite: ['partner', 'facilitator', 'founder'],
  RevokeInvite: ['partner', 'facilitator', 'founder'],
  AdmitEntry: ['partner'],
  DeclineEntry: ['partner'],
  ListConversation: ['partner', 'facilitator'],
  ConfirmGuest: ['partner'],
  DeclineGuest: ['partner'],
  FreezeMember: ['partner'],
  EndMembership: ['partner', 'facilitator', 'observer', 'founder', 'guest-to-be'],
  SetMeeting: ['partner', 'facilitator'],
  SetHomework: ['partner', 'facilitator'],
  GiveConsent: ['partner'],
  WithdrawConsent: ['partner'],
  SetRetention: ['partner'],
  ExportTranscript: ['partner'],
  LeaveSpace: ['partner'],
  EraseWords: ['partner', 'former'],
  AnnounceDeletion: ['partner'],
  CancelDeletion: ['partner', 'former'],
  DeleteSpace: ['partner'],
  KeepHouse: ['server'],
};

/** Where somebody stands with a space: as a member, or by what they ask to be. */
export function standingIn({ members, guests, founder, left }: SpaceState, memberId: string): SpaceStanding {
  const member = members.find((each) => each.memberId === memberId);
  if (member) return member.role;
  if (left.some((each) => each.memberId === memberId)) return 'former';
  const guest = guests.findLast((each) => each.memberId === memberId);
  if (!guest) return 'stranger';
  return founder === memberId && guest.standing === 'waiting' ? 'founder' : 'guest-to-be';
}
