import type { ConversationCommand } from '@turnward/shared/conversation/commands.ts';
import { type Asker, decideFor } from '@turnward/shared/conversation/decide-for.ts';
import type { Circumstances } from '@turnward/shared/conversation/outcome.ts';
import type { ConversationState } from '@turnward/shared/conversation/state.ts';
import { guideById } from '@turnward/shared/guides/all-guides.ts';
import { isRefused } from '@turnward/shared/kernel/decider.ts';
import type { Recorded } from '@turnward/shared/kernel/event.ts';
import { readableStreams, type Seat, type StreamName, streamName } from '@turnward/shared/kernel/stream.ts';
import { facilitatorsOf, type Member, memberOf } from '@turnward/shared/space/state.ts';
import type { CommandReply } from '@turnward/shared/wire/protocol.ts';
import { appendDrafts } from '../events/append-drafts.ts';
import type { serialByKey } from '../events/serial.ts';
import type { DeepLock } from '../fit/deep-lock.ts';
import type { AnyEvent, EventStore } from '../ports/event-store.ts';
import type { Spaces } from '../space/spaces.ts';
import type { Conversations } from './conversations.ts';

/** `as`: the server itself says this of that member. No device can: what a frame carries never sets it (FA2). */
export type RunCommand = (asked: {
  memberId: string;
  conversationId: string;
  commandId: string;
  command: ConversationCommand;
  as?: 'server';
}) => Promise<CommandReply>;

/** What this command has to know of what was written together; nothing is read for one that needs nothing. */
export type Written = (
  state: ConversationState,
  command: ConversationCommand,
) => Promise<Pick<Circumstances, 'deck' | 'together'>>;

const ATTEMPTS = 5;

/** What leads into a deep talk, or back into one: whether it may be without a facilitator is asked then (FI3). */
const GOES_DEEP: ReadonlySet<ConversationCommand['type']> = new Set(['Begin', 'Return']);

/**
 * Load and fold, decide, append on the condition that nothing came between, publish, answer. A repeat of a command is
 * answered as it was the first time (WR2); a lost race is decided anew on what was recorded meanwhile (FL3).
 */
export function commandRunner(parts: {
  events: EventStore;
  conversations: Conversations;
  spaces: Spaces;
  lock: DeepLock;
  serial: ReturnType<typeof serialByKey>;
  here: (state: ConversationState) => Promise<Seat[]>;
  written: Written;
  publish: (events: readonly Recorded<AnyEvent>[]) => Promise<void>;
  now: () => number;
}): RunCommand {
  const { events, conversations, spaces, lock, serial, here, written, publish, now } = parts;

  const run: RunCommand = async ({ memberId, conversationId, commandId, command, as }) => {
    const talk = streamName('talk', conversationId);
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const { state, heads } = await conversations.load(conversationId);
      const space = await spaces.load(state.spaceId);
      const member = memberOf(space.state, memberId);
      const asker = as === 'server' ? ({ role: 'server', memberId } as const) : member && askerOf(member);
      const guide = guideById(state.guideId);
      // One answer for "there is none" and "it isn't yours": an id tells nothing to who isn't a member (PR6).
      if (state.phase === 'unopened' || !asker || !guide) return { ok: false, refusal: 'not-found' };
      const readable = member ? readableStreams(conversationId, member) : [talk];

      const deep = GOES_DEEP.has(command.type) ? await lock.for(state.guideId, state.spaceId) : undefined;
      const circumstances = {
        now: now(),
        here: command.type === 'Begin' ? await here(state) : [],
        facilitators: facilitatorsOf(space.state),
        ...(await written(state, command)),
        ...(deep && { deepTalks: deep.deepTalks }),
      };
      const decision = decideFor(guide, state, command, asker, circumstances);
      if (isRefused(decision) || decision.length === 0) {
        const first = await events.findCommand(readable, memberId, commandId);
        if (first) return { ok: true, ...first };
        if (!isRefused(decision)) return { ok: true, stream: talk, seq: 0 };
        const opensAt = decision.refused === 'still-reading' && state.turn ? { opensAt: state.turn.opensAt } : {};
        return { ok: false, refusal: decision.refused, ...opensAt };
      }

      const ids = { spaceId: state.spaceId, conversationId, author: memberId, commandId, at: circumstances.now };
      // ME2, ER6. A guest's place may be taken at any moment, and a partner's, of a talk that is over, given up: what they do is
      // recorded only if nothing of the space came between.
      const open = asker.role === 'partner' && state.phase !== 'ended';
      const conditions = new Map([...heads, ...(open ? [] : space.heads), ...(deep?.heads ?? [])]);
      const appended = await events.append(appendDrafts(ids, decision, conditions));
      if (appended.outcome === 'repeated') return { ok: true, stream: appended.stream, seq: appended.seq };
      if (appended.outcome === 'conflict') {
        conversations.forget(conversationId);
        lock.forget(state.spaceId);
        if (!open) spaces.forget(state.spaceId);
        continue;
      }
      conversations.apply(conversationId, appended.events);
      spaces.apply(state.spaceId, appended.events);
      await publish(appended.events);
      return { ok: true, ...lastOf(appended.events, readable) };
    }
    throw new Error('A command lost the race for the log too often.');
  };

  return (asked) => serial(asked.conversationId, () => run(asked));
}

const askerOf = (member: Member): Asker =>
  member.role === 'partner' ? { role: 'partner', seat: member.seat } : { role: member.role, memberId: member.memberId };

/** Where a command led, as its sender may know it: the last event in the first of these streams that got one. */
function lastOf(events: readonly Recorded<AnyEvent>[], readable: readonly StreamName[]) {
  const first = readable.find((stream) => events.some((event) => event.stream === stream));
  const last = events.findLast(({ stream }) => stream === first);
  return { stream: last?.stream ?? (readable[0] as StreamName), seq: last?.seq ?? 0 };
}
