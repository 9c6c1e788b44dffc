import { streamName } from '@turnward/shared/kernel/stream.ts';
import { openConversation } from '@turnward/shared/space/state.ts';
import { newId } from '../space/run-space-command.ts';
import type { Spaces } from '../space/spaces.ts';
import type { Connections } from './connections.ts';
import type { Conversations } from './conversations.ts';
import type { RunCommand } from './run-command.ts';

/** FA9. How long whoever leads may have no line into the talk before the talk does without them. In ms of the server's clock. */
const GRACE = 30_000;
const LOOK_EVERY = 250;

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
  /** By space: who leads its open talk and is not in it, and since when. */
  const gone = new Map<string, { memberId: string; since: number }>();
  let resting = false;

  const look = async (spaceId: string): Promise<void> => {
    const space = await spaces.load(spaceId);
    const open = openConversation(space.state);
    const talk = open && (await conversations.load(open.conversationId));
    const lead = talk?.state.lead;
    if (!open || !lead) return void gone.delete(spaceId);
    const { memberId, lost } = lead;
    const note = (here: boolean) => {
      gone.delete(spaceId);
      const { conversationId } = open;
      return run({ memberId, conversationId, commandId: newId(), command: { type: 'NoteLead', here }, as: 'server' });
    };

    const leads = space.state.members.some((member) => member.memberId === memberId && member.role === 'facilitator');
    // Whoever looks at the list of their couples, or sits with others, is not in this talk.
    const inTheTalk = [...connections.followersOf(streamName('talk', open.conversationId), 'events')];
    const here = leads && inTheTalk.some(({ session }) => session.memberId === memberId);
    if (here && lost) await note(true);
    if (here || lost) return void gone.delete(spaceId);
    const known = gone.get(spaceId);
    const since = known?.memberId === memberId ? known.since : now();
    // Whose place was taken does not come back in a moment.
    if (!leads || now() - since >= GRACE) await note(false);
    else gone.set(spaceId, { memberId, since });
  };

  const timer = setInterval(() => {
    for (const [spaceId, { since }] of gone) if (now() - since >= GRACE) look(spaceId).catch(failed);
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
