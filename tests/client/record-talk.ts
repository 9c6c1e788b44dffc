import type { ConversationCommand } from '@turnward/shared/conversation/commands.ts';
import { opening } from '@turnward/shared/conversation/decide.ts';
import { type Asker, decideFor } from '@turnward/shared/conversation/decide-for.ts';
import { destroyed } from '@turnward/shared/conversation/destroyed.ts';
import type { AsideEvent, ConversationEvent, OwnEvent, TalkEvent } from '@turnward/shared/conversation/events.ts';
import { evolve } from '@turnward/shared/conversation/evolve.ts';
import { isWrittenTogether } from '@turnward/shared/conversation/floor.ts';
import type { Asking, ConversationDraft, DeckCard } from '@turnward/shared/conversation/outcome.ts';
import { type ConversationState, initialState } from '@turnward/shared/conversation/state.ts';
import { stepById } from '@turnward/shared/guides/all-guides.ts';
import type { Guide } from '@turnward/shared/guides/guide.ts';
import { isRefused } from '@turnward/shared/kernel/decider.ts';
import type { Recorded, Words } from '@turnward/shared/kernel/event.ts';
import { SEATS, type Seat } from '@turnward/shared/kernel/stream.ts';
import { cardVersion, versionOf } from '../kit/wordings.ts';

type Streams = {
  talk: Recorded<TalkEvent>[];
  'own/a': Recorded<OwnEvent>[];
  'own/b': Recorded<OwnEvent>[];
  'aside/a': Recorded<AsideEvent>[];
  'aside/b': Recorded<AsideEvent>[];
};

/** The facilitators of the space, by member id. `ada` leads where somebody leads. */
const FACILITATORS = ['ada', 'bo'] as const;

/** A talk that runs by the real rules in this process, with a clock the test moves; for what is derived from events. */
export class TalkRecord {
  readonly streams: Streams = { talk: [], 'own/a': [], 'own/b': [], 'aside/a': [], 'aside/b': [] };
  readonly guide: Guide;
  state: ConversationState = initialState;
  now = Date.UTC(2026, 10, 24, 9, 0);

  readonly #deck: DeckCard[];

  /** `cards`: what both are ready for before it begins. `led`: Ada leads, and both still wait to be let in. */
  constructor(guide: Guide, cards: readonly Pick<DeckCard, 'cardId' | 'words'>[] = [], led = false) {
    this.guide = guide;
    this.#deck = cards.map(({ cardId, words }) => ({ cardId, words, version: cardVersion(cardId, words) }));
    this.#record([opening({ conversationId: 'c', spaceId: 's', guide, first: 'a', ...(led && { lead: 'ada' }) })]);
    if (led) return;
    for (const seat of SEATS) {
      for (const { cardId, version } of this.#deck) this.do(seat, { type: 'MarkCard', cardId, version, ready: true });
      if (cards.length > 0) this.do(seat, { type: 'FinishMarking', done: true });
    }
    for (const seat of SEATS) this.do(seat, { type: 'SetReady', ready: true });
    this.do('a', { type: 'Begin' });
  }

  /** `known`: what was written together, as the server would read it for this command. */
  do(seat: Seat, command: ConversationCommand, known: Pick<Asking, 'together'> = {}): void {
    this.#ask({ role: 'partner', seat }, command, known);
  }

  /** A facilitator does something on floor or steps, or beside the talk. */
  act(command: ConversationCommand, memberId: (typeof FACILITATORS)[number] = 'ada'): void {
    this.#ask({ role: 'facilitator', memberId }, command);
  }

  /** The line of whoever leads is lost, or back. */
  lineOfLead(here: boolean, near = false): void {
    this.#ask({ role: 'server', memberId: 'ada' }, { type: 'NoteLead', here, ...(near && { near }) });
  }

  /** Ada lets both in and begins, once they are ready. */
  beginLed(): this {
    for (const seat of SEATS) {
      this.act({ type: 'Admit', seat });
      this.do(seat, { type: 'SetReady', ready: true });
    }
    this.act({ type: 'Begin' });
    return this;
  }

  #ask(asker: Asker, command: ConversationCommand, known: Pick<Asking, 'together'> = {}): void {
    const circumstances = {
      now: this.now,
      here: SEATS,
      deepTalks: 'open' as const,
      facilitators: FACILITATORS,
      deck: this.#deck,
      ...known,
    };
    const outcome = decideFor(this.guide, this.state, command, asker, circumstances);
    if (isRefused(outcome)) throw new Error(`${command.type} is refused: ${outcome.refused}`);
    this.#record(outcome);
  }

  get turnId(): string {
    return this.state.turn?.turnId ?? '';
  }

  get pauseId(): string {
    return this.state.pause?.pauseId ?? '';
  }

  /** Everybody who holds the floor answers it plainly, until the step is reached or the talk is over. */
  playTo(stepId: string | 'end', words = (seat: Seat) => `words of ${seat}`): this {
    for (let guard = 0; guard < 200; guard++) {
      const { turn } = this.state;
      const step = turn && stepById(this.guide, turn.stepId);
      if (!turn || !step || step.id === stepId) return this;
      this.now = Math.max(this.now + 1000, turn.opensAt);
      if (this.state.hold) this.act({ type: 'ReturnFloor', turnId: turn.turnId });
      if (isWrittenTogether(step)) {
        this.agree(words('a'));
        continue;
      }
      const seats = step.actor === 'both' ? (['a'] as const) : turn.holders;
      for (const seat of seats) this.answer(seat, words(seat));
      if (step.actor !== 'both') continue;
      this.do('b', { type: 'Approve', turnId: this.turnId, seq: this.state.proposal?.seq ?? 0 });
    }
    throw new Error(`never came to ${stepId}`);
  }

  /** Both agree to the words that stand in their one text. */
  agree(text: string): void {
    const version = versionOf(text);
    const { turnId } = this;
    for (const seat of SEATS)
      this.do(seat, { type: 'ApproveVersion', turnId, version }, { together: { text, version } });
  }

  answer(seat: Seat, said: string, more: { choice?: string; omit?: number[] } = {}): void {
    const step = stepById(this.guide, this.state.turn?.stepId ?? '');
    if (!step) throw new Error('nobody has the floor');
    const onward = ['yes', 'whole', 'on', 'keep', 'arrived', 'this-piece'];
    const choice = more.choice ?? (step.choices.find(({ id }) => onward.includes(id)) ?? step.choices[0])?.id;
    const fields = step.fields.filter(({ required }) => required || step.atLeast !== undefined);
    const text = Object.fromEntries(fields.map(({ id }) => [id, said]));
    const scales = Object.fromEntries(step.scales.map(({ id }) => [id, 3]));
    const { omit } = more;
    const answer = { text, scales, ...(choice && { choice }), ...(omit && { omit }) };
    this.do(seat, { type: 'Contribute', turnId: this.turnId, answer });
  }

  #record(drafts: readonly ConversationDraft[]): void {
    for (const { to, event, words } of drafts) {
      if (!(to in this.streams)) continue;
      const stream = this.streams[to as keyof Streams] as Recorded<ConversationEvent>[];
      const said = words && 'copyOf' in words ? this.#wordsAt(words.copyOf.kind, words.copyOf.seq) : words;
      const recorded: Recorded<ConversationEvent> = {
        stream: `${to}:c`,
        seq: stream.length + 1,
        at: this.now,
        event: event as ConversationEvent,
        ...(said && { words: said }),
      };
      stream.push(recorded);
      this.state = evolve(this.state, recorded);
    }
    this.#destroy(drafts);
  }

  #wordsAt(kind: string, seq: number): Words | undefined {
    return this.streams[kind as keyof Streams][seq - 1]?.words ?? undefined;
  }

  #destroy(drafts: readonly ConversationDraft[]): void {
    const gone = destroyed(drafts.map(({ event }) => event));
    for (const [kind, stream] of Object.entries(this.streams)) {
      for (const recorded of stream) {
        const named =
          gone !== 'everything' && gone.words.some((word) => word.kind === kind && word.seq === recorded.seq);
        const goes = gone === 'everything' || named;
        if (goes && recorded.words) recorded.words = null;
      }
    }
  }
}
