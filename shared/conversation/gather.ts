import { refuse } from '../kernel/decider.ts';
import { SEATS } from '../kernel/stream.ts';
import { type Ground, needsFacilitator, type Outcome, type Scene, talk } from './outcome.ts';
import { advance } from './progress.ts';
import { isLed } from './state.ts';

/** GA1, FA5. Ready or not yet, taken back at any time; whoever waits to be admitted can't be ready yet. */
export function setReady({ state, asking }: Scene, ready: boolean): Outcome {
  const { seat } = asking;
  if (ready && isLed(state) && !state.admitted[seat]) return refuse('not-admitted');
  if (state.ready[seat] === ready) return [];
  return [talk({ type: 'ReadySet', seat, ready })];
}

/**
 * GA1, GA2, FA5. Begins when both are here and ready, and admitted where somebody leads, who then begins it: `facilitator`, by
 * member id (FA3).
 */
export function begin(ground: Ground, facilitator?: string): Outcome {
  const { guide, state, asking } = ground;
  const led = isLed(state);
  if (facilitator === undefined && (led || guide.facilitator === 'required')) return refuse('waits-for-facilitator');
  if (facilitator === undefined && needsFacilitator(guide, asking)) return refuse('needs-a-facilitator'); // FI3
  if (led && !SEATS.every((seat) => state.admitted[seat])) return refuse('not-admitted');
  if (!SEATS.every((seat) => state.ready[seat])) return refuse('not-ready');
  if (!SEATS.every((seat) => asking.here.includes(seat))) return refuse('partner-not-here');
  const [first] = guide.steps;
  if (!first) return refuse('not-begun');
  const begun = talk({ type: 'ConversationBegun', ...(facilitator !== undefined && { facilitator }) });
  return [begun, ...advance(ground, first.id)];
}
