import type { Account, Removal } from '@turnward/shared/wire/account-doors.ts';
import type { AccountRow, PendingRow } from '../ports/account-store.ts';
import type { Session } from '../session.ts';

/** AC7. How long a change waits that could lock somebody out, and how long a way in must have been there to be relied on. In ms. */
export const WAIT = 72 * 60 * 60_000;

type Way = { what: 'passkey' | 'password' | 'recovery'; id?: string; since: number };

/** Each thing that lets this person in by itself. */
function waysIn({ passkeys, password, recovery }: AccountRow): Way[] {
  return [
    ...passkeys.map(({ id, createdAt }): Way => ({ what: 'passkey', id, since: createdAt })),
    ...(password ? [{ what: 'password', since: password.at } as const] : []),
    ...(recovery.left > 0 ? [{ what: 'recovery', since: recovery.at } as const] : []),
  ];
}

export const hasWayIn = (account: AccountRow): boolean => waysIn(account).length > 0;

const isIt = (way: Way, removal: Removal): boolean =>
  way.what === removal.what && (removal.what !== 'passkey' || way.id === removal.id);

/**
 * AC7. `now` where two ways stay and one of them has been there for 72 hours; `waits` otherwise, so that nobody can lock another
 * out with what they have just added. The last way in stays (`last`).
 */
export function removalOf(account: AccountRow, removal: Removal, now: number): 'now' | 'waits' | 'last' | 'absent' {
  const ways = waysIn(account);
  const old = ({ since }: Way) => now - since >= WAIT;
  if (removal.what === 'totp') {
    if (!account.totp) return 'absent';
    return ways.some((way) => way.what === 'passkey' && old(way)) ? 'now' : 'waits';
  }
  if (removal.what === 'mail') return account.mail ? 'waits' : 'absent';
  if (removal.what === 'account') return ways.length > 0 ? 'waits' : 'absent';
  const stay = ways.filter((way) => !isIt(way, removal));
  if (stay.length === ways.length) return 'absent';
  if (stay.length === 0) return 'last';
  return stay.length > 1 && stay.some(old) ? 'now' : 'waits';
}

/** AC9. A way that counts for facilitators, from when. One that is added by a weaker sign-in beside stronger ones waits. */
export function countsFrom(account: AccountRow, session: Pick<Session, 'strong'>, now: number): number {
  const strongAlready = account.passkeys.length > 0 || account.totp !== null;
  return strongAlready && !session.strong ? now + WAIT : now;
}

export const pendingShown = ({ id, change, due }: PendingRow): Account['pending'][number] => ({
  id,
  what: change.what,
  label: change.what === 'passkey' ? change.label : null,
  at: due,
});
