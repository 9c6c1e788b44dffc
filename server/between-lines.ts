import type { ConversationCommand } from '@turnward/shared/conversation/commands.ts';
import { isWrittenTogether } from '@turnward/shared/conversation/floor.ts';
import type { Circumstances } from '@turnward/shared/conversation/outcome.ts';
import { type ConversationState, isLed } from '@turnward/shared/conversation/state.ts';
import { type Access, type Asker, accessTo, type Moment } from '@turnward/shared/documents/access.ts';
import { cardsOf, LONGEST_CARD } from '@turnward/shared/documents/deck.ts';
import { type DocumentName, type DocumentRef, isShared } from '@turnward/shared/documents/names.ts';
import { storyWords } from '@turnward/shared/documents/story.ts';
import { guideById, stepById } from '@turnward/shared/guides/all-guides.ts';
import type { Seat } from '@turnward/shared/kernel/stream.ts';
import { type Guest, memberOf, type SpaceState } from '@turnward/shared/space/state.ts';
import * as Y from 'yjs';
import type { Conversations } from './conversation/conversations.ts';
import type { Spaces } from './space/spaces.ts';

/** A member's place before a document, at this moment. `guideCards`: the cards that a deck has of its guide. */
export type DocumentStanding = {
  spaceId: string;
  seat: Seat | null;
  access: Access;
  guideCards: readonly string[];
  /** Where both write, and their guests may, too: the two, by member id. */
  partners?: readonly string[];
};

/** The text of a document as it stands now: read from the live one where somebody has it open, else from the store. */
export type ReadDocument = <Read>(name: DocumentName, read: (doc: Y.Doc) => Read) => Promise<Read | undefined>;

/**
 * Where the two lines meet on the server, as data: the line of edits asks what the conversation allows, the line of commands
 * asks what was written together. Neither imports the other.
 */
export function betweenLines({ conversations, spaces }: { conversations: Conversations; spaces: Spaces }) {
  return {
    /** Where this member stands before a document; undefined where there is nothing for them (PR6). */
    async standing(ref: DocumentRef, memberId: string): Promise<DocumentStanding | undefined> {
      const state = ref.kind === 'notes' ? undefined : (await conversations.load(ref.conversationId)).state;
      if (state?.phase === 'unopened') return undefined;
      const spaceId = state ? state.spaceId : (ref as { spaceId: string }).spaceId;
      const { state: space } = await spaces.load(spaceId);
      const asker = askerOf(ref, space, memberId);
      if (!asker) return undefined;
      const access = accessTo(ref, asker, state ? momentOf(state, memberId) : ANY_MOMENT);
      const guideCards = state && ref.kind === 'deck' ? cardsOfGuide(state) : [];
      const partners = space.members.filter(({ role }) => role === 'partner').map((member) => member.memberId);
      return {
        spaceId,
        seat: asker.role === 'partner' ? asker.seat : null,
        access,
        guideCards,
        ...(isShared(ref) && { partners }),
      };
    },

    /** What a command needs to know of what was written together; nothing is read for commands that need nothing. */
    async written(
      state: ConversationState,
      command: ConversationCommand,
      read: ReadDocument,
    ): Promise<Pick<Circumstances, 'deck' | 'together'>> {
      const { conversationId, turn } = state;
      const story =
        command.type === 'ApproveVersion' && turn
          ? await read(`story/${conversationId}`, (doc) => storyWords(doc, turn.turnId))
          : undefined;
      const together = story ? { together: story } : {};
      const marks = command.type === 'MarkCard' || command.type === 'FinishMarking';
      const guideCards = cardsOfGuide(state);
      if (guideCards.length === 0 || (!marks && !state.overlap)) return together;
      const deck = (doc: Y.Doc) => cardsOf(doc, guideCards);
      // Where nobody has opened the deck yet, the guide's cards are all there is.
      const cards = (await read(`deck/${conversationId}`, deck)) ?? deck(new Y.Doc());
      const asked = cards.filter(
        ({ aside, words, cardId }) =>
          !aside &&
          (words === null ? guideCards.includes(cardId) : words.trim() !== '' && words.length <= LONGEST_CARD),
      );
      return { ...together, deck: asked.map(({ cardId, version, words }) => ({ cardId, version, words })) };
    },
  };
}

const cardsOfGuide = ({ guideId }: ConversationState): string[] => guideById(guideId)?.cards?.map(({ id }) => id) ?? [];

/** Nobody asks about the conversation for a document of the space. */
const ANY_MOMENT: Moment = {
  phase: 'live',
  paused: false,
  together: false,
  facilitated: false,
  leads: false,
  facilitatorWrites: false,
};

/** NO2. What a facilitator wrote for themself stays theirs, also once they are none of this space any more. */
function askerOf(ref: DocumentRef, space: SpaceState, memberId: string): Asker | undefined {
  const facilitatedOnce = (guest: Guest) =>
    guest.memberId === memberId && guest.role === 'facilitator' && guest.joinedAt !== null;
  const ownNotes = ref.kind === 'notes' || ref.kind === 'progress';
  if (ownNotes && space.guests.some(facilitatedOnce)) return { role: 'facilitator', memberId };
  return memberOf(space, memberId);
}

function momentOf(state: ConversationState, memberId: string): Moment {
  const guide = guideById(state.guideId);
  const step = state.turn && guide ? stepById(guide, state.turn.stepId) : undefined;
  return {
    phase: state.phase === 'unopened' ? 'ended' : state.phase,
    paused: state.pause !== null,
    together: step !== undefined && isWrittenTogether(step),
    facilitated: isLed(state),
    leads: isLed(state) && state.lead?.memberId === memberId,
    facilitatorWrites: step?.facilitatorWrites ?? false,
  };
}
