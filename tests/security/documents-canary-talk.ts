import type { Logger } from '@turnward/server/log.ts';
import type { Answer } from '@turnward/shared/conversation/commands.ts';
import { addCard, cardsOf } from '@turnward/shared/documents/deck.ts';
import { draftBox } from '@turnward/shared/documents/draft.ts';
import type { DocumentRef } from '@turnward/shared/documents/names.ts';
import { storyText, storyWords } from '@turnward/shared/documents/story.ts';
import { SEATS, type Seat } from '@turnward/shared/kernel/stream.ts';
import { accepted, begin, type Couple, playTo } from '../kit/couple.ts';
import { clearTheWay } from '../kit/fit.ts';
import type { PairedDocument } from '../kit/paired-run-document.ts';
import { Member } from '../kit/paired-run-member.ts';
import { cookieOf, memberIdOf, openRoom, type PairedRoom, SPACE, type Who } from '../kit/paired-run-room.ts';
import { Ears } from '../kit/paired-run-tap.ts';
import { Person } from '../kit/person.ts';
import { canary } from './documents-canary.ts';

export const PEOPLE = ['a', 'b', 'facilitator'] as const;

/** What is written in this talk, and who may read it. */
export const WORDS = {
  draftOfA: { words: canary('what a drafts'), readers: ['a'] },
  draftOfB: { words: canary('what b drafts'), readers: ['b'] },
  notes: { words: canary('what was noted'), readers: ['facilitator'] },
  answerOfA: { words: canary('what a answers in private'), readers: ['a'] },
  answerOfB: { words: canary('what b answers in private'), readers: ['b'] },
  sentence: { words: canary('what a says to themself'), readers: ['a'] },
  card: { words: canary('what the card asks'), readers: PEOPLE },
  said: { words: canary('what a says'), readers: PEOPLE },
  story: { words: canary('what both tell'), readers: PEOPLE },
} satisfies Record<string, { words: string; readers: readonly Who[] }>;

/** A talk of two and one who facilitates, in which everything that can be written is written. */
export class CanaryTalk {
  readonly room: PairedRoom;
  readonly ears = new Ears();
  readonly conversationId: string;
  readonly #members: Member[];

  private constructor(room: PairedRoom, members: Member[], conversationId: string) {
    this.room = room;
    this.#members = members;
    this.conversationId = conversationId;
  }

  /** As far as the story that both agree to; then everybody comes again, and words stray to where none belong. */
  static async play(log: Logger): Promise<CanaryTalk> {
    const room = await openRoom(PEOPLE, log);
    const asked = new Member('a', room.origin);
    await asked.connect();
    const partners = SEATS.map((seat) => new Person(room.origin, cookieOf(seat)));
    await clearTheWay('reach-and-respond', SPACE, partners);
    const guide = { type: 'OpenConversation', guideId: 'reach-and-respond', first: 'a' } as const;
    const { created } = accepted(await asked.person.ask(SPACE, guide));
    await asked.leave();
    if (!created) throw new Error('not opened');
    const talk = new CanaryTalk(room, [], created);
    for (const who of PEOPLE) talk.#members.push(await talk.#comes(who));
    await talk.#gather();
    await talk.#speak();
    await talk.#tellTogether();
    for (const who of PEOPLE) await talk.#comesAgain(who);
    await talk.#strays();
    return talk;
  }

  member(who: Who): Member {
    const member = this.#members.find((each) => each.who === who);
    if (!member) throw new Error(`${who} is not here`);
    return member;
  }

  /** What a document of this person's, and so its versions, starts from. */
  incarnationOf(kind: DocumentRef['kind']): string {
    return this.member('a').documents.get(kind)?.doc.guid ?? '';
  }

  playTo(stepId: string): Promise<void> {
    return playTo(this.room, this.#couple, this.conversationId, stepId);
  }

  async remove(): Promise<void> {
    for (const member of this.#members) await member.leave();
    await this.room.remove();
  }

  get #couple(): Couple {
    return { spaceId: SPACE, a: this.member('a').person, b: this.member('b').person };
  }

  get #turnId(): string {
    return this.member('a').person.stateOf(this.conversationId).turn?.turnId ?? '';
  }

  async #comes(who: Who): Promise<Member> {
    const member = new Member(who, this.room.origin, this.ears);
    await member.connect(this.conversationId);
    return member;
  }

  async #gather(): Promise<void> {
    const { conversationId } = this;
    for (const seat of SEATS) {
      const { words } = seat === 'a' ? WORDS.draftOfA : WORDS.draftOfB;
      const ref = { kind: 'draft', conversationId, seat } as const;
      await this.#write(seat, ref, ({ doc }) => draftBox(doc, 'thank', 'text').insert(0, words));
      // Key by key, and a part taken back again: what was deleted is nobody's either.
      await this.#write(seat, ref, ({ doc }) => {
        const box = draftBox(doc, 'plan', 'text');
        for (const letter of words) box.insert(box.length, letter);
        box.delete(4, 20);
      });
    }
    const notes = { kind: 'notes', spaceId: SPACE, memberId: memberIdOf('facilitator') } as const;
    await this.#write('facilitator', notes, ({ doc }) => doc.getText('notes').insert(0, WORDS.notes.words));
    const deck = { kind: 'deck', conversationId } as const;
    for (const who of PEOPLE) await this.#write(who, deck, () => undefined);
    await this.#write('a', deck, ({ doc }) => addCard(doc, [], 'ours', WORDS.card.words));
    for (const seat of SEATS) await this.#marks(seat);
  }

  async #marks(seat: Seat): Promise<void> {
    const { person, documents } = this.member(seat);
    const deck = documents.get('deck');
    const card = deck && cardsOf(deck.doc, []).find(({ cardId }) => cardId === 'ours');
    if (!card) throw new Error('no card');
    const { cardId, version } = card;
    accepted(await person.do(this.conversationId, { type: 'MarkCard', cardId, version, ready: true }));
    accepted(await person.do(this.conversationId, { type: 'FinishMarking', done: true }));
  }

  async #speak(): Promise<void> {
    await begin(this.#couple, this.conversationId);
    await this.playTo('underneath');
    for (const seat of SEATS) {
      const { words } = seat === 'a' ? WORDS.answerOfA : WORDS.answerOfB;
      await this.#answers(seat, { text: { fear: words, need: words } });
    }
    await this.playTo('fear');
    accepted(await this.member('b').person.do(this.conversationId, { type: 'Pause' }));
    for (const seat of SEATS) {
      const own = seat === 'a' ? { sentence: WORDS.sentence.words } : {};
      const back = { type: 'Return', pauseId: 'p1', stirred: 1, ...own } as const;
      accepted(await this.member(seat).person.do(this.conversationId, back));
    }
    await this.#answers('a', { text: { text: WORDS.said.words } });
  }

  async #answers(seat: Seat, answer: Answer): Promise<void> {
    const command = { type: 'Contribute', turnId: this.#turnId, answer } as const;
    accepted(await this.member(seat).person.do(this.conversationId, command));
  }

  async #tellTogether(): Promise<void> {
    const story = { kind: 'story', conversationId: this.conversationId } as const;
    await this.playTo('story');
    const turnId = this.#turnId;
    for (const who of PEOPLE) await this.#write(who, story, () => undefined);
    let version = '';
    await this.#write('b', story, ({ doc }) => {
      storyText(doc, turnId).insert(0, WORDS.story.words);
      ({ version } = storyWords(doc, turnId));
    });
    const approval = { type: 'ApproveVersion', turnId, version } as const;
    for (const seat of SEATS) accepted(await this.member(seat).person.do(this.conversationId, approval));
  }

  /** On a new device, and from the beginning. */
  async #comesAgain(who: Who): Promise<void> {
    const device = await this.#comes(who);
    for (const path of ['/api/me', '/api/host', '/api/join/waiting', '/', '/join']) await device.knock('GET', path);
    await device.person.caughtUp();
    await device.leave();
  }

  /** What a's page might send by mistake: to doors and on lines that don't know what to do with it. */
  async #strays(): Promise<void> {
    const { words } = WORDS.draftOfA;
    const stray = new Person(this.room.origin, this.member('a').person.cookie);
    await stray.door('POST', '/api/spaces', { spaceName: words, memberName: words, more: words });
    await stray.door('POST', `/api/${encodeURIComponent(words)}`, { words });
    await stray.connect();
    const anything = stray.socket as unknown as { emitWithAck(name: string, said: unknown): Promise<unknown> };
    const said = { words, id: words, command: { type: words } };
    for (const name of ['command', 'follow']) await anything.emitWithAck(name, said);
    stray.disconnect();
    const line = await this.member('a').line({ kind: 'deck', conversationId: encodeURIComponent(words) }, 7_000);
    await line.over();
  }

  async #write(who: Who, ref: DocumentRef, change: (document: PairedDocument) => void): Promise<void> {
    const document = this.member(who).documents.get(ref.kind) ?? (await this.member(who).open(ref));
    await atRest(document);
    change(document);
    for (const { documents } of this.#members) await atRest(...documents.values());
  }
}

export async function atRest(...documents: PairedDocument[]): Promise<void> {
  for (const document of documents) {
    await document.caughtUp();
    while (!document.quiet) await document.caughtUp();
  }
}
