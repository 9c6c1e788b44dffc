import type { PasskeyUsed } from '@turnward/shared/wire/account-doors.ts';
import type { AccountRow, AccountStore } from '../ports/account-store.ts';
import type { KeyProvider } from '../ports/key-provider.ts';
import { type Answer, refused } from '../space/answer.ts';
import { openAppSecret, stepOf } from './authenticator-app.ts';
import { foldedName } from './folded-name.ts';
import type { openPasskeys, Place } from './passkeys.ts';
import { isPassword } from './passwords.ts';
import { recoveryHash } from './recovery-codes.ts';

type Parts = {
  store: AccountStore;
  passkeys: ReturnType<typeof openPasskeys>;
  keys: KeyProvider;
  now: () => number;
};
/** Who it is, and whether they showed it as a facilitator must (AC9). */
export type Known = { memberId: string; strong: boolean };
export type WithPassword = { password: string; code?: string };

/** AC3. Finds out who somebody is; whatever does not fit, the answer is the same, and takes as long. */
export function openSigningIn({ store, passkeys, keys, now }: Parts) {
  const byPassword = async (account: AccountRow | undefined, given: WithPassword): Promise<Answer<Known>> => {
    const fits = await isPassword(account?.password?.hash, given.password);
    if (!fits || !account) return refused('wrong-sign-in');
    const { memberId, totp } = account;
    if (!totp) return { value: { memberId, strong: false } };
    const step = stepOf(await openAppSecret(keys, memberId, totp), given.code ?? '', now());
    if (step === undefined || !(await store.spendTotp(memberId, step))) return refused('wrong-sign-in');
    return { value: { memberId, strong: totp.countsFrom <= now() } };
  };

  const byPasskey = (passkey: Awaited<ReturnType<typeof passkeys.signedIn>>): Answer<Known> =>
    passkey ? { value: { memberId: passkey.memberId, strong: passkey.countsFrom <= now() } } : refused('wrong-sign-in');

  return {
    toSignIn: passkeys.toSignIn,
    async toStepUp(memberId: string, place: Place) {
      return passkeys.toStepUp(await store.find(memberId), place);
    },
    async byPasskey(response: PasskeyUsed, place: Place): Promise<Answer<Known>> {
      return byPasskey(await passkeys.signedIn(response, place));
    },
    async byPassword({ signInName, ...given }: WithPassword & { signInName: string }): Promise<Answer<Known>> {
      const memberId = await store.memberNamed(foldedName(signInName));
      return byPassword(memberId === undefined ? undefined : await store.find(memberId), given);
    },
    /** AC6. The code is used up. It lets in, and is no factor that a facilitator needs. */
    async byRecovery(code: string): Promise<Answer<Known>> {
      const memberId = await store.takeRecovery(recoveryHash(code));
      return memberId === undefined ? refused('wrong-sign-in') : { value: { memberId, strong: false } };
    },
    async againByPasskey(memberId: string, response: PasskeyUsed, place: Place): Promise<Answer<Known>> {
      return byPasskey(await passkeys.steppedUp(memberId, response, place));
    },
    async againByPassword(memberId: string, given: WithPassword): Promise<Answer<Known>> {
      return byPassword(await store.find(memberId), given);
    },
  };
}
