import { eraseSaid } from '@turnward/shared/conversation/kept.ts';
import type { ConversationDraft } from '@turnward/shared/conversation/outcome.ts';
import { talk } from '@turnward/shared/conversation/outcome.ts';
import { end } from '@turnward/shared/conversation/progress.ts';
import { type Seat, streamName } from '@turnward/shared/kernel/stream.ts';
import type { SpaceDraft } from '@turnward/shared/space/outcome.ts';
import { openConversation, type SpaceState } from '@turnward/shared/space/state.ts';
import type { Conversations } from '../conversation/conversations.ts';
import { appendDrafts } from '../events/append-drafts.ts';
import { wholeTalks } from '../events/whole-talks.ts';
import type { Append, EventStore } from '../ports/event-store.ts';
import { mergeAppends } from './merge-appends.ts';

type Command = Pick<Append, 'spaceId' | 'author' | 'commandId' | 'at'>;

/**
 * What a decision about the space does to its talks, in the same append: whoever leaves ends the open talk (ER6), whoever has
 * their words erased loses them in each (ER7), one whose time is over loses all (ER5), and with the space everything goes (ER8).
 */
export async function withConsequences(
  asked: Append,
  drafts: readonly SpaceDraft[],
  { space, conversations, events }: { space: SpaceState; conversations: Conversations; events: EventStore },
): Promise<Append> {
  const { spaceId, author, commandId, at } = asked;
  const command: Command = { spaceId, author, commandId, at };

  const inTalk = async (conversationId: string, what: (state: Folded['state']) => ConversationDraft[]) => {
    const { state, heads } = await conversations.load(conversationId);
    return appendDrafts({ ...command, conversationId }, what(state), heads);
  };

  const endOpenTalk = async (): Promise<Append[]> => {
    const open = openConversation(space);
    return open ? [await inTalk(open.conversationId, (state) => end(state, 'stopped', false))] : [];
  };

  const eraseAllOf = async (memberId: string, leaves: boolean): Promise<Append[]> => {
    const seat = seatOf(space, memberId);
    if (!seat) return [];
    const said = space.conversations.filter(({ closed, expired }) => closed?.kept && expired === null);
    const open = leaves ? undefined : openConversation(space);
    const talks = [...said, ...(open ? [open] : [])].map(({ conversationId }) => conversationId);
    const appends: Append[] = [];
    for (const id of talks) {
      const erased = await inTalk(id, (state) => eraseSaid(state, seat));
      // Beside the places that are known: whatever else in the talk is sealed in their name.
      appends.push(
        mergeAppends(erased, {
          ...bare(command),
          destroy: { authors: [{ stream: streamName('talk', id), author: memberId }] },
        }),
      );
    }
    // FI2. Their answers to the private questions are words of theirs, too.
    const answers = { ...bare(command), destroy: { streams: [streamName(`fit/${seat}`, command.spaceId)] } };
    return [...appends, answers, await otherTimesGo(command, events)];
  };

  const consequences: Append[] = [];
  const leaves = drafts.some(({ event }) => event.type === 'PartnerLeft');
  for (const { event } of drafts) {
    if (event.type === 'SpaceDeleted') return mergeAppends(asked, ...(await endOpenTalk()), everything(command, space));
    if (event.type === 'PartnerLeft') consequences.push(...(await endOpenTalk()));
    if (event.type === 'WordsErased') consequences.push(...(await eraseAllOf(event.by, leaves)));
    if (event.type === 'ConversationExpired')
      consequences.push(await inTalk(event.conversationId, () => [talk({ type: 'TalkExpired' })]));
  }
  return mergeAppends(asked, ...consequences);
}

type Folded = Awaited<ReturnType<Conversations['load']>>;

const bare = (command: Command): Append => ({ ...command, streams: [] });

const seatOf = ({ members, left }: SpaceState, memberId: string): Seat | undefined => {
  const member = [...members, ...left].find((each) => each.memberId === memberId);
  return member?.role === 'partner' ? member.seat : undefined;
};

/** ER8. Every stream of every talk, the names in the space's own, and all documents that are the couple's. */
function everything(command: Command, { conversations, spaceId }: SpaceState): Append {
  const { streams = [], documents = [] } = wholeTalks(conversations.map(({ conversationId }) => conversationId));
  const ofSpace = (['space', 'fit/a', 'fit/b'] as const).map((kind) => streamName(kind, spaceId));
  return { ...bare(command), destroy: { streams: [...streams, ...ofSpace], documents } };
}

/** ER7. Other times that were named as a talk was put off stand in the space, beside its end; nobody needs them any more. */
async function otherTimesGo(command: Command, events: EventStore): Promise<Append> {
  const stream = streamName('space', command.spaceId);
  const ends = (await events.headers(stream, 0)).filter(({ event }) => event.type === 'ConversationClosed');
  return { ...bare(command), destroy: { events: ends.map(({ seq }) => ({ stream, seq })) } };
}
