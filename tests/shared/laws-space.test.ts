import { isRefused } from '@turnward/shared/kernel/decider.ts';
import type { Recorded } from '@turnward/shared/kernel/event.ts';
import { SEATS } from '@turnward/shared/kernel/stream.ts';
import type { SpaceCommand } from '@turnward/shared/space/commands.ts';
import { decideSpace } from '@turnward/shared/space/decide.ts';
import type { SpaceEvent } from '@turnward/shared/space/events.ts';
import { evolveSpace } from '@turnward/shared/space/evolve.ts';
import { standingIn } from '@turnward/shared/space/rights.ts';
import { guestsAs, initialSpace, MOST_GUESTS, memberOf, type SpaceState } from '@turnward/shared/space/state.ts';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { DAY } from '../kit/spec-guests.ts';
import { NOON } from '../kit/spec-talk.ts';

vi.setConfig({ testTimeout: 60_000 });

const PEOPLE = ['robin', 'kim', 'ada', 'bo', 'ulli', 'eve'] as const;
const KINDS = [
  'invite-a',
  'invite-b',
  'invite-facilitator',
  'invite-observer',
  'invite-code',
  'come-in',
  'come-in',
  'come-in',
  'knock',
  'admit',
  'decline-entry',
  'confirm',
  'confirm',
  'confirm',
  'decline',
  'freeze',
  'end',
  'revoke',
  'create',
  'found',
] as const;

type Wish = { kind: (typeof KINDS)[number]; by: string; whom: string; at: number };
const wish: fc.Arbitrary<Wish> = fc.record({
  kind: fc.constantFrom(...KINDS),
  by: fc.constantFrom(...PEOPLE),
  whom: fc.constantFrom(...PEOPLE),
  at: fc.nat(30),
});
type Beginning = { founder: boolean; coupled: boolean };
const beginning = fc.record({ founder: fc.boolean(), coupled: fc.boolean() });
const story = fc.tuple(beginning, fc.array(wish, { minLength: 10, maxLength: 120, size: 'max' }));

/** Often, but not always, it is a partner who answers, and somebody who waits who is answered: so that talks get far. */
function aimed(one: Wish, space: SpaceState): Wish {
  if (one.at % 4 === 0) return one;
  const partners = space.members.filter(({ role }) => role === 'partner');
  const guests = space.guests.filter(({ standing }) => standing !== 'declined' && standing !== 'ended');
  const answers = ['confirm', 'decline', 'freeze', 'end', 'admit', 'invite-facilitator', 'invite-observer'];
  if (!answers.includes(one.kind)) return one;
  const by = partners[one.at % Math.max(1, partners.length)]?.memberId ?? one.by;
  const whom = guests[(one.at >> 2) % Math.max(1, guests.length)]?.memberId ?? one.whom;
  return { ...one, by, whom };
}

/** What somebody would send to a space that stands like this; whoever they are, and whether they may or not. */
function commandOf({ kind, by, whom, at }: Wish, space: SpaceState): SpaceCommand {
  const names = { spaceName: 'Room', memberName: by };
  const made = {
    type: 'MakeInvite',
    inviteId: `i${space.invites.length}`,
    by,
    via: 'link',
    expiresAt: NOON + DAY,
  } as const;
  const open = space.invites.filter(({ status }) => status === 'open');
  const known = at % 5 === 0 ? space.invites : open;
  const invite = known[at % Math.max(1, known.length)];
  const inviteId = invite?.inviteId ?? 'none';
  const requestId = space.requests[at % Math.max(1, space.requests.length)]?.requestId ?? 'none';
  switch (kind) {
    case 'invite-a':
      return { ...made, as: { role: 'partner', seat: 'a' } };
    case 'invite-b':
      return { ...made, as: { role: 'partner', seat: 'b' } };
    case 'invite-facilitator':
      return { ...made, as: { role: 'facilitator' } };
    case 'invite-observer':
      return { ...made, as: { role: 'observer' } };
    case 'invite-code':
      return { ...made, via: 'code', as: { role: 'partner', seat: at % 2 ? 'a' : 'b' } };
    case 'come-in': {
      const who = { inviteId, memberId: by, memberName: by };
      // Now and then with a link that is for something else.
      const role = at % 7 === 0 ? 'facilitator' : invite?.role;
      if (!role || role === 'partner') return { type: 'AcceptInvite', ...who };
      return { type: 'ProposeGuest', ...who, role, secrets: 'no-secrets' };
    }
    case 'knock':
      return { type: 'RequestEntry', inviteId, requestId: `r${space.requests.length}`, memberId: by, name: by };
    case 'admit':
      return { type: 'AdmitEntry', requestId, by };
    case 'decline-entry':
      return { type: 'DeclineEntry', requestId, by };
    case 'confirm':
      return { type: 'ConfirmGuest', memberId: whom, by };
    case 'decline':
      return { type: 'DeclineGuest', memberId: whom, by };
    case 'freeze':
      return { type: 'FreezeMember', memberId: whom, by };
    case 'end':
      return { type: 'EndMembership', memberId: whom, by };
    case 'revoke':
      return { type: 'RevokeInvite', inviteId, by };
    case 'create':
      return { type: 'CreateSpace', spaceId: 's1', memberId: by, practice: false, ...names };
    case 'found':
      return { type: 'FoundSpace', spaceId: 's1', memberId: by, practice: false, secrets: 'no-secrets', ...names };
  }
}

/** A space in memory, and all that was recorded of it. */
class Lived {
  state = initialSpace;
  readonly log: Recorded<SpaceEvent>[] = [];

  ask(command: SpaceCommand): SpaceEvent[] {
    const decided = decideSpace(this.state, command, NOON);
    if (isRefused(decided)) return [];
    for (const { event } of decided) {
      const recorded = { stream: 'space:s1', seq: this.log.length + 1, at: NOON, event } as const;
      this.log.push(recorded);
      this.state = evolveSpace(this.state, recorded);
    }
    return decided.map(({ event }) => event);
  }
}

/** Who of the partners has confirmed this guest since they last asked, or were frozen: told from the log alone. */
function consents(log: readonly Recorded<SpaceEvent>[], memberId: string): Set<string> {
  const both = new Set<string>();
  for (const { event } of log) {
    if (!('memberId' in event) || event.memberId !== memberId) continue;
    if (['GuestProposed', 'GuestDeclined', 'MemberFrozen', 'MemberLeft'].includes(event.type)) both.clear();
    if (event.type === 'GuestConfirmed') both.add(event.by);
  }
  return both;
}

/** A space that a partner began, or a facilitator, with nobody else yet or with both partners in it. */
function begun({ founder, coupled }: Beginning): Lived {
  const space = new Lived();
  const as = (by: string, kind: Wish['kind']) => space.ask(commandOf({ kind, by, whom: '', at: 1 }, space.state));
  as(founder ? 'ada' : 'robin', founder ? 'found' : 'create');
  for (const [seat, partner] of coupled
    ? ([
        ['a', 'robin'],
        ['b', 'kim'],
      ] as const)
    : []) {
    as(founder ? 'ada' : 'robin', `invite-${seat}`);
    as(partner, 'come-in');
  }
  return space;
}

function lived(beginning: Beginning, wishes: readonly Wish[], after: (space: Lived) => void): Lived {
  const space = begun(beginning);
  for (const each of wishes) {
    space.ask(commandOf(aimed(each, space.state), space.state));
    after(space);
  }
  return space;
}

describe('the laws of a space', () => {
  it('ME1 law: no path leads to membership but by the consent of both partners, and none is left of it after a freeze', () => {
    let guests = 0;
    let thaws = 0;
    fc.assert(
      fc.property(story, ([began, wishes]) => {
        const { log } = lived(began, wishes, ({ state, log }) => {
          const partners = state.members.filter(({ role }) => role === 'partner').map(({ memberId }) => memberId);
          for (const { memberId, role } of state.members) {
            if (role === 'partner') continue;
            guests++;
            expect([...consents(log, memberId)].sort()).toEqual(partners.sort());
            expect(partners).toHaveLength(2);
          }
        });
        thaws += log.filter(({ event }) => event.type === 'MemberThawed').length;
      }),
      { numRuns: 1000 },
    );
    // Enough of what is looked for has happened, or the law says nothing.
    expect(guests).toBeGreaterThan(1000);
    expect(thaws).toBeGreaterThan(0);
  });

  it('ME4 law: nobody is both partner and guest, seats and rooms are never overfull, and a partner stays', () => {
    fc.assert(
      fc.property(story, ([began, wishes]) => {
        const partners = new Map<string, string>();
        const { log } = lived(began, wishes, ({ state }) => {
          const ids = state.members.map(({ memberId }) => memberId);
          expect(new Set(ids).size).toBe(ids.length);
          for (const member of state.members) if (member.role === 'partner') partners.set(member.seat, member.memberId);
          for (const [seat, memberId] of partners) expect(memberOf(state, memberId)).toMatchObject({ seat });
          for (const seat of SEATS) {
            const there = state.members.filter((member) => member.role === 'partner' && member.seat === seat);
            expect(there.length).toBeLessThanOrEqual(1);
          }
          expect(guestsAs(state, 'facilitator').length).toBeLessThanOrEqual(MOST_GUESTS);
          expect(guestsAs(state, 'observer').length).toBeLessThanOrEqual(MOST_GUESTS);
        });
        const joined = log.flatMap(({ event }) => (event.type === 'MemberJoined' ? [event] : []));
        const were = (partner: boolean) =>
          new Set(joined.filter(({ role }) => (role === 'partner') === partner).map(({ memberId }) => memberId));
        expect([...were(true)].filter((id) => were(false).has(id))).toEqual([]);
        if (began.founder) expect(were(true).has('ada')).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('ME2 law: whoever is no member changes nothing but their own asking', () => {
    fc.assert(
      fc.property(story, fc.array(wish, { maxLength: 20 }), ([began, wishes], more) => {
        const space = lived(began, wishes, () => {});
        for (const each of more) {
          const command = commandOf(each, space.state);
          const standing = standingIn(space.state, each.by);
          const events = space.ask(command);
          if (standing !== 'guest-to-be' && standing !== 'stranger') continue;
          for (const event of events) {
            expect(['MemberJoined', 'InviteUsed', 'EntryRequested', 'GuestProposed', 'MemberLeft']).toContain(
              event.type,
            );
            expect(event).toMatchObject({ memberId: each.by });
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('ES6 law: replaying the log of a space gives the state that was live', () => {
    fc.assert(
      fc.property(story, ([began, wishes]) => {
        const { log, state } = lived(began, wishes, () => {});
        expect(log.reduce(evolveSpace, initialSpace)).toEqual(state);
      }),
      { numRuns: 500 },
    );
  });
});
