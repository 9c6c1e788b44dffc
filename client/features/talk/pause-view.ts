import type { TalkEvent } from '@turnward/shared/conversation/events.ts';
import { returnOpensAt } from '@turnward/shared/conversation/pause.ts';
import type { ConversationState, Pause } from '@turnward/shared/conversation/state.ts';
import type { Recorded } from '@turnward/shared/kernel/event.ts';
import type { Seat } from '@turnward/shared/kernel/stream.ts';

const MINUTE = 60_000;
/** How long "two quiet minutes" are, and how long after them the question comes whether to go on or to stop. In ms. */
const QUIET = 2 * MINUTE;
const ASK_AFTER = 5 * MINUTE;

/** What a pause looks like to one of the two. Times are ms on the server's clock. */
export type PauseView = {
  /** Who paused: one of the two, the guide, a facilitator, or the lost line of whoever leads (FA9). */
  asked: 'me' | 'partner' | 'guide' | 'facilitator' | 'lead-lost';
  mayChoose: boolean;
  size: 'quiet' | 'break' | undefined;
  /** How long the rest was meant to be. A wish: only a break's first 20 minutes are enforced. */
  until: number | undefined;
  over: boolean;
  /** From when the server lets people come back; only a break keeps them (PA6). */
  opensAt: number;
  mayReturn: boolean;
  /** I have said how I am, in this round. Whether the other did is not known here (PR3). */
  rated: boolean;
  /** Somebody was not calm yet, and nothing was chosen since; who it was is not said (PA8). */
  extended: boolean;
  /** Long enough to ask: come back, or stop for today? */
  long: boolean;
};

/** What of a conversation a pause is seen from. */
export type PauseSource = Pick<ConversationState, 'pause' | 'returned'>;

/** PAUSE 2 to 4 as seen from `seat`; null while no pause is recorded. */
export function pauseView(
  { pause, returned }: PauseSource,
  talk: readonly Recorded<TalkEvent>[],
  seat: Seat,
  now: number,
): PauseView | null {
  if (!pause) return null;
  const { pauseId, by, since, size, round } = pause;
  const sizedAt = pause.sizedAt ?? since;
  const lastExtended = talk.findLast(({ event }) => event.type === 'PauseExtended' && event.pauseId === pauseId)?.at;
  const extendedAt = lastExtended !== undefined && lastExtended >= sizedAt ? lastExtended : undefined;
  const wished = size === 'quiet' ? sizedAt + QUIET : pause.returnAt;
  const until = extendedAt === undefined ? wished : Math.max(wished ?? 0, extendedAt + QUIET);
  const opensAt = returnOpensAt(pause);
  const rated = returned[seat]?.pauseId === pauseId && returned[seat].round === round;
  const over = until !== undefined && now >= until;
  return {
    asked: askedBy(pause, seat),
    mayChoose: by === null || by === seat,
    size,
    until,
    over,
    opensAt,
    mayReturn: size !== 'break' || now >= opensAt,
    rated,
    extended: extendedAt !== undefined,
    long: now >= Math.max(since, extendedAt ?? 0) + ASK_AFTER && (size !== 'break' || over),
  };
}

function askedBy({ by, facilitator, leadLost }: Pause, seat: Seat): PauseView['asked'] {
  if (by !== null) return by === seat ? 'me' : 'partner';
  if (facilitator !== undefined) return 'facilitator';
  return leadLost ? 'lead-lost' : 'guide';
}
