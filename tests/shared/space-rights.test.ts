import type { Drafted } from '@turnward/shared/kernel/event.ts';
import { SEATS } from '@turnward/shared/kernel/stream.ts';
import type { SpaceCommand } from '@turnward/shared/space/commands.ts';
import { decideSpace } from '@turnward/shared/space/decide.ts';
import type { SpaceEvent } from '@turnward/shared/space/events.ts';
import { SPACE_RIGHTS, SPACE_STANDINGS, type SpaceStanding, standingIn } from '@turnward/shared/space/rights.ts';
import { describe, expect, it } from 'vitest';
import { spaceOf } from '../kit/decider.ts';
import {
  confirms,
  consents,
  couple,
  created,
  DAY,
  declined,
  ends,
  founded,
  foundedBy,
  freezes,
  frozen,
  happened,
  invited,
  invites,
  joinedAfter,
  leaves,
  left,
  partner,
  proposed,
  proposes,
} from '../kit/spec-guests.ts';
import { NOON } from '../kit/spec-talk.ts';

type Past = readonly Drafted<SpaceEvent>[];
type Type = SpaceCommand['type'];

const alone = [created, partner('a')];
const active = joinedAfter(couple, 'ada');
const watched = joinedAfter(active, 'ulli', 'observer');

/** Who it is, in every space in which they stand like this. */
const STAGES: Record<SpaceStanding, { who: string; pasts: Past[] }> = {
  partner: { who: 'robin', pasts: [alone, couple, watched] },
  facilitator: { who: 'ada', pasts: [active, watched] },
  observer: { who: 'ulli', pasts: [watched] },
  founder: {
    who: 'ada',
    pasts: [
      [founded, foundedBy('ada')],
      [founded, foundedBy('ada'), partner('a')],
    ],
  },
  'guest-to-be': {
    who: 'ada',
    pasts: [
      [...alone, proposed('ada')],
      [...couple, proposed('ada')],
      [...alone, proposed('ada'), declined('ada', 'a')],
      [...couple, proposed('ada'), declined('ada', 'a')],
      [...active, frozen('ada', 'a')],
      [...active, left('ada', 'ada')],
      [founded, foundedBy('ada'), partner('a'), declined('ada', 'a')],
    ],
  },
  former: {
    who: 'robin',
    pasts: [
      [...couple, leaves('a')],
      [...watched, leaves('a')],
    ],
  },
  stranger: { who: 'eve', pasts: [[], alone, couple, watched] },
  server: { who: '', pasts: [couple, watched] },
};

const names = { spaceName: 'Our room', memberName: 'Somebody' };
const founds = { spaceId: 's2', practice: false, ...names };
const seatB = { role: 'partner', seat: 'b' } as const;
const openB = invited(seatB, 'robin', 'i9');
const codeB = happened({
  type: 'InviteMade',
  inviteId: 'i9',
  by: 'robin',
  via: 'code',
  expiresAt: NOON + DAY,
  ...seatB,
});
const knocked = happened({ type: 'EntryRequested', requestId: 'r1', inviteId: 'i9', memberId: 'noa' }, 'Noa');
const asks = proposed('bo', 'facilitator', 'i9');
const joinedBo = joinedAfter([], 'bo');
const bothDelete = SEATS.map((seat) => consents(seat, 'delete-space'));
const bothExport = SEATS.map((seat) => consents(seat, 'full-export'));

/** What goes before, and the command as it would be well-formed for them: some of these are accepted where the right is there. */
const WISHES: Record<Type, (who: string) => { before: Past; command: SpaceCommand }[]> = {
  CreateSpace: (who) => [{ before: [], command: { type: 'CreateSpace', memberId: who, ...founds } }],
  FoundSpace: (who) => [
    { before: [], command: { type: 'FoundSpace', memberId: who, secrets: 'no-secrets', ...founds } },
  ],
  AcceptInvite: (who) => [
    { before: [openB], command: { type: 'AcceptInvite', inviteId: 'i9', memberId: who, memberName: 'Somebody' } },
  ],
  RequestEntry: (who) => [
    {
      before: [codeB],
      command: { type: 'RequestEntry', inviteId: 'i9', requestId: 'r1', memberId: who, name: 'Somebody' },
    },
  ],
  ProposeGuest: (who) =>
    (['facilitator', 'observer'] as const).map((role) => ({
      before: [invited({ role })],
      command: proposes(who, role),
    })),
  MakeInvite: (who) =>
    ([seatB, { role: 'partner', seat: 'a' }, { role: 'facilitator' }, { role: 'observer' }] as const).flatMap((as) =>
      (['link', 'code'] as const).map((via) => ({ before: [], command: invites(who, as, via) })),
    ),
  RevokeInvite: (who) =>
    ['robin', who].map((by) => ({
      before: [invited({ role: 'observer' }, by, 'i9')],
      command: { type: 'RevokeInvite', inviteId: 'i9', by: who },
    })),
  AdmitEntry: (who) => [{ before: [codeB, knocked], command: { type: 'AdmitEntry', requestId: 'r1', by: who } }],
  DeclineEntry: (who) => [{ before: [codeB, knocked], command: { type: 'DeclineEntry', requestId: 'r1', by: who } }],
  ListConversation: (who) => [
    { before: [], command: { type: 'ListConversation', conversationId: 'c1', guideId: 'heard', by: who } },
  ],
  ConfirmGuest: (who) => [{ before: [asks], command: { ...confirms('a', 'bo'), by: who } as SpaceCommand }],
  DeclineGuest: (who) => [{ before: [asks], command: { type: 'DeclineGuest', memberId: 'bo', by: who } }],
  FreezeMember: (who) => [{ before: joinedBo, command: freezes(who, 'bo') }],
  EndMembership: (who) => [
    { before: joinedBo, command: ends(who, 'bo') },
    { before: [], command: ends(who, who) },
  ],
  SetMeeting: (who) => [{ before: [], command: { type: 'SetMeeting', at: NOON + DAY, by: who } }],
  SetHomework: (who) => [
    {
      before: [happened({ type: 'HomeworkSet', guideId: 'heard', by: 'ada' })],
      command: { type: 'SetHomework', guideId: null, by: who },
    },
  ],
  GiveConsent: (by) => [{ before: [], command: { type: 'GiveConsent', what: 'delete-space', version: 1, by } }],
  WithdrawConsent: (by) => [{ before: bothDelete, command: { type: 'WithdrawConsent', what: 'delete-space', by } }],
  SetRetention: (by) => [{ before: [], command: { type: 'SetRetention', days: 30, by } }],
  ExportTranscript: (by) => [{ before: bothExport, command: { type: 'ExportTranscript', seal: 'f00d', by } }],
  LeaveSpace: (by) => [true, false].map((erase) => ({ before: [], command: { type: 'LeaveSpace', erase, by } })),
  EraseWords: (by) => [{ before: [], command: { type: 'EraseWords', by } }],
  AnnounceDeletion: (by) => [{ before: [], command: { type: 'AnnounceDeletion', by } }],
  CancelDeletion: (by) => [
    {
      before: [happened({ type: 'DeletionAnnounced', by, at: NOON + DAY })],
      command: { type: 'CancelDeletion', by },
    },
  ],
  DeleteSpace: (by) => [{ before: bothDelete, command: { type: 'DeleteSpace', by } }],
  KeepHouse: () => [
    { before: [happened({ type: 'DeletionAnnounced', by: 'robin', at: NOON })], command: { type: 'KeepHouse' } },
  ],
};

/** What somebody is told who has no right at all: strangers nothing of the space, members that it is another's to do. */
function denial(type: Type, standing: SpaceStanding): string {
  if (type === 'CreateSpace' || type === 'FoundSpace') return 'not-yours-to-change';
  if (type === 'AcceptInvite' || type === 'RequestEntry' || type === 'ProposeGuest') return 'already-a-member';
  return !['partner', 'facilitator', 'observer', 'founder', 'former'].includes(standing)
    ? 'not-a-member'
    : 'not-yours-to-change';
}

const types = Object.keys(SPACE_RIGHTS) as Type[];
/** `KeepHouse` names nobody who asks, and whatever else does name somebody: that cell cannot be asked for by a device. */
const cells = SPACE_STANDINGS.flatMap((standing) => types.map((type) => ({ standing, type }))).filter(
  ({ standing, type }) => (standing === 'server') === (type === 'KeepHouse'),
);
const said = cells.map(({ standing, type }) => {
  const allowed = SPACE_RIGHTS[type].includes(standing);
  return { standing, type, allowed, verb: allowed ? 'may' : 'may not' };
});

describe('the rights matrix of a space', () => {
  it('ME6 has a cell for every standing and command, and nobody but a partner decides about guests', () => {
    expect(cells).toHaveLength((SPACE_STANDINGS.length - 1) * 25 + 1);
    expect(SPACE_RIGHTS.KeepHouse).toEqual(['server']);
    for (const type of ['ConfirmGuest', 'DeclineGuest', 'FreezeMember', 'AdmitEntry', 'DeclineEntry'] as const) {
      expect(SPACE_RIGHTS[type]).toEqual(['partner']);
    }
    for (const type of types) {
      expect(SPACE_RIGHTS[type].includes('observer')).toBe(type === 'EndMembership');
    }
  });

  it.each(said)('ME6 a $standing $verb $type', ({ standing, type, allowed }) => {
    const { who, pasts } = STAGES[standing];
    const decided = pasts.flatMap((past) =>
      WISHES[type](who).map(({ before, command }) => {
        const space = spaceOf(...past, ...(past.length === 0 ? [] : before));
        if (standing !== 'server') expect(standingIn(space, who)).toBe(standing);
        return decideSpace(space, command, NOON);
      }),
    );
    if (allowed) expect(decided.some((each) => Array.isArray(each) && each.length > 0)).toBe(true);
    else expect(decided).toEqual(decided.map(() => ({ refused: denial(type, standing) })));
  });
});
