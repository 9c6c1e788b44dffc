import type { Answer, ConversationCommand } from '@turnward/shared/conversation/commands.ts';
import { decide, opening } from '@turnward/shared/conversation/decide.ts';
import { destroyed } from '@turnward/shared/conversation/destroyed.ts';
import type { ConversationEvent, SpaceNotice } from '@turnward/shared/conversation/events.ts';
import { evolve } from '@turnward/shared/conversation/evolve.ts';
import type { ConversationDraft, Outcome } from '@turnward/shared/conversation/outcome.ts';
import { type ConversationState, initialState, type Turn } from '@turnward/shared/conversation/state.ts';
import { stepById } from '@turnward/shared/guides/all-guides.ts';
import type { Guide, Step } from '@turnward/shared/guides/guide.ts';
import { isRefused } from '@turnward/shared/kernel/decider.ts';
import type { Recorded, Words } from '@turnward/shared/kernel/event.ts';
import { otherSeat, SEATS, type Seat, type StreamKind, streamName } from '@turnward/shared/kernel/stream.ts';
import { plainAnswer } from './spec-answers.ts';

export const NOON = Date.UTC(2026, 0, 5, 12);
export const MINUTE = 60_000;
const CONVERSATION = 'c1';
export const SPACE = 's1';

export type Entry = Recorded<ConversationEvent | SpaceNotice>;
type Reader = 'server' | Seat;

const READS: Record<Reader, readonly StreamKind[]> = {
  server: ['talk', 'own/a', 'own/b'],
  a: ['talk', 'own/a'],
  b: ['talk', 'own/b'],
};

/**
 * One conversation in memory: real commands go through `decide`, what they record gets its seq, and the server and both
 * partners fold what each may read, from headers alone. Words are destroyed as a store would. `now` moves by hand.
 */
export class Log {
  readonly guide: Guide;
  readonly first: Seat;
  now = NOON;
  #entries: Entry[] = [];
  #states: Record<Reader, ConversationState> = { server: initialState, a: initialState, b: initialState };

  constructor(guide: Guide, first: Seat = 'a') {
    this.guide = guide;
    this.first = first;
  }

  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /** What the server knows; `seenBy` is what a partner knows. */
  get state(): ConversationState {
    return this.#states.server;
  }

  seenBy(seat: Seat): ConversationState {
    return this.#states[seat];
  }

  read(kind: StreamKind): Entry[] {
    const name = nameOf(kind);
    return this.#entries.filter(({ stream }) => stream === name);
  }

  /** What a partner can read of this conversation, in the order it came. */
  readBy(seat: Seat): Entry[] {
    const names = READS[seat].map(nameOf);
    return this.#entries.filter(({ stream }) => names.includes(stream));
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
    return decide(this.guide, this.state, command, { seat, now, here });
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

  /** Answers the current step, once it is open. Without an answer: as somebody plain would. */
  answer(seat: Seat, answer: Answer = plainAnswer(this.step)): this {
    this.now = Math.max(this.now, this.turn.opensAt);
    return this.do(seat, { type: 'Contribute', turnId: this.turn.turnId, answer });
  }

  choose(seat: Seat, choice: string): this {
    return this.answer(seat, { ...plainAnswer(this.step), choice });
  }

  pass(seat: Seat): this {
    return this.do(seat, { type: 'PassFloor', turnId: this.turn.turnId });
  }

  approve(seat: Seat): this {
    return this.do(seat, { type: 'Approve', turnId: this.turn.turnId, seq: this.state.proposal?.seq ?? 0 });
  }

  after(ms: number): this {
    this.now += ms;
    return this;
  }

  /** Plays this turn to its end with plain answers, whoever still has to answer. */
  playTurn(): this {
    const { step, turn } = this;
    if (step.actor === 'both') {
      const { proposal } = this.state;
      if (!proposal) this.answer('a');
      return this.approve(otherSeat(proposal?.seat ?? 'a'));
    }
    for (const seat of turn.holders) {
      const { done, answered } = this.state;
      if (!done.includes(seat) && answered[seat]?.turnId !== turn.turnId) this.answer(seat);
    }
    return this;
  }

  /** Plays with plain answers until this step begins, or to the end. */
  to(stepId: string | 'end'): this {
    for (let guard = 0; guard < 200; guard++) {
      if (this.state.phase === 'ended' ? stepId === 'end' : this.turn.stepId === stepId) return this;
      this.playTurn();
    }
    throw new Error(`never came to ${stepId}`);
  }

  record(drafts: readonly ConversationDraft[]): this {
    for (const { to, event, words } of drafts) {
      const stream = nameOf(to);
      const seq = (this.#entries.findLast((entry) => entry.stream === stream)?.seq ?? 0) + 1;
      const header: Entry = { stream, seq, at: this.now, event };
      const said = words && 'copyOf' in words ? this.#wordsOf(words.copyOf.kind, words.copyOf.seq) : words;
      this.#entries.push(said === undefined ? header : { ...header, words: said });
      if (to === 'space') continue;
      const folded = header as Recorded<ConversationEvent>;
      for (const reader of ['server', ...SEATS] as const) {
        if (READS[reader].includes(to)) this.#states[reader] = evolve(this.#states[reader], folded);
      }
    }
    this.#destroy(destroyed(drafts.map(({ event }) => event)));
    return this;
  }

  copy(): Log {
    const copy = new Log(this.guide, this.first);
    copy.now = this.now;
    copy.#entries = [...this.#entries];
    copy.#states = { ...this.#states };
    return copy;
  }

  #wordsOf(kind: StreamKind, seq: number): Words | null | undefined {
    return this.read(kind)[seq - 1]?.words;
  }

  #destroy(what: ReturnType<typeof destroyed>): void {
    if (what !== 'everything' && what.talkSeqs.length === 0) return;
    const talk = nameOf('talk');
    const space = nameOf('space');
    const gone = ({ stream, seq }: Entry) =>
      what === 'everything' ? stream !== space : stream === talk && what.talkSeqs.includes(seq);
    this.#entries = this.#entries.map((entry) => (entry.words && gone(entry) ? { ...entry, words: null } : entry));
  }
}

const nameOf = (kind: StreamKind) => streamName(kind, kind === 'space' ? SPACE : CONVERSATION);

/** A conversation that was opened: both partners are in the gathering room. */
export const gathered = (guide: Guide, first: Seat = 'a'): Log =>
  new Log(guide, first).record([opening({ conversationId: CONVERSATION, spaceId: SPACE, guide, first })]);

/** A conversation that has begun: `play(heard).to('respond.check')`. */
export function play(guide: Guide, first: Seat = 'a'): Log {
  const log = gathered(guide, first);
  for (const seat of SEATS) log.do(seat, { type: 'SetReady', ready: true });
  return log.do('a', { type: 'Begin' });
}
