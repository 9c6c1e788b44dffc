import type { ConversationCommand } from '@turnward/shared/conversation/commands.ts';
import { notesText } from '@turnward/shared/documents/notes.ts';
import type { Draw } from './paired-run-draw.ts';
import type { Member } from './paired-run-member.ts';

/** Stands in all that is whispered or checked in here, so that it is found wherever it went. */
export const BESIDE = 'between the two of us';

/** What goes on between one partner and whoever facilitates: none of it is for anybody else (WH1). */
export class Beside {
  readonly #partner: Member;
  readonly #facilitator: Member;
  readonly #conversationId: string;
  /** How much of it was said, so that nobody takes two silent runs for a proof. */
  deeds = 0;

  constructor(partner: Member, facilitator: Member, conversationId: string) {
    this.#partner = partner;
    this.#facilitator = facilitator;
    this.#conversationId = conversationId;
  }

  /** One thing, by either of the two. */
  async happens(draw: Draw): Promise<void> {
    const to = this.#partner.who === 'a' ? 'a' : 'b';
    const text = `${BESIDE} ${draw.words(300)}`;
    const boxes = {
      location: `${BESIDE} ${draw.words(100)}`,
      phone: draw.words(9),
      contact: '',
      pauseWord: draw.words(9),
    };
    const [by, command] = draw.one<[Member, ConversationCommand]>([
      [this.#partner, { type: 'Whisper', text }],
      [this.#facilitator, { type: 'Whisper', to, text }],
      [this.#partner, { type: 'CheckIn', alone: draw.below(2) === 0, ...boxes }],
      [this.#partner, { type: 'ShareRatings', on: draw.below(3) > 0 }],
      [this.#partner, { type: 'AskForHelp' }],
      [this.#facilitator, { type: 'AnswerHelp', seat: to }],
    ]);
    const { ok } = await by.person.do(this.#conversationId, command);
    if (ok) this.deeds += 1;
    if (draw.below(2) === 0) this.#note(draw);
  }

  #note(draw: Draw): void {
    const notes = this.#facilitator.documents.get('notes');
    if (notes) notesText(notes.doc).insert(0, draw.words(20));
  }
}
