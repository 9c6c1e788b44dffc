import type { FitStanding } from '@turnward/shared/wire/fit-doors.ts';
import { asked } from './asked.ts';
import { doors } from './doors.ts';

const standings = new Map<string, () => FitStanding | undefined>();

/** Where one stands with the private questions of a room; undefined until that is known. */
export function useFit(spaceId: string): FitStanding | undefined {
  const useStanding = standings.get(spaceId) ?? asked<FitStanding | undefined>(() => doors.fit(spaceId), undefined);
  standings.set(spaceId, useStanding);
  return useStanding();
}
