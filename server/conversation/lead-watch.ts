import type { ConversationCommand } from '@turnward/shared/conversation/commands.ts';
import type { ConversationState } from '@turnward/shared/conversation/state.ts';
import { streamName } from '@turnward/shared/kernel/stream.ts';
import { openConversation } from '@turnward/shared/space/state.ts';
import { newId } from '../space/run-space-command.ts';
import type { Spaces } from '../space/spaces.ts';
import type { Connection, Connections } from './connections.ts';
import type { Conversations } from './conversations.ts';
import type { RunCommand } from './run-command.ts';

/** FA9. How long whoever leads may be elsewhere before the talk does without them. In ms of the server's clock. */
const GRACE = 30_000;
const LOOK_EVERY = 250;

/** In the talk; in the space, with a list or another talk before them; or without any line here. */
type Place = 'here' | 'near' | 'gone';

export type LeadWatch = {
  /** Somebody came into this space or went, or its open talk has moved. */
  look(spaceId: string): void;
  rest(): void;
};

/**
 * Says in the talk that whoever leads it was lost, and that they are back. What is known here may be forgotten at any time:
 * after a restart the time begins anew, with the first who comes in.
 */
export function openLeadWatch(parts: {
  connections: Connections;
  conversations: Conversations;
  spaces: Spaces;
  run: RunCommand;
  failed: (error: unknown) => void;
  now: () => number;
}): LeadWatch {
  const { connections, conversations, spaces, run, failed, now } = parts;
  /** By space: who leads its open talk, since when they are not in it, and since when they have no line into the space either. */
  const missed = new Map<string, { memberId: string; out: number; gone: number | undefined }>();
  let resting = false;

  const look = async (spaceId: string): Promise<void> => {
    const space = await spaces.load(spaceId);
    const open = openConversation(space.state);
    const talk = open && (await conversations.load(open.conversationId));
    const lead = talk?.state.lead;
    if (!open || !lead) return void missed.delete(spaceId);
    const { memberId } = lead;
    const { conversationId } = open;
    const note = (place: Place) => {
      missed.delete(spaceId);
      const command: ConversationCommand = {
        type: 'NoteLead',
        here: place === 'here',
        ...(place === 'near' && { near: true }),
      };
      return run({ memberId, conversationId, commandId: newId(), command, as: 'server' });
    };

    const known: Place = !lead.lost ? 'here' : lead.near ? 'near' : 'gone';
    const leads = space.state.members.some((member) => member.memberId === memberId && member.role === 'facilitator');
    const place = leads ? placeOf(memberId, spaceId, talk.state) : 'gone';
    if (place === 'here' && known !== 'here') return void (await note('here'));
    if (place === known || known === 'gone') return void missed.delete(spaceId);
    // Whose place was taken does not come back in a moment.
    if (!leads) return void (await note('gone'));
    const before = missed.get(spaceId);
    const out = before?.memberId === memberId ? before.out : now();
    const gone = place === 'gone' ? (before?.memberId === memberId && before.gone) || now() : undefined;
    missed.set(spaceId, { memberId, out, gone });
    if (gone !== undefined && now() - gone >= GRACE) await note('gone');
    else if (known === 'here' && now() - out >= GRACE) await note('near');
  };

  /** While it gathers, whoever looks at the list of their couples is here: that is where waiting is shown. */
  const placeOf = (memberId: string, spaceId: string, { conversationId, phase }: ConversationState): Place => {
    const has = (lines: Iterable<Connection>) => [...lines].some(({ session }) => session.memberId === memberId);
    if (has(connections.followersOf(streamName('talk', conversationId), 'events'))) return 'here';
    if (!has(connections.inSpace(spaceId))) return 'gone';
    return phase === 'gathering' ? 'here' : 'near';
  };

  const timer = setInterval(() => {
    for (const [spaceId, { out, gone = Number.POSITIVE_INFINITY }] of missed) {
      if (now() - Math.min(out, gone) >= GRACE) look(spaceId).catch(failed);
    }
  }, LOOK_EVERY);

  return {
    look(spaceId) {
      if (!resting) look(spaceId).catch(failed);
    },
    /** Whose line is cut by closing the server was not lost. */
    rest() {
      resting = true;
      clearInterval(timer);
    },
  };
}
