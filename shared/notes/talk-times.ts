import type { TalkEvent } from '../conversation/events.ts';
import type { Talk } from './note-source.ts';

/** In ms since 1970. */
export type Span = { from: number; to: number };

/** `why`: who paused, without a name: nobody's pauses are counted (R9). */
export type PauseSpan = Span & {
  why: 'partner' | 'facilitator' | 'guide' | 'line-lost';
  size: 'quiet' | 'break' | null;
};

/** A stretch of time at a step; a turn that was interrupted has several. */
export type TurnSpan = Span & { stepId: string; detour: boolean };

/** The pauses of a talk, in order. One that nothing ended lasts as long as the talk is known. */
export function pausesOf(talk: Talk): PauseSpan[] {
  const pauses: PauseSpan[] = [];
  let open: PauseSpan | undefined;
  for (const { event, at } of talk) {
    if (event.type === 'Paused') open = { from: at, to: at, why: whyPaused(event), size: null };
    if (event.type === 'PauseSized' && open) open.size = event.size;
    if (!open) continue;
    open.to = at;
    if (event.type !== 'Resumed' && event.type !== 'Stopped' && event.type !== 'ConversationEnded') continue;
    pauses.push(open);
    open = undefined;
  }
  return open ? [...pauses, open] : pauses;
}

function whyPaused({ by, facilitator, leadLost }: Extract<TalkEvent, { type: 'Paused' }>): PauseSpan['why'] {
  if (by !== null) return 'partner';
  if (leadLost) return 'line-lost';
  return facilitator === undefined ? 'guide' : 'facilitator';
}

/** At which step the talk was when; from each turn's beginning to the next, or to the end. */
export function turnsOf(talk: Talk): TurnSpan[] {
  const turns: TurnSpan[] = [];
  const begun = new Map<string, Pick<TurnSpan, 'stepId' | 'detour'>>();
  let open: TurnSpan | undefined;
  for (const { event, at } of talk) {
    if (open) open.to = at;
    if (event.type === 'ConversationEnded') open = undefined;
    if (event.type === 'TurnStarted') {
      begun.set(event.turnId, { stepId: event.stepId, detour: event.detour === true });
    }
    const turn = 'turnId' in event && STARTS.has(event.type) ? begun.get(event.turnId) : undefined;
    if (!turn) continue;
    open = { ...turn, from: at, to: at };
    turns.push(open);
  }
  return turns;
}

const STARTS: ReadonlySet<string> = new Set(['TurnStarted', 'TurnResumed']);

/** How long a span lasted, in ms, without what was paused of it. The pauses don't overlap each other. */
export function lasted({ from, to }: Span, pauses: readonly Span[]): number {
  const paused = pauses.map((pause) => Math.max(0, Math.min(to, pause.to) - Math.max(from, pause.from)));
  return paused.reduce((left, each) => left - each, to - from);
}
