import type { Seat } from '@turnward/shared/kernel/stream.ts';
import type { Couple } from './caseload-view.ts';

export type Filter = 'all' | 'live' | 'today' | 'waiting';
export const FILTERS: readonly Filter[] = ['all', 'live', 'today', 'waiting'];

/** Couples in a lasting order: a talk that is open first, then who is met today by the clock, then by name. */
export function inOrder(couples: readonly Couple[], filter: Filter): Couple[] {
  const shown = couples.filter(({ live, meeting }) => {
    if (filter === 'live') return live !== null;
    if (filter === 'today') return live !== null || meeting?.today === true;
    return filter === 'all';
  });
  return shown.toSorted((one, other) => rank(one) - rank(other) || compareNames(one, other));
}

const NOT_TODAY = Number.MAX_SAFE_INTEGER;
const rank = ({ live, meeting }: Couple): number => (live ? 0 : meeting?.today ? meeting.at : NOT_TODAY);
const compareNames = (one: Couple, other: Couple): number =>
  one.spaceName.localeCompare(other.spaceName) || (one.spaceId < other.spaceId ? -1 : 1);

/** Whoever of these couples waits for a facilitator, with what for: help before whispers. */
export const callsOf = (couples: readonly Couple[]): { couple: Couple; seat: Seat; what: 'help' | 'whisper' }[] =>
  couples.flatMap((couple) => {
    const { help = [], whispers = [] } = couple.live ?? {};
    return [
      ...help.map((seat) => ({ couple, seat, what: 'help' as const })),
      ...whispers.filter((seat) => !help.includes(seat)).map((seat) => ({ couple, seat, what: 'whisper' as const })),
    ];
  });
