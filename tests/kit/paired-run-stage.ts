import { setTimeout } from 'node:timers/promises';
import type { ConversationCommand } from '@turnward/shared/conversation/commands.ts';
import type { ConversationState } from '@turnward/shared/conversation/state.ts';
import type { Guide } from '@turnward/shared/guides/guide.ts';
import { SEATS } from '@turnward/shared/kernel/stream.ts';
import { accepted } from './couple.ts';
import type { Draw } from './paired-run-draw.ts';
import type { Keeper } from './paired-run-keeper.ts';
import type { Member } from './paired-run-member.ts';
import type { PairedRoom, Who } from './paired-run-room.ts';
import type { Ears } from './paired-run-tap.ts';

/** A document's edits are durable within so many rounds of pings, or never. */
const ROUNDS = 5_000;

/** Where one run is played: who is there, who keeps to themself, and the draw that both runs of a pair share. */
export class Stage {
  readonly room: PairedRoom;
  readonly members: readonly Member[];
  readonly keeper: Keeper;
  readonly guide: Guide;
  readonly conversationId: string;
  readonly draw: Draw;
  readonly ears: Ears;
  /** Whoever facilitates leads, and is beside the keeper: what these two have to do with each other is no one else's. */
  readonly led: boolean;
  /** Both hold on to it, so that it is kept. */
  readonly kept: boolean;

  constructor(
    parts: Pick<Stage, 'room' | 'members' | 'keeper' | 'guide' | 'conversationId' | 'draw' | 'ears' | 'led' | 'kept'>,
  ) {
    this.room = parts.room;
    this.members = parts.members;
    this.keeper = parts.keeper;
    this.guide = parts.guide;
    this.conversationId = parts.conversationId;
    this.draw = parts.draw;
    this.ears = parts.ears;
    this.led = parts.led;
    this.kept = parts.kept;
  }

  member(who: Who): Member {
    const member = this.members.find((each) => each.who === who);
    if (!member) throw new Error(`${who} is not here`);
    return member;
  }

  get partners(): Member[] {
    return SEATS.map((seat) => this.member(seat));
  }

  get watchers(): Member[] {
    return this.members.filter((each) => each !== this.keeper.member && !(this.led && each.who === 'facilitator'));
  }

  keeps(member: Member): boolean {
    return member === this.keeper.member;
  }

  get state(): ConversationState {
    return this.member('a').person.stateOf(this.conversationId);
  }

  /**
   * Something that everybody may know: it is done, then waited for until nothing of it is on the way to anybody, so that the
   * order of frames is the server's and not chance. Only the keeper's private doings go on meanwhile.
   */
  async act(deed: () => Promise<unknown>): Promise<void> {
    this.keeper.aside();
    await deed();
    await this.atRest();
  }

  async ask(who: Who, command: ConversationCommand): Promise<void> {
    await this.act(async () => accepted(await this.member(who).person.do(this.conversationId, command)));
  }

  async atRest(): Promise<void> {
    for (const { person } of this.members) if (person.connected) await person.caughtUp();
    const documents = this.members.flatMap((member) => [...member.documents.values()]);
    for (let round = 0; round < ROUNDS; round++) {
      await Promise.all(documents.map((document) => document.caughtUp()));
      if (documents.every(({ quiet }) => quiet)) return;
      await setTimeout(2);
    }
    throw new Error('A document does not come to rest');
  }
}
