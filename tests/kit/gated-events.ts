import type { EventStore } from '@turnward/server/ports/event-store.ts';
import type { StreamName } from '@turnward/shared/kernel/stream.ts';

/** An event store behind a gate: what a test wants to happen just before one of its answers happens then. */
export class GatedEvents implements EventStore {
  /** The streams whose words were read, in order. */
  readonly reads: StreamName[] = [];
  readonly #store: EventStore;
  #before: { what: 'read' | 'heads'; stream: StreamName; then: () => unknown }[] = [];

  constructor(store: EventStore) {
    this.#store = store;
  }

  /** Once, before this stream is read, or before its head is asked for. */
  before(what: 'read' | 'heads', stream: StreamName, then: () => unknown): void {
    this.#before.push({ what, stream, then });
  }

  async read(...asked: Parameters<EventStore['read']>): ReturnType<EventStore['read']> {
    this.reads.push(asked[0]);
    await this.#pass('read', [asked[0]]);
    return this.#store.read(...asked);
  }

  async heads(streams: readonly StreamName[]): ReturnType<EventStore['heads']> {
    await this.#pass('heads', streams);
    return this.#store.heads(streams);
  }

  append: EventStore['append'] = (append) => this.#store.append(append);
  headers: EventStore['headers'] = (...asked) => this.#store.headers(...asked);
  findCommand: EventStore['findCommand'] = (...asked) => this.#store.findCommand(...asked);
  spacesOf: EventStore['spacesOf'] = (memberId) => this.#store.spacesOf(memberId);
  spaces: EventStore['spaces'] = (...asked) => this.#store.spaces(...asked);
  close: EventStore['close'] = () => this.#store.close();

  async #pass(what: 'read' | 'heads', streams: readonly StreamName[]): Promise<void> {
    const next = this.#before.findIndex((each) => each.what === what && streams.includes(each.stream));
    const [found] = next === -1 ? [] : this.#before.splice(next, 1);
    await found?.then();
  }
}
