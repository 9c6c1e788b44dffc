import type { AccountStore } from '../ports/account-store.ts';
import type { AppLockStore } from '../ports/app-lock-store.ts';
import type { TokenStore } from '../ports/token-store.ts';
import type { Sessions } from '../session.ts';

/** How long it is known of somebody that they are gone, in ms: longer than anything that was on its way meanwhile. */
const ON_THE_WAY = 10 * 60_000;

/** AC11. A person takes everything out that lets them in. What they said, and their places in rooms, are the rooms' to keep. */
export function openDeletion(parts: {
  store: Pick<AccountStore, 'removeAll'>;
  pins: Pick<AppLockStore, 'setPin'>;
  tokens: Pick<TokenStore, 'removeOf'>;
  sessions: Pick<Sessions, 'endAll'>;
  now: () => number;
}) {
  const { store, pins, tokens, sessions, now } = parts;
  const gone = new Map<string, number>();

  return {
    /** Whoever is being let in, or adds a way in, while their account goes. */
    isGone: (memberId: string): boolean => gone.has(memberId),

    /** Where it rejects with a fault, it can be asked again by whatever session is left. */
    async of(memberId: string): Promise<void> {
      for (const [id, at] of gone) if (now() - at > ON_THE_WAY) gone.delete(id);
      gone.set(memberId, now());
      try {
        await store.removeAll(memberId);
        await pins.setPin(memberId, null);
        await tokens.removeOf(memberId);
        await sessions.endAll(memberId);
      } catch (error) {
        gone.delete(memberId);
        throw error;
      }
    },
  };
}
