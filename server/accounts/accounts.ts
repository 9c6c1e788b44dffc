import type { AccountStore } from '../ports/account-store.ts';
import type { KeyProvider } from '../ports/key-provider.ts';
import type { Sessions } from '../session.ts';
import { openOwnAccount } from './own-account.ts';
import { openPasskeys } from './passkeys.ts';
import { openSigningIn } from './signing-in.ts';

export type Accounts = ReturnType<typeof openAccounts>;

/** Ways in: whose they are, how they are used, how they change. `now` is the server's clock in ms. */
export function openAccounts(parts: {
  store: AccountStore;
  keys: KeyProvider;
  sessions: Pick<Sessions, 'isFresh' | 'listOf'>;
  now: () => number;
}) {
  const passkeys = openPasskeys(parts);
  return { own: openOwnAccount({ ...parts, passkeys }), signingIn: openSigningIn({ ...parts, passkeys }) };
}
