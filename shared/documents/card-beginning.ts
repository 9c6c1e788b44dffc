import type * as Y from 'yjs';
import { beginText, settleTexts } from './beginning.ts';
import { CARD } from './deck.ts';

/** Puts the guide's words into a card of the guide, which its first change makes the couple's own. */
export const beginWords = (doc: Y.Doc, cardId: string, words: string): void => beginText(doc, CARD, cardId, words);

/** DO5. Leaves the words of the guide once in a card where two began it at once. */
export const settleBeginnings = (doc: Y.Doc): void => settleTexts(doc, CARD);
