import { refuse } from '../kernel/decider.ts';
import type { Words } from '../kernel/event.ts';
import { SEATS, type Seat } from '../kernel/stream.ts';
import type { CheckIn, ConversationCommand } from './commands.ts';
import { aside, type ConversationDraft, type Facilitation, type Outcome, type Scene } from './outcome.ts';
import type { ConversationState } from './state.ts';

/** What goes on beside the talk, between one partner and the facilitators. None of it is written where anybody else reads. */
const LONGEST_WHISPER = 1000;
/** Characters of each box of a check-in. */
const LONGEST_LINE = 200;
/** WH6. How often, beside one seat in one talk: far more than anybody needs, and few enough to stay quick to read. */
const MOST_WHISPERS = 500;
const MOST_CHECK_INS = 50;
const MOST_AGREEMENTS = 50;

type Whisper = Extract<ConversationCommand, { type: 'Whisper' }>;

/** WH1. A partner whispers to the facilitators: into their own `aside`, whatever else the frame says. */
export function whisper({ state, asking }: Scene, { to, text }: Whisper): Outcome {
  if (to !== undefined) return refuse('unknown-field');
  return nobodyThere(asking) ?? whispered(state, asking.seat, null, text);
}

/** WH1. A facilitator whispers to one partner, and has answered that partner's call for help by it (WH5). */
export function whisperTo({ state, asking }: Facilitation, { to, text }: Whisper): Outcome {
  return to === undefined ? refuse('unknown-field') : whispered(state, to, asking.memberId, text);
}

function whispered({ asides }: ConversationState, seat: Seat, from: string | null, text: string): Outcome {
  const { whispers, whispersTo } = asides[seat];
  if ((from === null ? whispers : whispersTo) >= MOST_WHISPERS) return refuse('whispered-enough');
  if (text.length > LONGEST_WHISPER) return refuse('too-long');
  const said = text.trim();
  return said === '' ? refuse('empty') : [aside({ type: 'Whispered', seat, from }, { text: { text: said } })];
}

/** WH2. Nobody is forced to say any of it; what is left blank is not recorded. Said again, the last one counts. */
export function checkIn({ state, asking }: Scene, { alone, location, phone, contact, pauseWord }: CheckIn): Outcome {
  const { seat } = asking;
  if (state.asides[seat].checkIns >= MOST_CHECK_INS) return refuse('whispered-enough');
  const boxes = Object.entries({ location, phone, contact, pauseWord });
  if (boxes.some(([, written]) => written.length > LONGEST_LINE)) return refuse('too-long');
  const filled = boxes.map(([id, written]) => [id, written.trim()] as const).filter(([, written]) => written !== '');
  const words = { text: { alone: alone ? 'yes' : 'no', ...Object.fromEntries(filled) } };
  return nobodyThere(asking) ?? [aside({ type: 'CheckedIn', seat }, words)];
}

/**
 * WH3. Agrees that facilitators see how stirred up this partner says they are. Taking it back needs nobody there, and names what
 * was shown until then, so that it is destroyed in the same record (`destroyed.ts`).
 */
export function shareRatings({ state, asking }: Scene, on: boolean): Outcome {
  const { seat } = asking;
  const { sharesRatings, shown, agreements } = state.asides[seat];
  if (sharesRatings === on) return [];
  // Only agreeing has a limit: taking it back never has.
  if (on && agreements >= MOST_AGREEMENTS) return refuse('whispered-enough');
  if (on) return nobodyThere(asking) ?? [aside({ type: 'RatingsShared', seat, on })];
  return [aside({ type: 'RatingsShared', seat, on, ...(shown.length > 0 && { ranges: shown }) })];
}

/** WH5. Asked again before anybody answered: asked already. */
export function askForHelp({ state, asking }: Scene): Outcome {
  const { seat } = asking;
  if (state.asides[seat].helpAsked !== null) return [];
  return nobodyThere(asking) ?? [aside({ type: 'HelpAsked', seat })];
}

export function answerHelp({ state, asking }: Facilitation, seat: Seat): Outcome {
  if (state.asides[seat].helpAsked === null) return [];
  return [aside({ type: 'HelpAnswered', seat, by: asking.memberId })];
}

/** WH3. The rating in this answer, for whoever agreed to show it. `at`: the step's or the pause's id. */
export function ratingShown(state: ConversationState, seat: Seat, at: string, words?: Words): ConversationDraft[] {
  const stirred = words?.scales?.['stirred'];
  if (stirred === undefined || !state.asides[seat].sharesRatings) return [];
  return [aside({ type: 'RatingShown', seat, at }, { scales: { stirred } })];
}

/** WH4. What passes with the talk: named, so that it is destroyed in the record that ends it (`destroyed.ts`). */
export const asidesCleared = ({ asides }: ConversationState): ConversationDraft[] =>
  SEATS.flatMap((seat) => {
    const { passing: ranges } = asides[seat];
    return ranges.length > 0 ? [aside({ type: 'AsideCleared', seat, ranges })] : [];
  });

const nobodyThere = ({ facilitators = [] }: Scene['asking']) =>
  facilitators.length === 0 ? refuse('no-facilitator') : undefined;
