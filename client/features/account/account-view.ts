import type { Account, PendingChange, SessionLine } from '@turnward/shared/wire/account-doors.ts';
import type { Me } from '@turnward/shared/wire/doors.ts';

/** Somebody whom nothing but this device knows, or somebody who can sign in. */
export const standingOf = (account: Pick<Account, 'passkeys' | 'hasPassword'>): 'guest' | 'member' =>
  account.passkeys.length > 0 || account.hasPassword ? 'member' : 'guest';

/** How many things let this person in, apart from each other: an app is no way in of its own. */
const waysIn = ({ passkeys, hasPassword, recoveryLeft }: Account): number =>
  passkeys.length + Number(hasPassword) + Number(recoveryLeft > 0);

/** What is said first: what is missing most, or nothing. */
export function adviceFor(account: Account, accompanies: boolean): 'guest' | 'lead' | 'lead-again' | 'second' | null {
  const enough = account.passkeys.length > 0 || (account.hasPassword && account.hasTotp);
  if (accompanies && !account.mayLead) return enough ? 'lead-again' : 'lead';
  if (standingOf(account) === 'guest') return 'guest';
  return waysIn(account) < 2 ? 'second' : null;
}

/** Whether somebody looks after a couple, or asked to. */
export const accompanies = (member: Me['member'] | undefined): boolean =>
  member?.guestIn.some(
    ({ role, standing }) => role === 'facilitator' && standing !== 'ended' && standing !== 'declined',
  ) ?? false;

/** This device first, then the one used last. */
export const inOrder = (sessions: readonly SessionLine[]): SessionLine[] =>
  sessions.toSorted((a, b) => Number(b.here) - Number(a.here) || b.seenAt - a.seenAt);

/** What already waits to be removed, so that it is not offered again. */
export const isLeaving = (pending: readonly PendingChange[], what: PendingChange['what'], label?: string): boolean =>
  pending.some((change) => change.what === what && (label === undefined || change.label === label));

/** Where somebody lands who has just signed in: in their only room, else where all ways begin. */
export function landing(member: Me['member']): string {
  const [only, another] = member?.spaces ?? [];
  return only !== undefined && another === undefined && member?.guestIn.length === 0 ? `/space/${only}` : '/';
}
