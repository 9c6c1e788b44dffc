import {
  accompanies,
  adviceFor,
  inOrder,
  isLeaving,
  landing,
  standingOf,
} from '@turnward/client/features/account/account-view.ts';
import type { Account, SessionLine } from '@turnward/shared/wire/account-doors.ts';
import type { GuestRoom, Me } from '@turnward/shared/wire/doors.ts';
import { describe, expect, it } from 'vitest';

const NOTHING: Account = {
  memberId: 'm',
  signInName: null,
  passkeys: [],
  hasPassword: false,
  hasTotp: false,
  recoveryLeft: 0,
  mail: null,
  pending: [],
  session: 'device',
  stepUpNeeded: false,
  mayLead: false,
  others: 0,
};
const passkey = { id: 'p', label: 'Firefox on Linux', createdAt: 0 };
const having = (some: Partial<Account>): Account => ({ ...NOTHING, ...some });

const roomAs = (role: GuestRoom['role'], standing: GuestRoom['standing']): GuestRoom => ({
  spaceId: 's',
  spaceName: '',
  role,
  standing,
  founder: false,
  practice: false,
  invites: [],
});
const memberOf = (spaces: string[], guestIn: GuestRoom[] = []): Me['member'] => ({ memberId: 'm', spaces, guestIn });

describe('what one’s account page says first', () => {
  it.each<[string, Partial<Account>, boolean, ReturnType<typeof adviceFor>]>([
    ['somebody whom only this device knows', {}, false, 'guest'],
    ['one passkey and nothing else', { passkeys: [passkey] }, false, 'second'],
    ['one password and nothing else', { hasPassword: true }, false, 'second'],
    ['a passkey and codes', { passkeys: [passkey], recoveryLeft: 10 }, false, null],
    ['two passkeys', { passkeys: [passkey, passkey] }, false, null],
    ['a password and an app, which is no way in of its own', { hasPassword: true, hasTotp: true }, false, 'second'],
    ['a guest who accompanies a couple', {}, true, 'lead'],
    ['a password alone, accompanying a couple', { hasPassword: true }, true, 'lead'],
    ['enough, but signed in by less', { passkeys: [passkey] }, true, 'lead-again'],
    ['enough, accompanying a couple', { passkeys: [passkey, passkey], mayLead: true }, true, null],
  ])('R19 %s', (_who, some, helps, advice) => {
    expect(adviceFor(having(some), helps)).toBe(advice);
  });

  it('R19 codes alone make nobody a member', () => {
    expect(standingOf(having({ recoveryLeft: 10 }))).toBe('guest');
  });

  it('R19 whoever looks after a couple, or waits to be confirmed, is asked for more', () => {
    expect(accompanies(memberOf([], [roomAs('facilitator', 'waiting')]))).toBe(true);
    expect(accompanies(memberOf([], [roomAs('facilitator', 'ended'), roomAs('observer', 'active')]))).toBe(false);
    expect(accompanies(null)).toBe(false);
  });
});

describe('the rest of it', () => {
  const line = (id: string, seenAt: number, here = false): SessionLine => ({
    id,
    device: '',
    kind: 'account',
    createdAt: 0,
    seenAt,
    here,
  });

  it('R19 lists this device first, then the one used last', () => {
    const ids = inOrder([line('old', 1), line('new', 9), line('here', 5, true)]).map(({ id }) => id);
    expect(ids).toEqual(['here', 'new', 'old']);
  });

  it('R19 does not offer to remove what already waits to be removed', () => {
    const pending = [{ id: 'x', what: 'passkey' as const, label: passkey.label, at: 0 }];
    expect(isLeaving(pending, 'passkey', passkey.label)).toBe(true);
    expect(isLeaving(pending, 'passkey', 'Safari on iPhone')).toBe(false);
    expect(isLeaving(pending, 'password')).toBe(false);
  });

  it('R19 leads somebody who signed in to their only room, else to where all ways begin', () => {
    expect(landing(memberOf(['one']))).toBe('/space/one');
    expect(landing(memberOf(['one', 'two']))).toBe('/');
    expect(landing(memberOf(['one'], [roomAs('facilitator', 'active')]))).toBe('/');
    expect(landing(memberOf([]))).toBe('/');
  });
});
