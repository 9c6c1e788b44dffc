import type { ConversationCommand } from '@turnward/shared/conversation/commands.ts';
import { decide } from '@turnward/shared/conversation/decide.ts';
import type { ConversationEvent } from '@turnward/shared/conversation/events.ts';
import { evolve } from '@turnward/shared/conversation/evolve.ts';
import type { ConversationDraft, Outcome } from '@turnward/shared/conversation/outcome.ts';
import { type ConversationState, initialState, type Turn } from '@turnward/shared/conversation/state.ts';
import { stepById } from '@turnward/shared/guides/all-guides.ts';
import type { Guide, Step } from '@turnward/shared/guides/guide.ts';
import { isRefused } from '@turnward/shared/kernel/decider.ts';
import type { Recorded } from '@turnward/shared/kernel/event.ts';
import { SEATS, type Seat, type StreamKind } from '@turnward/shared/kernel/stream.ts';
import { SpecDocuments } from './spec-documents.ts';
import { type Entry, nameOf, SpecStore } from './spec-store.ts';

export const NOON = Date.UTC(2026, 0, 5, 12);

type Reader = 'server' | Seat;

const READS: Record<Reader, readonly StreamKind[]> = {
  server: ['talk', 'own/a', 'own/b'],
  a: ['talk', 'own/a'],
  b: ['talk', 'own/b'],
};

/**
 * One conversation in memory: real commands go through `decide`, what they record gets its seq, and the server and both
 * partners fold what each may read, from headers alone. `now` moves by hand, and so does what the two write together.
 */
export class SpecTalk {
  readonly guide: Guide;
  readonly first: Seat;
  now = NOON;
  documents: SpecDocuments;
  #store = new SpecStore();
  #states: Record<Reader, ConversationState> = { server: initialState, a: initialState, b: initialState };

  constructor(guide: Guide, first: Seat = 'a') {
    this.guide = guide;
    this.first = first;
    this.documents = new SpecDocuments(guide);
  }

  get entries(): readonly Entry[] {
    return this.#store.entries;
  }

  /** What the server knows; `seenBy` is what a partner knows. */
  get state(): ConversationState {
    return this.#states.server;
  }

  seenBy(seat: Seat): ConversationState {
    return this.#states[seat];
  }

  read(kind: StreamKind): Entry[] {
    return this.#store.read(kind);
  }

  /** What a partner can read of this conversation, in the order it came. */
  readBy(seat: Seat): Entry[] {
    const names = READS[seat].map(nameOf);
    return this.entries.filter(({ stream }) => names.includes(stream));
  }

  get turn(): Turn {
    const { turn } = this.state;
    if (!turn) throw new Error(`nobody holds the floor: ${this.state.phase}`);
    return turn;
  }

  get step(): Step {
    const step = stepById(this.guide, this.turn.stepId);
    if (!step) throw new Error(`no step ${this.turn.stepId}`);
    return step;
  }

  /** The seq of the last event of `talk`. */
  get head(): number {
    return this.read('talk').length;
  }

  decide(seat: Seat, command: ConversationCommand, now = this.now, here: readonly Seat[] = SEATS): Outcome {
    return decide(this.guide, this.state, command, { seat, now, here, ...this.documents.known(this.state, command) });
  }

  /** Decides, and records what was decided. A refusal records nothing. */
  ask(seat: Seat, command: ConversationCommand, here: readonly Seat[] = SEATS): Outcome {
    const outcome = this.decide(seat, command, this.now, here);
    if (!isRefused(outcome)) this.record(outcome);
    return outcome;
  }

  /** The same, where the command must be accepted. */
  do(seat: Seat, command: ConversationCommand): this {
    const outcome = this.ask(seat, command);
    if (isRefused(outcome)) throw new Error(`${seat} ${command.type}: ${outcome.refused}`);
    return this;
  }

  record(drafts: readonly ConversationDraft[]): this {
    for (const { to, header } of this.#store.record(drafts, this.now)) {
      if (to === 'space') continue;
      const folded = header as Recorded<ConversationEvent>;
      for (const reader of ['server', ...SEATS] as const) {
        if (READS[reader].includes(to)) this.#states[reader] = evolve(this.#states[reader], folded);
      }
    }
    return this;
  }

  /** Makes this talk stand where another one stands. */
  protected standLike(other: SpecTalk): this {
    this.now = other.now;
    this.#store = other.#store.copy();
    this.documents = other.documents.copy(this.guide);
    this.#states = { ...other.#states };
    return this;
  }
}
