import type { ConversationState } from '@turnward/shared/conversation/state.ts';
import { parseStreamName } from '@turnward/shared/kernel/stream.ts';
import type { Session } from '../session.ts';
import type { Connections } from './connections.ts';

/** A talk that is paused for longer is none that is on; nor is one whose page is away for longer. In ms. */
const STILL_ON = 30 * 60_000;

/** Which talks are on, and whose sessions are in them: in the midst of one nobody is signed out (SE4, SE5). */
export class LiveTalks {
  readonly #connections: Connections;
  readonly #now: () => number;
  /** Since when each is paused, null where it is not. */
  readonly #talks = new Map<string, number | null>();
  /** When the line of a session broke off that was in a talk, or its page turned to something else. */
  readonly #left = new Map<string, number>();

  constructor(connections: Connections, now: () => number) {
    this.#connections = connections;
    this.#now = now;
  }

  /** Something was recorded in this talk, or somebody asked for it. */
  moved(conversationId: string, { phase, pause }: Pick<ConversationState, 'phase' | 'pause'>): void {
    if (phase === 'live') this.#talks.set(conversationId, pause?.since ?? null);
    else this.#talks.delete(conversationId);
  }

  /** Before its line is forgotten, or follows less. */
  left(session: Session): void {
    for (const [idHash, at] of this.#left) if (this.#now() - at >= STILL_ON) this.#left.delete(idHash);
    if (this.#follows(session)) this.#left.set(session.idHash, this.#now());
  }

  holds(session: Session): boolean {
    const leftAt = this.#left.get(session.idHash);
    return this.#follows(session) || (leftAt !== undefined && this.#now() - leftAt < STILL_ON);
  }

  #follows({ idHash }: Session): boolean {
    return this.#connections
      .of(idHash)
      .some(({ follows }) => [...follows.events.keys()].some((stream) => this.#isOn(parseStreamName(stream)?.id)));
  }

  #isOn(conversationId: string | undefined): boolean {
    const pausedAt = conversationId === undefined ? undefined : this.#talks.get(conversationId);
    return pausedAt !== undefined && (pausedAt === null || this.#now() - pausedAt < STILL_ON);
  }
}
