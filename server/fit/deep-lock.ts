import { type DeepTalks, deepTalks, sinceErased } from '@turnward/shared/fit/fit.ts';
import { guideById } from '@turnward/shared/guides/all-guides.ts';
import { SEATS, type Seat, type StreamName } from '@turnward/shared/kernel/stream.ts';
import { partnerIn, type SpaceState } from '@turnward/shared/space/state.ts';
import type { Config } from '../config.ts';
import type { Spaces } from '../space/spaces.ts';
import type { Fits } from './fits.ts';

/** `heads`: of what it was decided on; a decision that rests on it is recorded only if nothing came between. */
export type DeepLock = {
  of(spaceId: string): Promise<{ deepTalks: DeepTalks; heads: ReadonlyMap<StreamName, number> }>;
  /** The same for a decision about this guide; undefined where it does not go deep. */
  for(
    guideId: string,
    spaceId: string,
  ): Promise<{ deepTalks: DeepTalks; heads: ReadonlyMap<StreamName, number> } | undefined>;
  forget(spaceId: string): void;
};

/** ER7. When each partner last had all their words erased, in ms. */
export function erasedBySeat({ members, erased }: SpaceState): Partial<Record<Seat, number>> {
  const times = members.flatMap((member) => {
    const at = member.role === 'partner' ? erased[member.memberId] : undefined;
    return member.role === 'partner' && at !== undefined ? [[member.seat, at] as const] : [];
  });
  return Object.fromEntries(times);
}

/** FI3. Asked where a talk is opened, begun or gone back to, and by each partner for themself. */
export function openDeepLock(parts: {
  fits: Fits;
  spaces: Spaces;
  config: Pick<Config, 'DEEP_GUIDES'>;
  now: () => number;
}): DeepLock {
  const { fits, spaces, config, now } = parts;
  const of: DeepLock['of'] = async (spaceId) => {
    const { state: space } = await spaces.load(spaceId);
    const { state: answered, heads } = await fits.load(spaceId);
    const state = sinceErased(answered, erasedBySeat(space));
    const scripted = SEATS.filter((seat) => partnerIn(space, seat)?.practice);
    const hostAsks = config.DEEP_GUIDES === 'facilitator';
    return { deepTalks: deepTalks(state, { scripted, hostAsks, now: now() }), heads };
  };
  return {
    of,
    for: async (guideId, spaceId) => (guideById(guideId)?.deep ? of(spaceId) : undefined),
    forget: fits.forget,
  };
}
