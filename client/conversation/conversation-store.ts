import { destroyed } from '@turnward/shared/conversation/destroyed.ts';
import type { AsideEvent, ConversationEvent, OwnEvent, TalkEvent } from '@turnward/shared/conversation/events.ts';
import { evolve } from '@turnward/shared/conversation/evolve.ts';
import { initialState } from '@turnward/shared/conversation/state.ts';
import { guideById, stepById } from '@turnward/shared/guides/all-guides.ts';
import type { Recorded } from '@turnward/shared/kernel/event.ts';
import { type Seat, type StreamName, streamName } from '@turnward/shared/kernel/stream.ts';
import type { CommandReply, Refusal, SentCommand } from '@turnward/shared/wire/protocol.ts';
import { lingering } from '../line/listeners.ts';
import { bySeat, type Space, type SpaceStore } from '../space/space-store.ts';
import { openDrafts } from './drafts.ts';
import { type Following, follow } from './following.ts';
import { goneWith } from './gone-with.ts';
import type { Line } from './line.ts';
import type { Place } from './place.ts';
import { type PresenceReporter, reportPresence } from './presence-report.ts';
import type { Conversation, GuestRoom, NoConversation, Room } from './room.ts';
import type { AnyRecorded } from './stream-log.ts';

type SpaceReplica = Pick<SpaceStore, 'subscribe' | 'snapshot'>;

export type ConversationParts = {
  take: () => Line;
  giveBack: () => void;
  space: (spaceId: string) => SpaceReplica;
  /** Whether the page is out of sight, and when that changes. Default: never. */
  hidden?: { now: () => boolean; watch: (changed: () => void) => () => void };
  /** Where the place of this person in an open talk is kept once nothing of it is on the screen. Default: nowhere. */
  place?: Place;
};

export type ConversationStore = ReturnType<typeof openConversationStore>;

/** A replica of one conversation: open while it is read, folded with the rules that the server folds with. */
export function openConversationStore(
  conversationId: string,
  { take, giveBack, space, hidden, place }: ConversationParts,
) {
  const drafts = openDrafts();
  let state = initialState;
  let opened: { line: Line; following: Following; reporter: PresenceReporter } | undefined;
  let around: { space: SpaceReplica; leave: () => void } | undefined;
  let writingShown = true;
  let openForBoth = false;
  let snapshot: Conversation | NoConversation = CONNECTING;
  let guestSnapshot: GuestRoom | NoConversation = CONNECTING;

  const send = async (command: SentCommand): Promise<CommandReply> => {
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
  const letBothRead = (open: boolean) => {
    openForBoth = open;
    opened?.reporter.openForBoth(open);
    changed();
  };

  const logOf = <Event>(stream: StreamName) =>
    (opened?.following.log().get(stream) ?? []) as readonly Recorded<Event>[];

  /** What everybody in the room sees, and who of them reads here. */
  const draw = (): { room: Room; me: Space['me'] } | NoConversation => {
    if (!opened) return CONNECTING;
    const { line, following } = opened;
    const connection = line.connection.state();
    const refused = (refusal: Refusal): NoConversation => ({ phase: 'refused', refusal, connection });
    const followed = following.phase();
    const neighbours = around?.space.snapshot();
    // ME8. A guest's page keeps what it has of a talk that ended while it was open. A partner’s keeps nothing (CO4).
    const over = state.phase === 'ended' && neighbours?.me !== undefined && neighbours.me.role !== 'partner';
    if (followed.phase === 'refused' && !over) return refused(followed.refusal);
    if (neighbours?.phase === 'refused') return refused(neighbours.refusal ?? 'not-found');
    if (followed.phase === 'connecting' || neighbours?.phase !== 'ready') {
      return connection === 'signed-out' ? refused('signed-out') : { phase: 'connecting', connection };
    }
    const guide = guideById(state.guideId);
    if (!guide) return refused('wrong-version');
    const room: Room = {
      phase: 'ready',
      connection,
      roundTrip: line.connection.roundTrip(),
      state,
      guide,
      step: state.turn ? stepById(guide, state.turn.stepId) : undefined,
      names: { a: '', b: '', ...bySeat(neighbours.state, neighbours.names) },
      people: neighbours.names,
      otherTimes: neighbours.otherTimes[conversationId],
      presence: bySeat(neighbours.state, neighbours.presence),
      around: neighbours.presence,
      space: neighbours.state,
      talk: logOf<TalkEvent>(streamName('talk', conversationId)),
      items: line.outbox.items(conversationId),
      now: line.connection.now,
      send,
      caughtUp: following.caughtUp,
      retry: line.connection.wake,
    };
    return { room, me: neighbours.me };
  };

  const elsewhere = ({ connection }: Room, me: Space['me']): NoConversation => ({
    phase: 'refused',
    refusal: 'not-found',
    connection,
    ...(me && { sitsElsewhere: me.role }),
  });
  const asideOf = (seat: Seat) => logOf<AsideEvent>(streamName(`aside/${seat}`, conversationId));

  const asPartner = (drawn: ReturnType<typeof draw>): Conversation | NoConversation => {
    if ('phase' in drawn) return drawn;
    const { room, me } = drawn;
    if (me?.role !== 'partner') return elsewhere(room, me);
    const { seat } = me;
    const own = logOf<OwnEvent>(streamName(`own/${seat}`, conversationId));
    return {
      ...room,
      seat,
      own,
      aside: asideOf(seat),
      draft: drafts,
      writingShown,
      showWriting,
      openForBoth,
      letBothRead,
    };
  };

  const asGuest = (drawn: ReturnType<typeof draw>): GuestRoom | NoConversation => {
    if ('phase' in drawn) return drawn;
    const { room, me } = drawn;
    if (!me || me.role === 'partner') return elsewhere(room, me);
    const { memberId, role } = me;
    return { ...room, memberId, role, asides: { a: asideOf('a'), b: asideOf('b') } };
  };

  /** CO4, ER6, ME2. What may be read no more leaves the memory of this page too. */
  const forget = () => {
    opened?.following.forget();
    state = initialState;
  };

  const changed = () => {
    if (state.spaceId && !around) {
      const next = space(state.spaceId);
      around = { space: next, leave: next.subscribe(changed) };
    }
    const drawn = draw();
    if ('phase' in drawn && drawn.phase === 'refused' && drawn.refusal !== 'signed-out') forget();
    snapshot = asPartner(drawn);
    guestSnapshot = asGuest(drawn);
    opened?.reporter.update(snapshot.phase === 'ready' && writingShown && holdsInTheOpen(snapshot));
    readers.tell();
  };

  const taken = (event: AnyRecorded) => {
    state = evolve(state, event as Recorded<ConversationEvent>);
    forgetAnswered(event as Recorded<ConversationEvent>);
    // CL4. Words that are not kept leave this page's memory too, and with the last of them what waits to be sent.
    const gone = goneWith(event.event as ConversationEvent, conversationId);
    if (gone) opened?.following.rewrite((held) => (gone(held) ? withoutWords(held) : held));
    // ER7. Whoever had all of their words destroyed has none waiting here either.
    if (event.event.type === 'OwnErased') drafts.clearAll();
    if (destroyed([event.event as ConversationEvent]) !== 'everything') return;
    opened?.line.outbox.forget(conversationId);
    drafts.clearAll();
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
    place?.letGo();
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
      const inTalk = following.phase().phase === 'ready' && state.phase !== 'ended';
      following.stop();
      reporter.stop();
      if (inTalk) place?.keep(state.spaceId, conversationId);
      around = undefined;
      opened = undefined;
      openForBoth = false;
      state = initialState;
      snapshot = CONNECTING;
      guestSnapshot = CONNECTING;
      giveBack();
    };
  });

  return {
    subscribe: readers.subscribe,
    /** As a partner sees it. */
    snapshot: () => snapshot,
    /** As a guest sees it. */
    guestSnapshot: () => guestSnapshot,
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
