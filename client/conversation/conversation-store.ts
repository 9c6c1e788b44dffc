import type { ConversationCommand } from '@turnward/shared/conversation/commands.ts';
import { destroyed } from '@turnward/shared/conversation/destroyed.ts';
import type { ConversationEvent, OwnEvent, TalkEvent } from '@turnward/shared/conversation/events.ts';
import { evolve } from '@turnward/shared/conversation/evolve.ts';
import { type ConversationState, initialState } from '@turnward/shared/conversation/state.ts';
import { guideById, stepById } from '@turnward/shared/guides/all-guides.ts';
import type { Guide, Step } from '@turnward/shared/guides/guide.ts';
import type { Recorded } from '@turnward/shared/kernel/event.ts';
import { type Seat, type StreamName, streamName } from '@turnward/shared/kernel/stream.ts';
import type { CommandReply, Refusal } from '@turnward/shared/wire/protocol.ts';
import { lingering } from '../line/listeners.ts';
import { bySeat, type PresenceOf, type SpaceStore } from '../space/space-store.ts';
import type { LineState } from './connection.ts';
import { type Drafts, openDrafts } from './drafts.ts';
import { type Following, follow } from './following.ts';
import type { Line } from './line.ts';
import type { PendingItem } from './outbox.ts';
import { type PresenceReporter, reportPresence } from './presence-report.ts';
import type { AnyRecorded } from './stream-log.ts';

/** A conversation that can't be shown: not yet, or not to this person. */
export type NoConversation = { phase: 'connecting' | 'refused'; refusal?: Refusal; connection: LineState };

/** A conversation as one partner sees it. */
export type Conversation = {
  phase: 'ready';
  connection: LineState;
  /** How long the last answer of the server took, in ms. */
  roundTrip: number | undefined;
  state: ConversationState;
  guide: Guide;
  /** The step of the present turn; undefined while gathering and after the end. */
  step: Step | undefined;
  seat: Seat;
  names: Record<Seat, string>;
  /** The other times named when this talk was put off. */
  otherTimes: string | undefined;
  presence: Partial<Record<Seat, PresenceOf>>;
  talk: readonly Recorded<TalkEvent>[];
  /** My private events; nobody else receives them. */
  own: readonly Recorded<OwnEvent>[];
  /** My latest commands and what became of them, oldest first. */
  items: PendingItem[];
  /** The server's clock in ms. */
  now: () => number;
  send: (command: ConversationCommand) => Promise<CommandReply>;
  draft: Drafts;
  /** Whether the other may see that I am writing, never what. */
  writingShown: boolean;
  showWriting: (shown: boolean) => void;
  /** Resolves once all that was recorded before this call is here. */
  caughtUp: () => Promise<void>;
  /** Tries the line again at once. */
  retry: () => void;
};

type SpaceReplica = Pick<SpaceStore, 'subscribe' | 'snapshot'>;

export type ConversationParts = {
  take: () => Line;
  giveBack: () => void;
  space: (spaceId: string) => SpaceReplica;
  /** Whether the page is out of sight, and when that changes. Default: never. */
  hidden?: { now: () => boolean; watch: (changed: () => void) => () => void };
};

export type ConversationStore = ReturnType<typeof openConversationStore>;

/** A replica of one conversation: open while it is read, folded with the rules that the server folds with. */
export function openConversationStore(conversationId: string, { take, giveBack, space, hidden }: ConversationParts) {
  const drafts = openDrafts();
  let state = initialState;
  let opened: { line: Line; following: Following; reporter: PresenceReporter } | undefined;
  let around: { space: SpaceReplica; leave: () => void } | undefined;
  let writingShown = true;
  let snapshot: Conversation | NoConversation = CONNECTING;

  const send = async (command: ConversationCommand): Promise<CommandReply> => {
    const { outbox } = take();
    const stepId = state.turn?.stepId;
    const reply = await outbox.send({ to: 'conversation', id: conversationId, command });
    if (reply.ok && stepId && command.type === 'Contribute') drafts.answered(stepId, command.answer.text);
    if (reply.ok && stepId && command.type === 'PassFloor') drafts.clear(stepId);
    giveBack();
    return reply;
  };
  const showWriting = (shown: boolean) => {
    writingShown = shown;
    changed();
  };

  const draw = (): Conversation | NoConversation => {
    if (!opened) return CONNECTING;
    const { line, following } = opened;
    const connection = line.connection.state();
    const refused = (refusal: Refusal): NoConversation => ({ phase: 'refused', refusal, connection });
    const followed = following.phase();
    const neighbours = around?.space.snapshot();
    if (followed.phase === 'refused') return refused(followed.refusal);
    if (neighbours?.phase === 'refused') return refused(neighbours.refusal ?? 'not-found');
    if (followed.phase !== 'ready' || neighbours?.phase !== 'ready') {
      return connection === 'signed-out' ? refused('signed-out') : { phase: 'connecting', connection };
    }
    const guide = guideById(state.guideId);
    const seat = seatAmong(following.streams());
    if (!guide || !seat) return refused(guide ? 'not-found' : 'wrong-version');
    const events = <Event>(stream: StreamName) => (following.log().get(stream) ?? []) as readonly Recorded<Event>[];
    return {
      phase: 'ready',
      connection,
      roundTrip: line.connection.roundTrip(),
      state,
      guide,
      step: state.turn ? stepById(guide, state.turn.stepId) : undefined,
      seat,
      names: { a: '', b: '', ...bySeat(neighbours.state, neighbours.names) },
      otherTimes: neighbours.otherTimes[conversationId],
      presence: bySeat(neighbours.state, neighbours.presence),
      talk: events<TalkEvent>(streamName('talk', conversationId)),
      own: events<OwnEvent>(streamName(`own/${seat}`, conversationId)),
      items: line.outbox.items(conversationId),
      now: line.connection.now,
      send,
      draft: drafts,
      writingShown,
      showWriting,
      caughtUp: following.caughtUp,
      retry: line.connection.wake,
    };
  };

  const changed = () => {
    if (state.spaceId && !around) {
      const next = space(state.spaceId);
      around = { space: next, leave: next.subscribe(changed) };
    }
    snapshot = draw();
    opened?.reporter.update(snapshot.phase === 'ready' && writingShown && holdsInTheOpen(snapshot));
    readers.tell();
  };

  const taken = (event: AnyRecorded) => {
    state = evolve(state, event as Recorded<ConversationEvent>);
    forgetAnswered(event as Recorded<ConversationEvent>);
    const gone = destroyed([event.event as ConversationEvent]);
    if (gone === 'everything') {
      // CL4. Words that are not kept leave this page's memory too.
      opened?.following.rewrite(withoutWords);
      opened?.line.outbox.forget(conversationId);
      drafts.clearAll();
    } else if (gone.talkSeqs.length > 0) {
      const talk = streamName('talk', conversationId);
      const isGone = ({ stream, seq }: AnyRecorded) => stream === talk && gone.talkSeqs.includes(seq);
      opened?.following.rewrite((held) => (isGone(held) ? withoutWords(held) : held));
    }
  };

  /** What I answered, perhaps on my other device, needs no box any more. What is read again from the beginning is history. */
  const forgetAnswered = ({ event, words }: Recorded<ConversationEvent>) => {
    if (opened?.following.phase().phase !== 'ready' || (event.type !== 'Contributed' && event.type !== 'Answered'))
      return;
    const { stepId, turnId, seat, passed } = event;
    if (seat !== seatAmong(opened.following.streams())) return;
    const passes = opened.line.outbox.items(conversationId).filter(({ type }) => type === 'PassFloor');
    if (passed && passes.some((pass) => pass.turnId === turnId)) drafts.clear(stepId);
    else drafts.answered(stepId, words?.text);
  };

  const readers = lingering(() => {
    const line = take();
    const { connection, outbox } = line;
    const reporter = reportPresence({ connection, conversationId, away: () => hidden?.now() ?? false });
    const following = follow(connection, { to: 'conversation', id: conversationId }, { taken, changed });
    opened = { line, following, reporter };
    const stop = [
      connection.subscribe(changed),
      outbox.subscribe(changed),
      drafts.onTyped(reporter.typed),
      drafts.subscribe(changed),
      hidden?.watch(changed),
    ];
    changed();
    return () => {
      for (const each of stop) each?.();
      around?.leave();
      following.stop();
      reporter.stop();
      around = undefined;
      opened = undefined;
      state = initialState;
      snapshot = CONNECTING;
      giveBack();
    };
  });

  return {
    subscribe: readers.subscribe,
    snapshot: () => snapshot,
    /** Whether closing the page would lose words. Those in the private document are looked after there. */
    unsent: () => drafts.onlyHere().length + drafts.late().length > 0,
  };
}

const CONNECTING: NoConversation = { phase: 'connecting', connection: 'connecting' };

const withoutWords = (event: AnyRecorded): AnyRecorded => (event.words ? { ...event, words: null } : event);

/** Who I am follows from which private stream I may read. */
function seatAmong(streams: readonly StreamName[]): Seat | undefined {
  if (streams.some((stream) => stream.startsWith('own/a:'))) return 'a';
  return streams.some((stream) => stream.startsWith('own/b:')) ? 'b' : undefined;
}

/** PR5. Whether this person alone holds a step whose words are for both. */
function holdsInTheOpen({ state, step, seat }: Conversation): boolean {
  const { turn, pause } = state;
  return !pause && step?.visibility === 'pair' && turn?.holders.length === 1 && turn.holders[0] === seat;
}
