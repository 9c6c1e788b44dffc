import type { AccountStore, PendingRow } from '../ports/account-store.ts';
import type { AppLockStore } from '../ports/app-lock-store.ts';
import type { KeyProvider } from '../ports/key-provider.ts';
import type { Mail } from '../ports/mail.ts';
import type { TokenStore } from '../ports/token-store.ts';
import type { Sessions } from '../session.ts';
import { openMailAddresses } from './mail-addresses.ts';
import { openOwnAccount } from './own-account.ts';
import { openOwnMail } from './own-mail.ts';
import { openPasskeys } from './passkeys.ts';
import { openSigningIn } from './signing-in.ts';

export type Accounts = ReturnType<typeof openAccounts>;

/** ML1. There where the host has set a mail server up. `origin` is where this place is, for links. */
type Mailing = {
  mail: Mail;
  tokens: TokenStore;
  origin: () => string;
  mayWrite: (found: string) => Promise<boolean>;
};

/** Ways in: whose they are, how they are used, how they change. `now` is the server's clock in ms. */
export function openAccounts(parts: {
  store: AccountStore;
  keys: KeyProvider;
  sessions: Pick<Sessions, 'isFresh' | 'endAll' | 'listOf'>;
  pins: Pick<AppLockStore, 'setPin'>;
  tokens: Pick<TokenStore, 'removeOf'>;
  mailing?: Mailing;
  failed: (error: unknown) => void;
  now: () => number;
}) {
  const { store, keys, mailing, failed } = parts;
  const passkeys = openPasskeys(parts);
  const own = openOwnAccount({
    ...parts,
    passkeys,
    told: (pending: PendingRow) => void ownMail?.tellWaiting(pending).catch(failed),
    async gone(memberId) {
      await parts.pins.setPin(memberId, null);
      await parts.tokens.removeOf(memberId);
      await parts.sessions.endAll(memberId);
    },
    mailOf: async (memberId) => (ownMail ? { address: await ownMail.addressOf(memberId) } : null),
  });
  const ownMail =
    mailing &&
    openOwnMail({ ...parts, ...mailing, addresses: openMailAddresses({ store, keys }), waits: own.changeMail });
  return { own, mail: ownMail, signingIn: openSigningIn({ ...parts, passkeys }) };
}
