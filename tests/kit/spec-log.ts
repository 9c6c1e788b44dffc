import type { Answer, ConversationCommand, FacilitatorCommand } from '@turnward/shared/conversation/commands.ts';
import { opening } from '@turnward/shared/conversation/decide.ts';
import type { Asker } from '@turnward/shared/conversation/decide-for.ts';
import { isWrittenTogether } from '@turnward/shared/conversation/floor.ts';
import type { Guide } from '@turnward/shared/guides/guide.ts';
import { otherSeat, SEATS, type Seat } from '@turnward/shared/kernel/stream.ts';
import { plainAnswer } from './spec-answers.ts';
import { CONVERSATION, SPACE } from './spec-store.ts';
import { SpecTalk } from './spec-talk.ts';
import { versionOf } from './wordings.ts';

export const MINUTE = 60_000;

/** A facilitator of the space, by member id; `GRACE` is another one. */
export const [ADA, GRACE] = ['ada', 'grace'] as const;
export const facilitator = (memberId: string): Asker => ({ role: 'facilitator', memberId });
export const OBSERVER = { role: 'observer', memberId: 'sam' } as const;
export const serverFor = (memberId: string): Asker => ({ role: 'server', memberId });

type WithoutTurn<Act> = Act extends { turnId: string } ? Omit<Act, 'turnId'> : never;
type ActOnTurn = WithoutTurn<FacilitatorCommand>;

/** A conversation in memory, and what two people do in it. */
export class Log extends SpecTalk {
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

  /** Marks a card as it is worded now. */
  mark(seat: Seat, cardId: string, ready = true): this {
    return this.do(seat, { type: 'MarkCard', cardId, version: this.documents.card(cardId).version, ready });
  }

  /** Both mark these cards ready, and both are done: from here on they are what both are ready for. */
  readyFor(...cardIds: string[]): this {
    for (const seat of SEATS) {
      for (const cardId of cardIds) this.mark(seat, cardId);
      this.do(seat, { type: 'FinishMarking', done: true });
    }
    return this;
  }

  /** Writes the words of this turn anew, with what the server does about approvals. */
  write(by: Seat, text: string): this {
    const { turnId } = this.turn;
    this.documents.write(turnId, text);
    return this.do(by, { type: 'TakeBackApprovals', turnId });
  }

  /** Agrees to the words of this turn as they are now. */
  agree(seat: Seat): this {
    const { turnId } = this.turn;
    return this.do(seat, { type: 'ApproveVersion', turnId, version: versionOf(this.documents.textOf(turnId)) });
  }

  /** What Ada does, who leads or could. */
  lead(command: ConversationCommand): this {
    return this.do(facilitator(ADA), command);
  }

  /** An act of Ada on the turn that is on: `log.act({ type: 'MoveOn' })`. */
  act(command: ActOnTurn): this {
    return this.lead({ ...command, turnId: this.turn.turnId });
  }

  after(ms: number): this {
    this.now += ms;
    return this;
  }

  /** Plays this turn to its end with plain answers, whoever still has to answer. A held floor is opened first. */
  playTurn(): this {
    const { step, turn } = this;
    if (this.state.hold) return this.lead({ type: 'ReturnFloor', turnId: turn.turnId });
    if (isWrittenTogether(step)) return this.write('a', 'Some words.').agree('a').agree('b');
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

  copy(): Log {
    return new Log(this.guide, this.first).standLike(this);
  }
}

/** A conversation that was opened: both partners are in the gathering room. */
export const gathered = (guide: Guide, first: Seat = 'a'): Log =>
  new Log(guide, first).record([opening({ conversationId: CONVERSATION, spaceId: SPACE, guide, first })]);

/** The same where the space has two facilitators, of whom Ada leads it. */
export function led(guide: Guide, first: Seat = 'a'): Log {
  const log = gathered(guide, first);
  log.facilitators = [ADA, GRACE];
  return log.lead({ type: 'TakeLead' });
}

/** A led conversation that has begun: both were admitted, and Ada began it. */
export function playLed(guide: Guide, first: Seat = 'a'): Log {
  const log = led(guide, first);
  for (const seat of SEATS) log.lead({ type: 'Admit', seat }).do(seat, { type: 'SetReady', ready: true });
  return log.lead({ type: 'Begin' });
}

/** A conversation that has begun: `play(heard).to('respond.check')`. */
export function play(guide: Guide, first: Seat = 'a'): Log {
  const log = gathered(guide, first);
  for (const seat of SEATS) log.do(seat, { type: 'SetReady', ready: true });
  return log.do('a', { type: 'Begin' });
}
