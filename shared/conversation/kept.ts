import { refuse } from '../kernel/decider.ts';
import type { Seat } from '../kernel/stream.ts';
import type { KeptCommand } from './commands.ts';
import { aside, type ConversationDraft, type Outcome, own, talk } from './outcome.ts';
import type { ConversationRefusal } from './refusals.ts';
import { type SeqRange, withSeq } from './seq-ranges.ts';
import type { ConversationState } from './state.ts';

/** In UTF-16 units. */
export const LONGEST_NOTE = 2000;
/** Notes that one partner may add to one talk: far more than anybody needs. */
const MOST_NOTES = 100;

type Of<Type extends KeptCommand['type']> = Extract<KeptCommand, { type: Type }>;

/** ER1. Folded away for both, and unfolded again, by the author alone. */
export function foldWords(state: ConversationState, { seq, folded }: Of<'FoldWords'>, seat: Seat): Outcome {
  const refused = notTheirs(state, seq, seat);
  if (refused) return refuse(refused);
  if (state.folded.includes(seq) === folded) return [];
  return [talk({ type: 'WordsFolded', seat, seq, folded })];
}

/** ER2. The words are destroyed where both read them, and where they were written first; the stub says when. */
export function withdrawWords(state: ConversationState, { seq }: Of<'WithdrawWords'>, seat: Seat): Outcome {
  const refused = notTheirs(state, seq, seat);
  if (refused === 'words-gone') return [];
  if (refused) return refuse(refused);
  const first = state.written[seat][state.revealed[seq] ?? ''];
  // Where it was written first is said in its author's own stream alone: its place there would tell how much they wrote.
  const copy = first === undefined ? [] : [own({ type: 'FirstWordsWithdrawn', seat, seq: first })];
  return [talk({ type: 'WordsWithdrawn', seat, seq }), ...copy];
}

/** ER3. Beside one's own words, which are never rewritten. */
export function addNote(state: ConversationState, { about, text }: Of<'AddNote'>, seat: Seat): Outcome {
  if (state.authors[about] !== seat) return refuse('not-your-words');
  if (state.notes[seat] >= MOST_NOTES) return refuse('noted-enough');
  if (text.length > LONGEST_NOTE) return refuse('too-long');
  const said = text.trim();
  return said === '' ? refuse('empty') : [talk({ type: 'NoteAdded', seat, about }, { text: { text: said } })];
}

function notTheirs(state: ConversationState, seq: number, seat: Seat): ConversationRefusal | undefined {
  if (state.authors[seq] !== seat) return 'not-your-words';
  return state.gone.includes(seq) || state.keeping?.omitted.includes(seq) ? 'words-gone' : undefined;
}

/**
 * ER7. Everything of this partner in this talk. What both worded together, and the cards that were asked, hold words of both
 * that nobody can part: the stricter wins, and they go.
 */
export function eraseSaid(state: ConversationState, seat: Seat): ConversationDraft[] {
  const said = Object.entries(state.authors).flatMap(([seq, author]) => (author === seat ? [Number(seq)] : []));
  const places = new Set([...said, ...state.agreed, ...state.cardsAsked]);
  const ranges = [...places].toSorted((one, other) => one - other).reduce<SeqRange[]>(withSeq, []);
  const { whispers, checkIns, shown } = state.asides[seat];
  const beside = whispers + checkIns + shown.length > 0;
  return [
    talk({ type: 'SaidErased', seat, ranges }),
    own({ type: 'OwnErased', seat }),
    ...(beside ? [aside({ type: 'AsideErased', seat })] : []),
  ];
}
