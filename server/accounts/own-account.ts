import type {
  Account,
  NewPassword,
  PasskeyCreated,
  PasswordHint,
  RecoveryCodes,
  Removal,
  TotpStart,
} from '@turnward/shared/wire/account-doors.ts';
import type { AccountRow, AccountStore, PendingRow, WaitingChange } from '../ports/account-store.ts';
import type { KeyProvider } from '../ports/key-provider.ts';
import type { Session, Sessions } from '../session.ts';
import { type Answer, refused } from '../space/answer.ts';
import { newId } from '../space/run-space-command.ts';
import { appUri, newAppSecret, sealAppSecret, stepOf } from './authenticator-app.ts';
import { foldedName } from './folded-name.ts';
import type { openPasskeys, Place } from './passkeys.ts';
import { hashPassword, passwordStrength } from './passwords.ts';
import { newRecoveryCodes } from './recovery-codes.ts';
import { countsFrom, hasWayIn, pendingShown, removalOf, WAIT } from './ways-in.ts';

type Parts = {
  store: AccountStore;
  passkeys: ReturnType<typeof openPasskeys>;
  keys: KeyProvider;
  sessions: Pick<Sessions, 'isFresh' | 'listOf'>;
  /** ML6. Told of each change that waits. */
  told: (pending: PendingRow) => void;
  /** AC11. Ends all that is signed in as somebody who is gone. */
  gone: (memberId: string) => Promise<void>;
  /** ML1. */
  mailOf: (memberId: string) => Promise<Account['mail']>;
  now: () => number;
};
/** What was done, and whether it makes the session that did it a strong one. */
type Added = { strong: boolean };

/** How long an app may take to be set up, in ms. */
const APP_WAITS = 10 * 60_000;
const MOST_PASSKEYS = 20;

/** A person's own ways in: looked at, added, changed, removed. Whether they showed lately who they are is the doors' to ask (AC5). */
export function openOwnAccount({ store, passkeys, keys, sessions, told, gone, mailOf, now }: Parts) {
  const appsToCome = new Map<string, { secret: string; until: number }>();

  const waits = async (memberId: string, change: WaitingChange, pending: AccountRow['pending']) => {
    if (change.what !== 'new-recovery' && pending.some((each) => sameChange(each.change, change))) return;
    const added = { id: newId(), memberId, change, due: now() + WAIT };
    await store.addPending(added);
    told(added);
  };

  return {
    find: (memberId: string) => store.find(memberId),

    /** AC5. Whether this session must show anew who it is; somebody without ways in can't. */
    stepUpNeeded: (account: AccountRow, session: Session): boolean =>
      hasWayIn(account) && !(session.kind === 'account' && sessions.isFresh(session)),

    async shown(session: Session): Promise<Account> {
      const account = await store.find(session.memberId);
      const others = (await sessions.listOf(session.memberId)).filter(({ idHash }) => idHash !== session.idHash);
      return {
        memberId: account.memberId,
        signInName: account.password?.name ?? null,
        passkeys: account.passkeys.map(({ id, label, createdAt }) => ({ id, label, createdAt })),
        hasPassword: account.password !== null,
        hasTotp: account.totp !== null,
        recoveryLeft: account.recovery.left,
        mail: await mailOf(account.memberId),
        pending: account.pending.map(pendingShown),
        session: session.kind,
        stepUpNeeded: this.stepUpNeeded(account, session),
        mayLead: session.strong,
        others: others.length,
      };
    },

    passkeyOptions: async (memberId: string, place: Place) => passkeys.toAdd(await store.find(memberId), place),

    async addPasskey(session: Session, made: PasskeyCreated, place: Place, label: string): Promise<Answer<Added>> {
      const { memberId } = session;
      const account = await store.find(memberId);
      const passkey = await passkeys.added(memberId, made, place);
      if (!passkey || account.passkeys.length >= MOST_PASSKEYS) return refused('passkey-not-taken');
      const from = countsFrom(account, session, now());
      const row = { ...passkey, memberId, label, createdAt: now(), countsFrom: from };
      if (!(await store.addPasskey(row))) return refused('passkey-not-taken');
      return { value: { strong: from <= now() } };
    },

    async setPassword(
      memberId: string,
      { signInName, password }: NewPassword,
    ): Promise<Answer<'set'> | { refusal: 'password-weak'; hint: PasswordHint | null }> {
      const { enough, hint } = passwordStrength(signInName, password);
      if (!enough) return { refusal: 'password-weak', hint };
      const named = { name: signInName, foldedName: foldedName(signInName) };
      const set = await store.setPassword(memberId, { ...named, hash: await hashPassword(password), at: now() });
      return set ? { value: 'set' } : refused('name-taken');
    },

    async startApp(memberId: string, place: Place): Promise<Answer<TotpStart>> {
      const { password } = await store.find(memberId);
      if (!password) return refused('not-found');
      for (const [id, { until }] of appsToCome) if (until <= now()) appsToCome.delete(id);
      const secret = newAppSecret();
      appsToCome.set(memberId, { secret, until: now() + APP_WAITS });
      return { value: { secret, uri: appUri(secret, password.name, new URL(place.origin).hostname) } };
    },

    async confirmApp(session: Session, code: string): Promise<Answer<Added>> {
      const { memberId } = session;
      const coming = appsToCome.get(memberId);
      const step = coming && coming.until > now() ? stepOf(coming.secret, code, now()) : undefined;
      if (!coming || step === undefined || !(await store.spendTotp(memberId, step))) return refused('wrong-code');
      appsToCome.delete(memberId);
      const from = countsFrom(await store.find(memberId), session, now());
      await store.setTotp(memberId, { ...(await sealAppSecret(keys, memberId, coming.secret)), countsFrom: from });
      return { value: { strong: from <= now() } };
    },

    /** AC6, AC7. New codes end the old ones: at once where these weren't all there is to rely on. */
    async newCodes(memberId: string): Promise<Answer<RecoveryCodes>> {
      const account = await store.find(memberId);
      const others = [
        ...account.passkeys.map(({ createdAt }) => createdAt),
        ...(account.password ? [account.password.at] : []),
      ];
      if (others.length === 0) return refused('not-found');
      const { codes, hashes } = newRecoveryCodes();
      if (account.recovery.left === 0 || others.some((since) => now() - since >= WAIT)) {
        await store.setRecovery(memberId, hashes, now());
        return { value: { codes, from: now() } };
      }
      await waits(memberId, { what: 'new-recovery', hashes }, account.pending);
      return { value: { codes, from: now() + WAIT } };
    },

    /** AC7. At once, or after three days in which it can be cancelled. */
    async remove(memberId: string, removal: Removal): Promise<Answer<'done'>> {
      const account = await store.find(memberId);
      const how = removalOf(account, removal, now());
      if (how === 'absent') return refused('not-found');
      if (how === 'last') return refused('last-way-in');
      const change = changeOf(account, removal);
      if (change.what === 'mail') await this.changeMail(memberId, change);
      else if (how === 'waits') await waits(memberId, change, account.pending);
      else await carryOut(store, memberId, change, now());
      return { value: 'done' };
    },

    /** ML6. Another address, or none, in place of whatever was to come before. */
    async changeMail(memberId: string, change: Extract<WaitingChange, { what: 'mail' }>): Promise<void> {
      const { pending } = await store.find(memberId);
      for (const { id, change: before } of pending) if (before.what === 'mail') await store.removePending(memberId, id);
      await waits(memberId, change, []);
    },

    async cancel(memberId: string, id: string): Promise<Answer<'done'>> {
      return (await store.removePending(memberId, id)) ? { value: 'done' } : refused('not-found');
    },

    /** AC7. Does what has waited long enough, unless it would take the last way in by now. */
    async carryOutDue(): Promise<void> {
      for (const { memberId, change } of await store.takeDue(now())) {
        const removal = asRemoval(change);
        const how = removal ? removalOf(await store.find(memberId), removal, now()) : 'now';
        if (how !== 'now' && how !== 'waits') continue;
        await carryOut(store, memberId, change, now());
        if (change.what === 'account') await gone(memberId);
      }
    },
  };
}

function changeOf({ passkeys }: AccountRow, removal: Removal): WaitingChange {
  if (removal.what !== 'passkey') return removal;
  return { what: 'passkey', passkeyId: removal.id, label: passkeys.find(({ id }) => id === removal.id)?.label ?? '' };
}

function asRemoval(change: WaitingChange): Removal | undefined {
  if (change.what === 'new-recovery' || (change.what === 'mail' && change.found !== undefined)) return undefined;
  return change.what === 'passkey' ? { what: 'passkey', id: change.passkeyId } : change;
}

const sameChange = (one: WaitingChange, other: WaitingChange): boolean => JSON.stringify(one) === JSON.stringify(other);

async function carryOut(store: AccountStore, memberId: string, change: WaitingChange, at: number): Promise<void> {
  if (change.what === 'passkey') await store.removePasskey(memberId, change.passkeyId);
  else if (change.what === 'password') await store.removePassword(memberId);
  else if (change.what === 'totp') await store.setTotp(memberId, null);
  else if (change.what === 'account') await store.forget(memberId);
  else if (change.what === 'mail') await carryOutMail(store, memberId, change, at);
  else await store.setRecovery(memberId, 'hashes' in change ? change.hashes : [], at);
}

async function carryOutMail(
  store: AccountStore,
  memberId: string,
  { found, sealed }: Extract<WaitingChange, { what: 'mail' }>,
  at: number,
): Promise<void> {
  if (found === undefined || sealed === undefined) await store.removeMail(memberId);
  else await store.setMail(memberId, { found, sealed: Buffer.from(sealed, 'base64'), at });
}
