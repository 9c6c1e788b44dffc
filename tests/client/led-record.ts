import type { ConversationCommand } from '@turnward/shared/conversation/commands.ts';
import { stepById } from '@turnward/shared/guides/all-guides.ts';
import type { Guide, Step } from '@turnward/shared/guides/guide.ts';
import type { Seat } from '@turnward/shared/kernel/stream.ts';
import { TalkRecord } from './record-talk.ts';

export const LEADER = 'ada';
export const HELPER = 'bo';

/** A talk that Ada leads, in the words of whoever helps. */
export class LedRecord extends TalkRecord {
  constructor(guide: Guide) {
    super(guide, [], true);
  }

  begin(): this {
    return this.beginLed();
  }

  lead(command: ConversationCommand): void {
    this.act(command, LEADER);
  }

  partner(seat: Seat, command: ConversationCommand): void {
    this.do(seat, command);
  }

  pass(ms: number): void {
    this.now += ms;
  }

  /** The step that is on. */
  get step(): Step | undefined {
    return stepById(this.guide, this.state.turn?.stepId ?? '');
  }
}
