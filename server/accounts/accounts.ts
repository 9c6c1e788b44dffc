import type { AccountStore } from '../ports/account-store.ts';
import type { AppLockStore } from '../ports/app-lock-store.ts';
import type { KeyProvider } from '../ports/key-provider.ts';
import type { TokenStore } from '../ports/token-store.ts';
import type { Sessions } from '../session.ts';
import { openDeletion } from './deletion.ts';
import { openOwnAccount } from './own-account.ts';
import { openPasskeys } from './passkeys.ts';
import { openSigningIn } from './signing-in.ts';

export type Accounts = ReturnType<typeof openAccounts>;

/** Ways in: whose they are, how they are used, how they change. `now` is the server's clock in ms. */
export function openAccounts(parts: {
  store: AccountStore;
  keys: KeyProvider;
  pins: AppLockStore;
  tokens: TokenStore;
  sessions: Pick<Sessions, 'isFresh' | 'listOf' | 'endAll'>;
  now: () => number;
}) {
  const passkeys = openPasskeys(parts);
  const deletion = openDeletion(parts);
  const { isGone } = deletion;
  return {
    own: openOwnAccount({ ...parts, passkeys, isGone }),
    signingIn: openSigningIn({ ...parts, passkeys }),
    deletion,
  };
}
