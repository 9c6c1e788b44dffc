import { SEATS, type Seat } from '@turnward/shared/kernel/stream.ts';
import type { GuestRoom } from '../../conversation/room.ts';
import { whispersIn } from '../../room/whispers.ts';

/** What a facilitator is told of as it happens. */
export type Told = {
  turnId: string | undefined;
  paused: boolean;
  of: Record<Seat, { help: boolean; lost: boolean; whispers: number }>;
};

export type Change = 'paused' | 'resumed' | 'turn' | ['help' | 'lost' | 'back' | 'whisper', Seat];

export function toldOf({ state, presence, asides }: Pick<GuestRoom, 'state' | 'presence' | 'asides'>): Told {
  const of = (seat: Seat) => ({
    help: state.asides[seat].helpAsked !== null,
    lost: presence[seat]?.state === 'lost',
    whispers: whispersIn(asides[seat]).filter(({ from }) => from === null).length,
  });
  return { turnId: state.turn?.turnId, paused: state.pause !== null, of: { a: of('a'), b: of('b') } };
}

/** What came between two looks, the most pressing first. */
export function whatChanged(before: Told, now: Told): Change[] {
  const changes: Change[] = [];
  if (now.paused && !before.paused) changes.push('paused');
  for (const seat of SEATS) {
    const [was, is] = [before.of[seat], now.of[seat]];
    if (is.help && !was.help) changes.push(['help', seat]);
    if (is.lost && !was.lost) changes.push(['lost', seat]);
    if (was.lost && !is.lost) changes.push(['back', seat]);
    if (is.whispers > was.whispers) changes.push(['whisper', seat]);
  }
  if (before.paused && !now.paused) changes.push('resumed');
  if (now.turnId !== undefined && before.turnId !== now.turnId) changes.push('turn');
  return changes;
}
