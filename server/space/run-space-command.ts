import { randomBytes } from 'node:crypto';
import { opening } from '@turnward/shared/conversation/decide.ts';
import { guideById } from '@turnward/shared/guides/all-guides.ts';
import { isRefused } from '@turnward/shared/kernel/decider.ts';
import type { Recorded } from '@turnward/shared/kernel/event.ts';
import { isOfTalk, parseStreamName, type Seat, type StreamName, streamName } from '@turnward/shared/kernel/stream.ts';
import type { SpaceCommand } from '@turnward/shared/space/commands.ts';
import { decideSpace } from '@turnward/shared/space/decide.ts';
import type { SpaceEvent } from '@turnward/shared/space/events.ts';
import { memberOf } from '@turnward/shared/space/state.ts';
import type { CommandReply } from '@turnward/shared/wire/protocol.ts';
import type { Conversations } from '../conversation/conversations.ts';
import { appendDrafts } from '../events/append-drafts.ts';
import type { serialByKey } from '../events/serial.ts';
import type { DeepLock } from '../fit/deep-lock.ts';
import type { AnyEvent, EventStore } from '../ports/event-store.ts';
import { withConsequences } from './consequences.ts';
import type { Spaces } from './spaces.ts';

/** A name for something made here. Not a secret: it opens nothing by itself (security row 5). */
export const newId = (): string => randomBytes(16).toString('base64url');

export type RunSpaceCommand = (asked: {
  spaceId: string;
  author: string;
  commandId: string;
  command: SpaceCommand;
  /** Opens a conversation in the same append, so that it is listed and begun together or not at all. */
  opens?: { guideId: string; first: Seat };
}) => Promise<CommandReply>;

const ATTEMPTS = 5;

export function spaceCommandRunner(parts: {
  events: EventStore;
  spaces: Spaces;
  conversations: Conversations;
  lock: DeepLock;
  serial: ReturnType<typeof serialByKey>;
  publish: (events: readonly Recorded<AnyEvent>[]) => Promise<void>;
  now: () => number;
}): RunSpaceCommand {
  const { events, spaces, conversations, lock, serial, publish, now } = parts;

  /** WR2. Also names the conversation that was opened then. */
  const asTheFirstTime = async ({ stream, seq }: { stream: StreamName; seq: number }): Promise<CommandReply> => {
    const [recorded] = (await events.headers(stream, seq - 1)) as Recorded<SpaceEvent>[];
    const created = recorded?.event.type === 'ConversationListed' ? { created: recorded.event.conversationId } : {};
    return { ok: true, stream, seq, ...created };
  };

  const run: RunSpaceCommand = async ({ spaceId, author, commandId, command, opens }) => {
    const stream = streamName('space', spaceId);
    const guide = opens && guideById(opens.guideId);
    if (opens && !guide) return { ok: false, refusal: 'no-such-guide' };
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const { state, heads } = await spaces.load(spaceId);
      const at = now();
      const deep = command.type === 'ListConversation' ? await lock.for(command.guideId, spaceId) : undefined;
      const asked = deep && command.type === 'ListConversation' ? { ...command, deepTalks: deep.deepTalks } : command;
      const decision = decideSpace(state, asked, at);
      if (isRefused(decision) || decision.length === 0) {
        const first = await events.findCommand([stream], author, commandId);
        if (first) return asTheFirstTime(first);
        return isRefused(decision) ? { ok: false, refusal: decision.refused } : { ok: true, stream, seq: 0 };
      }

      const created = command.type === 'ListConversation' ? command.conversationId : undefined;
      const lead = memberOf(state, author)?.role === 'facilitator' ? { lead: author } : {};
      const talk =
        guide && opens && created
          ? [opening({ conversationId: created, spaceId, guide, first: opens.first, ...lead })]
          : [];
      const ids = { spaceId, author, commandId, at, ...(created && { conversationId: created }) };
      const conditions = new Map([...heads, ...(deep?.heads ?? [])]);
      const drafted = appendDrafts(ids, [...decision, ...talk], conditions);
      const append = await withConsequences(drafted, decision, { space: state, conversations, events });
      const appended = await events.append(append);
      if (appended.outcome === 'repeated') return asTheFirstTime(appended);
      if (appended.outcome === 'conflict') {
        spaces.forget(spaceId);
        lock.forget(spaceId);
        for (const id of talksIn(append.streams)) conversations.forget(id);
        continue;
      }
      spaces.apply(spaceId, appended.events);
      for (const id of talksIn(appended.events)) conversations.apply(id, appended.events);
      await publish(appended.events);
      const last = appended.events.findLast((event) => event.stream === stream);
      return { ok: true, stream, seq: last?.seq ?? 0, ...(created && { created }) };
    }
    throw new Error('A space command lost the race for the log too often.');
  };

  return (asked) => serial(asked.spaceId, () => run(asked));
}

function talksIn(places: readonly { stream: StreamName }[]): Set<string> {
  const named = places.map(({ stream }) => parseStreamName(stream));
  return new Set(named.flatMap((parsed) => (parsed && isOfTalk(parsed.kind) ? [parsed.id] : [])));
}
