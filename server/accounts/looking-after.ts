import { standingIn } from '@turnward/shared/space/rights.ts';
import type { Config } from '../config.ts';
import type { Session } from '../session.ts';
import type { Spaces } from '../space/spaces.ts';

/** AC9, security row 36: a facilitator has signed in with a passkey, or with password and app, or the host leaves it open. */
export type LookingAfter = {
  isReady(session: Session | undefined): boolean;
  /** Whether this session is too weak for what its person is in this space. */
  lacksFactor(spaceId: string, session: Session): Promise<boolean>;
};

export function openLookingAfter(config: Pick<Config, 'FACILITATOR_FACTORS'>, spaces: Spaces): LookingAfter {
  const isReady = (session: Session | undefined): boolean =>
    config.FACILITATOR_FACTORS === 'optional' || (session?.strong ?? false);
  return {
    isReady,
    async lacksFactor(spaceId, session) {
      if (isReady(session)) return false;
      const { state } = await spaces.load(spaceId);
      const standing = standingIn(state, session.memberId);
      return !state.practice && (standing === 'facilitator' || standing === 'founder');
    },
  };
}
