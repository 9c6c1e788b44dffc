import type { ConversationCommand } from '@turnward/shared/conversation/commands.ts';
import { type Asker, decideFor } from '@turnward/shared/conversation/decide-for.ts';
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

/** Everybody who folds a talk, each from what they may read; the server from all of it. */
export const READERS = ['server', 'a', 'b', 'facilitator', 'observer'] as const;
export type Reader = (typeof READERS)[number];

const READS: Record<Reader, readonly StreamKind[]> = {
  server: ['talk', 'own/a', 'own/b', 'aside/a', 'aside/b'],
  a: ['talk', 'own/a', 'aside/a'],
  b: ['talk', 'own/b', 'aside/b'],
  facilitator: ['talk', 'aside/a', 'aside/b'],
  observer: ['talk'],
};

/**
 * One conversation in memory: real commands go through `decideFor`, what they record gets its seq, and everybody folds what
 * they may read, from headers alone. `now` moves by hand, and so does what the two write together.
 */
export class SpecTalk {
  readonly guide: Guide;
  readonly first: Seat;
  now = NOON;
  /** Member ids of the facilitators that the space has now. */
  facilitators: readonly string[] = [];
  documents: SpecDocuments;
  #store = new SpecStore();
  #states = Object.fromEntries(READERS.map((reader) => [reader, initialState])) as Record<Reader, ConversationState>;

  constructor(guide: Guide, first: Seat = 'a') {
    this.guide = guide;
    this.first = first;
    this.documents = new SpecDocuments(guide);
  }

  get entries(): readonly Entry[] {
    return this.#store.entries;
  }

  /** What the server knows; `seenBy` is what a person knows. */
  get state(): ConversationState {
    return this.#states.server;
  }

  seenBy(reader: Reader): ConversationState {
    return this.#states[reader];
  }

  read(kind: StreamKind): Entry[] {
    return this.#store.read(kind);
  }

  /** What somebody can read of this conversation, in the order it came. */
  readBy(reader: Reader): Entry[] {
    const names = READS[reader].map(nameOf);
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

  decide(who: Seat | Asker, command: ConversationCommand, now = this.now, here: readonly Seat[] = SEATS): Outcome {
    const asker: Asker = typeof who === 'string' ? { role: 'partner', seat: who } : who;
    const { guide, state, facilitators } = this;
    return decideFor(guide, state, command, asker, {
      now,
      here,
      facilitators,
      deepTalks: 'open',
      ...this.documents.known(state, command),
    });
  }

  /** Decides, and records what was decided. A refusal records nothing. */
  ask(who: Seat | Asker, command: ConversationCommand, here: readonly Seat[] = SEATS): Outcome {
    const outcome = this.decide(who, command, this.now, here);
    if (!isRefused(outcome)) this.record(outcome);
    return outcome;
  }

  /** The same, where the command must be accepted. */
  do(who: Seat | Asker, command: ConversationCommand): this {
    const outcome = this.ask(who, command);
    if (!isRefused(outcome)) return this;
    const name = typeof who === 'string' ? who : who.role;
    throw new Error(`${name} ${command.type}: ${outcome.refused}`);
  }

  record(drafts: readonly ConversationDraft[]): this {
    for (const { to, header } of this.#store.record(drafts, this.now)) {
      if (to === 'space') continue;
      const folded = header as Recorded<ConversationEvent>;
      for (const reader of READERS) {
        if (READS[reader].includes(to)) this.#states[reader] = evolve(this.#states[reader], folded);
      }
    }
    return this;
  }

  /** Makes this talk stand where another one stands. */
  protected standLike(other: SpecTalk): this {
    this.now = other.now;
    this.facilitators = other.facilitators;
    this.#store = other.#store.copy();
    this.documents = other.documents.copy(this.guide);
    this.#states = { ...other.#states };
    return this;
  }
}
