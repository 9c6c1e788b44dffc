import type { Card } from '@turnward/shared/documents/deck.ts';
import type { Conversation } from '../../conversation/replica.ts';
import type { DocumentState } from '../../documents/document-state.ts';

/** What every part of the page is given: the deck as it stands, and where its edits go. */
export type DeckPart = { conversation: Conversation; document: DocumentState; guideIds: string[]; cards: Card[] };
