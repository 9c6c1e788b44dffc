import { guideById } from '../guides/all-guides.ts';
import { refuse } from '../kernel/decider.ts';
import type { SpaceCommand } from './commands.ts';
import { exportTranscript, giveConsent, withdrawConsent } from './consenting.ts';
import { admitEntry, declineEntry, requestEntry } from './entries.ts';
import { confirmGuest, declineGuest, endMembership, freezeMember, proposeGuest } from './guests.ts';
import { acceptInvite, makeInvite, revokeInvite } from './invitations.ts';
import { announceDeletion, cancelDeletion, deleteSpace, eraseWords, leaveSpace } from './leaving.ts';
import { isBlank, named, type Of, record, type SpaceOutcome } from './outcome.ts';
import { setHomework, setMeeting } from './plans.ts';
import type { SpaceRefusal } from './refusals.ts';
import { keepHouse, setRetention } from './retention.ts';
import { SPACE_RIGHTS, type SpaceStanding, standingIn } from './rights.ts';
import { memberOf, openConversation, partnerIn, type SpaceState } from './state.ts';

/** Decides what a command does to a space. `now` in ms. Who may ask is settled here: `by`, or who comes in, is the asker. */
export function decideSpace(space: SpaceState, command: SpaceCommand, now: number): SpaceOutcome {
  const denied = denial(space, command);
  if (denied) return refuse(denied);
  if (space.left.length > 0 && BEGINS_ANEW.has(command.type)) return refuse('space-closed'); // ER6
  switch (command.type) {
    case 'CreateSpace':
      return createSpace(command);
    case 'FoundSpace':
      return foundSpace(command);
    case 'MakeInvite':
      return makeInvite(space, command);
    case 'RevokeInvite':
      return revokeInvite(space, command);
    case 'AcceptInvite':
      return acceptInvite(space, command, now);
    case 'RequestEntry':
      return requestEntry(space, command, now);
    case 'AdmitEntry':
      return admitEntry(space, command);
    case 'DeclineEntry':
      return declineEntry(space, command);
    case 'ProposeGuest':
      return proposeGuest(space, command, now);
    case 'ConfirmGuest':
      return confirmGuest(space, command);
    case 'DeclineGuest':
      return declineGuest(space, command);
    case 'FreezeMember':
      return freezeMember(space, command);
    case 'EndMembership':
      return endMembership(space, command);
    case 'SetMeeting':
      return setMeeting(space, command, now);
    case 'SetHomework':
      return setHomework(space, command);
    case 'ListConversation':
      return listConversation(space, command, now);
    case 'GiveConsent':
      return giveConsent(space, command, now);
    case 'WithdrawConsent':
      return withdrawConsent(space, command, now);
    case 'ExportTranscript':
      return exportTranscript(space, command, now);
    case 'SetRetention':
      return setRetention(space, command);
    case 'LeaveSpace':
      return leaveSpace(space, command);
    case 'EraseWords':
      return eraseWords(space, command);
    case 'AnnounceDeletion':
      return announceDeletion(space, command, now);
    case 'CancelDeletion':
      return cancelDeletion(space, command);
    case 'DeleteSpace':
      return deleteSpace(space, command, now);
    case 'KeepHouse':
      return keepHouse(space, now);
  }
}

/** What a space that somebody has left does not do any more: nobody comes, and no talk begins. */
const BEGINS_ANEW: ReadonlySet<SpaceCommand['type']> = new Set([
  'MakeInvite',
  'AcceptInvite',
  'RequestEntry',
  'AdmitEntry',
  'ProposeGuest',
  'ConfirmGuest',
  'ListConversation',
  'SetMeeting',
  'SetHomework',
]);

/** ME6. Whoever has no place in the space is told so and no more; a member, that this is another's to do. */
function denial(space: SpaceState, command: SpaceCommand): SpaceRefusal | undefined {
  const founds = command.type === 'CreateSpace' || command.type === 'FoundSpace';
  if (founds && space.spaceId !== '') return 'not-yours-to-change';
  const standing = askingIn(space, command);
  if (SPACE_RIGHTS[command.type].includes(standing)) return undefined;
  if ('memberId' in command && !('by' in command)) return 'already-a-member';
  return standing === 'stranger' || standing === 'guest-to-be' ? 'not-a-member' : 'not-yours-to-change';
}

/** What has nobody who asks, no device can send. */
function askingIn(space: SpaceState, command: SpaceCommand): SpaceStanding {
  if ('by' in command) return standingIn(space, command.by);
  return 'memberId' in command ? standingIn(space, command.memberId) : 'server';
}

function createSpace({ spaceId, memberId, spaceName, memberName, practice }: Of<'CreateSpace'>): SpaceOutcome {
  if (isBlank(spaceName) || isBlank(memberName)) return refuse('name-missing');
  return [
    record({ type: 'SpaceCreated', spaceId, practice }, named(spaceName)),
    record({ type: 'MemberJoined', memberId, role: 'partner', seat: 'a' }, named(memberName)),
  ];
}

/** ME7. The space is the couple's from the start: who opened it is no member, and asks both like any other guest. */
function foundSpace(command: Of<'FoundSpace'>): SpaceOutcome {
  const { spaceId, memberId, spaceName, memberName, practice, secrets } = command;
  if (isBlank(spaceName) || isBlank(memberName)) return refuse('name-missing');
  return [
    record({ type: 'SpaceCreated', spaceId, practice, founder: memberId }, named(spaceName)),
    record({ type: 'GuestProposed', memberId, role: 'facilitator', secrets }, named(memberName)),
  ];
}

/** SP5. One conversation at a time, and only once both partners are members. */
function listConversation(space: SpaceState, command: Of<'ListConversation'>, now: number): SpaceOutcome {
  const { conversationId, guideId, by, deepTalks } = command;
  const opener = memberOf(space, by);
  if (!partnerIn(space, 'a') || !partnerIn(space, 'b')) return refuse('partner-missing');
  if (openConversation(space)) return refuse('one-at-a-time');
  const guide = guideById(guideId);
  if (guide?.deep && opener?.role !== 'facilitator' && deepTalks !== 'open') return refuse('needs-a-facilitator'); // FI3
  if (guide?.oncePerDay && !space.practice && hadOneToday(space, now)) return refuse('one-a-day'); // FI7
  const openedBy = opener?.role === 'partner' ? opener.seat : by;
  return [record({ type: 'ConversationListed', conversationId, guideId, openedBy })];
}

/** What counts as a day between two talks of such a kind, in ms: the same evening hour tomorrow is another day. */
const A_DAY = 20 * 3_600_000;

/** FI7. One that was put off before it began counts for nothing. */
const hadOneToday = ({ conversations }: SpaceState, now: number): boolean =>
  conversations.some(
    ({ guideId, openedAt, closed }) =>
      guideById(guideId)?.oncePerDay && now < openedAt + A_DAY && closed?.reason !== 'put-off',
  );
