import type { Recorded } from '@turnward/shared/kernel/event.ts';
import { type Seat, streamName } from '@turnward/shared/kernel/stream.ts';
import type { SpaceRequest } from '@turnward/shared/space/commands.ts';
import type { SpaceEvent } from '@turnward/shared/space/events.ts';
import { evolveSpace } from '@turnward/shared/space/evolve.ts';
import { initialSpace, type Member, type SpaceState } from '@turnward/shared/space/state.ts';
import type { CommandReply, PresenceState, Refusal } from '@turnward/shared/wire/protocol.ts';
import type { LineState } from '../conversation/connection.ts';
import { type Following, follow } from '../conversation/following.ts';
import type { Line } from '../conversation/line.ts';
import { lingering } from '../line/listeners.ts';

export type PresenceOf = { state: PresenceState; devices: number };

export type Space = {
  phase: 'connecting' | 'ready' | 'refused';
  /** Why it can't be shown, where `phase` is `refused`. */
  refusal?: Refusal;
  state: SpaceState;
  me: Member | undefined;
  /** First names by member id, of guests too: also of those who wait or have left. */
  names: Record<string, string>;
  spaceName: string;
  /** Names of those who ask to come in, by request id. */
  requestNames: Record<string, string>;
  /** All that happened here, oldest first: who did what is for every member to read. */
  log: readonly Recorded<SpaceEvent>[];
  /** Other times that were named when a talk was put off, by conversation id. */
  otherTimes: Record<string, string>;
  /** By member id. Absent while nothing is known. */
  presence: Record<string, PresenceOf>;
  connection: LineState;
  send: (request: SpaceRequest) => Promise<CommandReply>;
};

export type SpaceStore = ReturnType<typeof openSpaceStore>;

export type SpaceParts = {
  take: () => Line;
  giveBack: () => void;
  /** The member id of whoever is signed in on this device. */
  askMe: () => Promise<string | undefined>;
};

type Known = Pick<Space, 'state' | 'names' | 'spaceName' | 'requestNames' | 'otherTimes' | 'presence'>;
const NOTHING: Known = {
  state: initialSpace,
  names: {},
  spaceName: '',
  requestNames: {},
  otherTimes: {},
  presence: {},
};

/** A replica of one space: open while it is read, folded with the rules that the server folds with. */
export function openSpaceStore(spaceId: string, { take, giveBack, askMe }: SpaceParts) {
  let known = NOTHING;
  let memberId: string | undefined;
  let line: Line | undefined;
  let following: Following | undefined;
  let snapshot: Space;

  const send = async (command: SpaceRequest): Promise<CommandReply> => {
    const { outbox } = take();
    const reply = await outbox.send({ to: 'space', id: spaceId, command });
    giveBack();
    return reply;
  };

  const draw = () => {
    const followed = following?.phase() ?? { phase: 'connecting' };
    const me = known.state.members.find((member) => member.memberId === memberId);
    // Without knowing who reads there is nothing to show yet.
    const waiting = followed.phase === 'ready' && memberId === undefined;
    snapshot = {
      ...known,
      ...followed,
      ...(waiting && { phase: 'connecting' }),
      me,
      log: (following?.log().get(streamName('space', spaceId)) ?? []) as readonly Recorded<SpaceEvent>[],
      connection: line?.connection.state() ?? 'connecting',
      send,
    };
  };
  draw();
  const changed = () => {
    draw();
    readers.tell();
  };

  const learnWho = async () => {
    if (memberId !== undefined) return;
    memberId = await askMe();
    if (memberId !== undefined) changed();
  };

  const readers = lingering(() => {
    line = take();
    const { connection } = line;
    following = follow(
      connection,
      { to: 'space', id: spaceId },
      { taken: (event) => (known = learn(known, event as Recorded<SpaceEvent>)), changed },
    );
    const stop = [
      connection.subscribe(changed),
      connection.onOpen(learnWho),
      connection.onPresence((message) => {
        if (message.spaceId !== spaceId) return;
        const presence = Object.fromEntries(message.members.map(({ memberId: of, ...rest }) => [of, rest]));
        known = { ...known, presence };
        changed();
      }),
    ];
    learnWho();
    return () => {
      for (const each of stop) each();
      following?.stop();
      following = undefined;
      line = undefined;
      known = NOTHING;
      memberId = undefined;
      draw();
      giveBack();
    };
  });

  return { subscribe: readers.subscribe, snapshot: () => snapshot };
}

/** Folds the header, and reads the names that came as words. */
function learn(known: Known, recorded: Recorded<SpaceEvent>): Known {
  const { event, words } = recorded;
  const next = { ...known, state: evolveSpace(known.state, recorded) };
  const name = words?.text?.['name'];
  switch (event.type) {
    case 'SpaceCreated':
      return { ...next, spaceName: name ?? '' };
    case 'MemberJoined':
    case 'GuestProposed':
      return name ? { ...next, names: { ...known.names, [event.memberId]: name } } : next;
    case 'EntryRequested':
      return name ? { ...next, requestNames: { ...known.requestNames, [event.requestId]: name } } : next;
    case 'ConversationClosed': {
      const when = words?.text?.['when'];
      return when ? { ...next, otherTimes: { ...known.otherTimes, [event.conversationId]: when } } : next;
    }
    default:
      return next;
  }
}

/** What is known of the two partners, by seat; also of one who has left. */
export function bySeat<Value>(state: SpaceState, of: Record<string, Value>): Partial<Record<Seat, Value>> {
  const partners = [...state.members.filter((member) => member.role === 'partner'), ...state.left];
  return Object.fromEntries(partners.flatMap(({ memberId, seat }) => (memberId in of ? [[seat, of[memberId]]] : [])));
}
