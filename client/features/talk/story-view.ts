import type { ConversationState } from '@turnward/shared/conversation/state.ts';
import { otherSeat, type Seat } from '@turnward/shared/kernel/stream.ts';
import type { SavedState } from '../../documents/document-state.ts';

/** Why these words can't be agreed to now. */
export type Closed = 'reading' | 'blank' | 'long' | 'unsaved';

export type StoryView = {
  /** Who agrees to exactly these words. */
  mine: boolean;
  theirs: boolean;
  closed: Closed | null;
};

/** The text as it stands here. `version` names its wording; `access` and `saved` as the line of edits says. */
export type StoryText = {
  text: string;
  version: string;
  max: number;
  access: 'read' | 'write';
  saved: SavedState;
};

/** TU10, TU12. What a text that both write asks of one of them. An approval of any other wording counts for nothing. */
export function storyView(
  { approvals }: Pick<ConversationState, 'approvals'>,
  seat: Seat,
  { text, version, max, access, saved }: StoryText,
): StoryView {
  const closed = (): Closed | null => {
    if (access === 'read') return 'reading';
    if (text.trim() === '') return 'blank';
    if (text.length > max) return 'long';
    return saved === 'saved' ? null : 'unsaved';
  };
  return {
    mine: approvals[seat] === version,
    theirs: approvals[otherSeat(seat)] === version,
    closed: closed(),
  };
}
