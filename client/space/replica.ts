import { useSyncExternalStore } from 'react';
import { giveBackLine, takeLine } from '../conversation/line.ts';
import { doors } from './doors.ts';
import { openSpaceStore, type Space, type SpaceStore } from './space-store.ts';

export type { Space } from './space-store.ts';

const stores = new Map<string, SpaceStore>();

async function askMe(): Promise<string | undefined> {
  const me = await doors.me();
  return me.ok ? me.value.member?.memberId : undefined;
}

/** The replica of a space in this tab. */
export function spaceStore(spaceId: string): SpaceStore {
  const store = stores.get(spaceId) ?? openSpaceStore(spaceId, { take: takeLine, giveBack: giveBackLine, askMe });
  stores.set(spaceId, store);
  return store;
}

/** A space as its members see it; draws again when something happens there. */
export function useSpace(spaceId: string): Space {
  const store = spaceStore(spaceId);
  return useSyncExternalStore(store.subscribe, store.snapshot);
}
