import type { StreamName } from '@turnward/shared/kernel/stream.ts';
import { BoundedMap } from './bounded-map.ts';
import type { EventRows } from './event-rows.ts';

/** A stream as recorded: the number its rows carry, the space it belongs to, its last seq. */
export type StreamHead = { id: number; spaceId: string; head: number };

const KEPT = 50_000;

/** The streams in use, kept in memory. This process is the only writer, so what is kept is what is recorded. */
export class StreamHeads {
  readonly #rows: EventRows;
  readonly #kept = new BoundedMap<StreamName, StreamHead>(KEPT);

  constructor(rows: EventRows) {
    this.#rows = rows;
  }

  get(name: StreamName): StreamHead | undefined {
    const kept = this.#kept.get(name);
    if (kept) return kept;
    const row = this.#rows.stream.get({ name });
    if (!row) return undefined;
    const head = { id: row.id, spaceId: row.space_id, head: row.head ?? 0 };
    this.#kept.set(name, head);
    return head;
  }

  set(name: StreamName, head: StreamHead): void {
    this.#kept.set(name, head);
  }
}
