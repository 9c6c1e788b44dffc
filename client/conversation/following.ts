import type { StreamName } from '@turnward/shared/kernel/stream.ts';
import type { Follow, Refusal } from '@turnward/shared/wire/protocol.ts';
import type { Connection } from './connection.ts';
import { type AnyRecorded, headOf, type StreamLog, take } from './stream-log.ts';

export type FollowPhase = { phase: 'connecting' | 'ready' } | { phase: 'refused'; refusal: Refusal };

/** How long to wait before asking again: where the server was busy, and where promised events did not come. In ms. */
const AGAIN = 2000;

export type Following = ReturnType<typeof follow>;

/**
 * Follows the streams of one conversation, its headers alone, or a space from what is held of them: at first from nothing, after every loss
 * of the line or gap from the heads. `taken` gets each event once and in order within its stream; `changed` is called
 * after every batch and when the phase changes. Ready means that everything recorded before following began is here.
 */
export function follow(
  connection: Connection,
  target: Pick<Follow, 'to' | 'id'>,
  { taken, changed }: { taken: (event: AnyRecorded) => void; changed: () => void },
) {
  let log: StreamLog = new Map();
  let phase: FollowPhase = { phase: 'connecting' };
  let promised: [StreamName, number][] = [];
  /** How many times it was asked; which of them was answered last. Who waits for one of them, or a later one, to be here. */
  let asked = 0;
  let answered = 0;
  let waiting: { round: number; here: () => void }[] = [];
  let asking = false;
  let again = false;
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const isMine = (stream: StreamName) =>
    stream.slice(stream.indexOf(':') + 1) === target.id && stream.startsWith('space:') === (target.to === 'space');

  const arrived = () => promised.length > 0 && promised.every(([stream, head]) => headOf(log, stream) >= head);

  const settle = () => {
    if (!arrived()) return;
    clearTimeout(timer);
    phase = { phase: 'ready' };
    const done = waiting.filter(({ round }) => round <= answered);
    waiting = waiting.filter(({ round }) => round > answered);
    for (const { here } of done) here();
  };

  const catchUp = async () => {
    clearTimeout(timer);
    if (stopped) return;
    if (asking) {
      again = true;
      return;
    }
    asking = true;
    again = false;
    asked += 1;
    const round = asked;
    const after = Object.fromEntries([...log.keys()].map((stream) => [stream, headOf(log, stream)]));
    const reply = await connection.follow({ ...target, after });
    asking = false;
    if (stopped || !reply) return;
    if (reply.ok) {
      promised = Object.entries(reply.heads) as [StreamName, number][];
      answered = round;
      if (arrived()) settle();
      else timer = setTimeout(catchUp, AGAIN);
    } else if (reply.refusal === 'unavailable' || reply.refusal === 'too-many') {
      timer = setTimeout(catchUp, AGAIN);
    } else {
      phase = { phase: 'refused', refusal: reply.refusal };
    }
    changed();
    if (again) catchUp();
  };

  const stop = [
    connection.onOpen(catchUp),
    connection.onUnfollowed(catchUp),
    connection[target.to === 'headers' ? 'onHeaders' : 'onEvents']((message) => {
      if (!isMine(message.stream)) return;
      const { log: next, fresh, gap } = take(log, message);
      log = next;
      for (const event of fresh) taken(event);
      if (phase.phase === 'connecting' || waiting.length > 0) settle();
      if (fresh.length > 0) changed();
      if (gap) catchUp();
    }),
  ];
  catchUp();

  return {
    phase: () => phase,
    /** The streams that may be read, once known. */
    streams: (): StreamName[] => promised.map(([stream]) => stream),
    log: () => log,
    /** Replaces held events, for words that were destroyed. */
    rewrite(change: (event: AnyRecorded) => AnyRecorded): void {
      log = new Map([...log].map(([stream, events]) => [stream, events.map(change)]));
    },
    /** Lets go of all that is held; what is followed again begins anew. */
    forget(): void {
      log = new Map();
    },
    catchUp,
    /** Resolves once all that was recorded before this call is here; with a lost line, once it is back. */
    caughtUp(): Promise<void> {
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.push({ round: asked + 1, here: resolve });
      catchUp();
      return promise;
    },
    stop(): void {
      stopped = true;
      clearTimeout(timer);
      for (const each of stop) each();
      connection.unfollow(target);
    },
  };
}
