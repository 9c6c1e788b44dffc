import type { ConversationCommand } from '@turnward/shared/conversation/commands.ts';
import { decide } from '@turnward/shared/conversation/decide.ts';
import type { Asking } from '@turnward/shared/conversation/outcome.ts';
import type { ConversationState } from '@turnward/shared/conversation/state.ts';
import { guideById } from '@turnward/shared/guides/all-guides.ts';
import { isRefused } from '@turnward/shared/kernel/decider.ts';
import type { Recorded } from '@turnward/shared/kernel/event.ts';
import { type Seat, streamName } from '@turnward/shared/kernel/stream.ts';
import { memberOf } from '@turnward/shared/space/state.ts';
import type { CommandReply } from '@turnward/shared/wire/protocol.ts';
import { appendDrafts } from '../events/append-drafts.ts';
import type { serialByKey } from '../events/serial.ts';
import type { AnyEvent, EventStore } from '../ports/event-store.ts';
import type { Spaces } from '../space/spaces.ts';
import type { Conversations } from './conversations.ts';

export type RunCommand = (asked: {
  memberId: string;
  conversationId: string;
  commandId: string;
  command: ConversationCommand;
}) => Promise<CommandReply>;

/** What this command has to know of what was written together; nothing is read for one that needs nothing. */
export type Written = (
  state: ConversationState,
  command: ConversationCommand,
) => Promise<Pick<Asking, 'deck' | 'together'>>;

const ATTEMPTS = 5;

/**
 * Load and fold, decide, append on the condition that nothing came between, publish, answer. A repeat of a command is
 * answered as it was the first time (WR2); a lost race is decided anew on what was recorded meanwhile (FL3).
 */
export function commandRunner(parts: {
  events: EventStore;
  conversations: Conversations;
  spaces: Spaces;
  serial: ReturnType<typeof serialByKey>;
  here: (state: ConversationState) => Promise<Seat[]>;
  written: Written;
  publish: (events: readonly Recorded<AnyEvent>[]) => Promise<void>;
  now: () => number;
}): RunCommand {
  const { events, conversations, spaces, serial, here, written, publish, now } = parts;

  const run: RunCommand = async ({ memberId, conversationId, commandId, command }) => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const { state, heads } = await conversations.load(conversationId);
      const space = await spaces.load(state.spaceId);
      const member = memberOf(space.state, memberId);
      const guide = guideById(state.guideId);
      // One answer for "there is none" and "it isn't yours": an id tells nothing to who isn't a member (PR6).
      if (state.phase === 'unopened' || member?.role !== 'partner' || !guide)
        return { ok: false, refusal: 'not-found' };
      const { seat } = member;

      const stream = streamName('talk', conversationId);
      const together = await written(state, command);
      const asking = { seat, now: now(), here: command.type === 'Begin' ? await here(state) : [], ...together };
      const decision = decide(guide, state, command, asking);
      if (isRefused(decision) || decision.length === 0) {
        const first = await events.findCommand(
          [stream, streamName(`own/${seat}`, conversationId)],
          memberId,
          commandId,
        );
        if (first) return { ok: true, ...first };
        if (!isRefused(decision)) return { ok: true, stream, seq: 0 };
        const opensAt = decision.refused === 'still-reading' && state.turn ? { opensAt: state.turn.opensAt } : {};
        return { ok: false, refusal: decision.refused, ...opensAt };
      }

      const ids = { spaceId: state.spaceId, conversationId, author: memberId, commandId, at: asking.now };
      const appended = await events.append(appendDrafts(ids, decision, heads));
      if (appended.outcome === 'repeated') return { ok: true, stream: appended.stream, seq: appended.seq };
      if (appended.outcome === 'conflict') {
        conversations.forget(conversationId);
        continue;
      }
      conversations.apply(conversationId, appended.events);
      spaces.apply(state.spaceId, appended.events);
      await publish(appended.events);
      const last = appended.events.at(-1);
      const shown = appended.events.findLast((event) => event.stream === stream) ?? last;
      return { ok: true, stream: shown?.stream ?? stream, seq: shown?.seq ?? 0 };
    }
    throw new Error('A command lost the race for the log too often.');
  };

  return (asked) => serial(asked.conversationId, () => run(asked));
}
