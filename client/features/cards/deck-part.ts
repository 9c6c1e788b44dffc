import type { Card } from '@turnward/shared/documents/deck.ts';
import type { Conversation, GuestRoom } from '../../conversation/replica.ts';
import type { DocumentState } from '../../documents/document-state.ts';

/** The talk as whoever arranges its cards sees it: one of the two, who marks them too, or a facilitator. */
export type CardsRoom = Conversation | GuestRoom;

/** What every part of the page is given: the deck as it stands, and where its edits go. */
export type DeckPart = { conversation: CardsRoom; document: DocumentState; guideIds: string[]; cards: Card[] };
