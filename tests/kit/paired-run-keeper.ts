import type { Answer } from '@turnward/shared/conversation/commands.ts';
import { type Card, cardsOf } from '@turnward/shared/documents/deck.ts';
import { draftBox } from '@turnward/shared/documents/draft.ts';
import type { DocumentRef } from '@turnward/shared/documents/names.ts';
import type { Guide, Step } from '@turnward/shared/guides/guide.ts';
import type { Beside } from './paired-run-beside.ts';
import type { PairedDocument } from './paired-run-document.ts';
import type { Draw } from './paired-run-draw.ts';
import type { Member } from './paired-run-member.ts';
import { SPACE } from './paired-run-room.ts';

/** How much was kept to oneself, so that nobody takes two silent runs for a proof. */
export type Kept = {
  keystrokes: number;
  lines: number;
  marks: number;
  answers: number;
  reports: number;
  beside: number;
};

type Deed = () => Promise<void>;
type Talk = { conversationId: string; guide: Guide };

/**
 * The one member whose private doings differ between the two runs of a pair: what they draft or note, in how many strokes, on
 * how many devices and when; how often they mark which card; what they answer in private. Nobody waits for any of it unless
 * something public depends on it, so it goes on beside what the others do.
 */
export class Keeper {
  readonly member: Member;
  readonly kept: Kept = { keystrokes: 0, lines: 0, marks: 0, answers: 0, reports: 0, beside: 0 };
  readonly #talk: Talk;
  /** Undefined: keeps nothing at all, beyond what cannot be left out. */
  readonly #draw: Draw | undefined;
  readonly #beside: Beside | undefined;
  readonly #devices: (PairedDocument | undefined)[] = [undefined, undefined];
  #busy: Promise<void> = Promise.resolve();
  /** Not from the last mark on until both have said that they are done: by then a mark shows. */
  #free: boolean;
  /** What both were ready for: taking one of these back shows, since it is not asked then (DK5). */
  #shown: ReadonlySet<string> = new Set();

  constructor(member: Member, talk: Talk, draw: Draw | undefined, beside?: Beside) {
    this.member = member;
    this.#talk = talk;
    this.#draw = draw;
    this.#beside = beside;
    this.#free = member.who !== 'facilitator';
  }

  /** At this point of the run, something private or nothing. */
  aside(): void {
    const draw = this.#draw;
    if (!draw || draw.below(3) === 0) return;
    const deeds: Deed[] = [() => this.#write(draw), () => this.#write(draw), () => this.#leaveDevice(draw)];
    const cards = this.#free ? this.#cards().filter(({ cardId }) => !this.#shown.has(cardId)) : [];
    if (cards.length > 0) deeds.push(() => this.#mark(draw.one(cards), draw.below(2) === 0));
    const beside = this.#beside;
    if (beside) deeds.push(...Array<Deed>(4).fill(() => beside.happens(draw)));
    this.soon(draw.one(deeds));
  }

  /** Does it after what is being done already; `rest` waits for all of it. */
  soon(deed: Deed): void {
    this.#busy = this.#busy.then(deed);
    // Whoever rests hears of it.
    this.#busy.catch(() => undefined);
  }

  rest(): Promise<void> {
    return this.#busy;
  }

  /** What is answered in private; the boxes that must be filled are, with something. */
  answer(step: Step): Answer | 'pass' {
    this.kept.answers += 1;
    const draw = this.#draw;
    if (draw && step.pass !== null && draw.below(4) === 0) return 'pass';
    const written = step.fields.filter(({ required }) => required || (draw?.below(2) ?? 0) === 1);
    const text = written.map(({ id, max }) => [id, draw?.words(max) ?? '.']);
    return {
      ...(text.length > 0 && { text: Object.fromEntries(text) }),
      ...this.numbers(step),
    };
  }

  /** Numbers are private wherever they are asked. Below 7: from there on the guide offers both a pause, on purpose. */
  numbers(step: Step): Answer {
    if (step.scales.length === 0) return {};
    return { scales: Object.fromEntries(step.scales.map(({ id }) => [id, this.rating()])) };
  }

  rating(): number {
    return this.#draw?.below(7) ?? 0;
  }

  sentence(): { sentence?: string } {
    const draw = this.#draw;
    return draw && draw.below(2) === 0 ? { sentence: draw.words(280) } : {};
  }

  /** Any of these, where it makes no difference to the others. */
  either(choices: readonly string[]): string | undefined {
    return this.#draw?.one(choices) ?? choices[0];
  }

  /** Says "writing" and takes it back, where it must show to nobody (PR5). */
  async reports(): Promise<void> {
    for (let times = this.#draw?.below(3) ?? 0; times > 0; times--) {
      await this.#report(true);
      await this.#report(false);
    }
  }

  /** Ends up with marks of which the others learn only what both are ready for: of these cards, `both` and no other. */
  async finishMarks(theirs: ReadonlySet<string>, both: ReadonlySet<string>): Promise<void> {
    this.#free = false;
    this.#shown = both;
    await this.#busy;
    for (const card of this.#cards()) {
      const open = !theirs.has(card.cardId);
      if (both.has(card.cardId)) await this.#mark(card, true);
      else if (!open || this.#draw) await this.#mark(card, open && this.#draw?.below(2) === 0);
    }
  }

  /** What both are ready for has been shown: the marks of all other cards are free again. */
  marksAgain(): void {
    this.#free = this.member.who !== 'facilitator';
  }

  async leave(): Promise<void> {
    await this.#busy;
    this.kept.beside = this.#beside?.deeds ?? 0;
    for (const device of this.#devices) await device?.leave();
  }

  get #ref(): DocumentRef {
    const { who, memberId } = this.member;
    if (who === 'facilitator') return { kind: 'notes', spaceId: SPACE, memberId };
    if (who === 'observer') throw new Error('an observer has nothing to write in');
    return { kind: 'draft', conversationId: this.#talk.conversationId, seat: who };
  }

  #cards(): Card[] {
    const deck = this.member.documents.get('deck');
    const guideCards = this.#talk.guide.cards?.map(({ id }) => id) ?? [];
    return deck ? cardsOf(deck.doc, guideCards) : [];
  }

  /** Refused while paused and where the card is not in the deck: that changes nothing either. */
  async #mark({ cardId, version }: Card, ready: boolean): Promise<void> {
    const { ok } = await this.member.person.do(this.#talk.conversationId, { type: 'MarkCard', cardId, version, ready });
    if (ok) this.kept.marks += 1;
  }

  async #write(draw: Draw): Promise<void> {
    const at = draw.below(2);
    const device = this.#devices[at]?.open ? this.#devices[at] : await this.#openDevice(at);
    const step = draw.one(this.#talk.guide.steps.filter(({ fields }) => fields.length > 0));
    const box = draftBox(device.doc, step.id, step.fields[0]?.id ?? 'text');
    // Whoever facilitates never holds the floor: that they write shows nowhere, whatever their page says of it.
    if (this.member.who === 'facilitator') await this.#report(true);
    for (let strokes = 1 + draw.below(24); strokes > 0; strokes--, this.kept.keystrokes++) {
      if (box.length > 0 && draw.below(5) === 0) box.delete(draw.below(box.length), 1);
      else box.insert(draw.below(box.length + 1), draw.words(4));
      if (draw.below(6) === 0) device.look(step.id);
      if (draw.below(3) === 0) await new Promise(setImmediate);
    }
    if (this.member.who === 'facilitator') await this.#report(false);
  }

  async #report(writing: boolean): Promise<void> {
    const { person } = this.member;
    person.report({ conversationId: this.#talk.conversationId, writing });
    this.kept.reports += 1;
    await person.caughtUp();
  }

  async #openDevice(at: number): Promise<PairedDocument> {
    this.kept.lines += 1;
    const device = await this.member.line(this.#ref, 9_000 + this.kept.lines);
    this.#devices[at] = device;
    return device;
  }

  async #leaveDevice(draw: Draw): Promise<void> {
    await this.#devices[draw.below(2)]?.leave();
  }
}
