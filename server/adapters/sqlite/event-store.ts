import type { Recorded, Words } from '@turnward/shared/kernel/event.ts';
import type { StreamName } from '@turnward/shared/kernel/stream.ts';
import type { AnyEvent, Append, AppendResult, EventStore } from '../../ports/event-store.ts';
import { CommitQueue } from './commit-queue.ts';
import { Committer, weighAppend } from './committer.ts';
import type { EventRows } from './event-rows.ts';
import type { Shredder } from './shredder.ts';
import type { StoreParts } from './store-parts.ts';
import { StoredWords } from './stored-words.ts';
import { StreamHeads } from './stream-heads.ts';

const READ_LIMIT = 500;

/** The event store on two open SQLite files. They are its caller's to close, after `close`. */
export class SqliteEventStore implements EventStore {
  readonly #rows: EventRows;
  readonly #heads: StreamHeads;
  readonly #words: StoredWords;
  readonly #shredder: Shredder;
  readonly #queue: CommitQueue<Append, AppendResult>;
  #closed = false;

  constructor(parts: StoreParts) {
    const { events, keys, streamKeys, shredder } = parts;
    const heads = new StreamHeads(events);
    const words = new StoredWords(events, keys, streamKeys, heads);
    const committer = new Committer({ ...parts, heads, words });
    this.#rows = events;
    this.#heads = heads;
    this.#words = words;
    this.#shredder = shredder;
    this.#queue = new CommitQueue(weighAppend, (group) => committer.commit(group));
  }

  async append(append: Append): Promise<AppendResult> {
    if (this.#closed) throw new Error('The event store is closed');
    return this.#queue.add(append);
  }

  async read(stream: StreamName, after: number, limit = READ_LIMIT): Promise<Recorded<AnyEvent>[]> {
    const head = this.#heads.get(stream);
    if (!head || limit < 1 || after >= head.head) return [];
    const rows = this.#rows.events.all({ stream_id: head.id, after, limit });
    const sealed = rows.map(({ body_id, sealed }) => body_id !== null && this.#words.sealed(body_id, sealed));
    const recorded: Recorded<AnyEvent>[] = [];
    for (const [index, { seq, at, header }] of rows.entries()) {
      const event: Recorded<AnyEvent> = { stream, seq, at, event: JSON.parse(header) };
      const body = sealed[index];
      if (body === null) event.words = null;
      else if (body) {
        const opened = await this.#words.open(body, { spaceId: head.spaceId, stream, seq });
        event.words = opened && (JSON.parse(opened.json) as Words);
      }
      recorded.push(event);
    }
    return recorded;
  }

  async headers(stream: StreamName, after: number): Promise<Recorded<AnyEvent>[]> {
    const head = this.#heads.get(stream);
    if (!head || after >= head.head) return [];
    const rows = this.#rows.headers.all({ stream_id: head.id, after });
    return rows.map(({ seq, at, header }) => ({ stream, seq, at, event: JSON.parse(header) }));
  }

  async heads(streams: readonly StreamName[]): Promise<Map<StreamName, number>> {
    return new Map(streams.map((stream) => [stream, this.#heads.get(stream)?.head ?? 0]));
  }

  async findCommand(
    streams: readonly StreamName[],
    author: string,
    commandId: string,
  ): Promise<{ stream: StreamName; seq: number } | undefined> {
    for (const stream of streams) {
      const head = this.#heads.get(stream);
      const row = head && this.#rows.command.get({ stream_id: head.id, author, command_id: commandId });
      if (row) return { stream, seq: row.last };
    }
    return undefined;
  }

  async spacesOf(memberId: string): Promise<string[]> {
    return this.#rows.spacesOf.all({ member_id: memberId }).map(({ space_id }) => space_id);
  }

  async spaces(after: string, limit: number): Promise<string[]> {
    return this.#rows.spacesAfter.all({ after: `space:${after}`, limit }).map(({ space_id }) => space_id);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#queue.idle();
    this.#shredder.truncateLogs();
  }
}
