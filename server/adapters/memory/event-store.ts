import type { Recorded, Words } from '@turnward/shared/kernel/event.ts';
import type { StreamName } from '@turnward/shared/kernel/stream.ts';
import {
  type AnyEvent,
  type Append,
  type AppendResult,
  destroyedIn,
  type EventStore,
  type NewEvent,
} from '../../ports/event-store.ts';
import type { MemoryDocumentStore } from './document-store.ts';

/** `by` wrote the words, whoever's command recorded them. */
type Row = Recorded<AnyEvent> & { command: string; by: string };
type Said = { words: Words | null; by: string };
type Stream = { spaceId: string; rows: Row[] };

const READ_LIMIT = 500;

const clone = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const commandName = (author: string, commandId: string): string => `${author}\n${commandId}`;

/** The events by which a person comes to belong to a space, or asks to. */
const COMES_TO: ReadonlySet<string> = new Set(['MemberJoined', 'GuestProposed']);

/** The event store for tests and trials: the same rules, nothing sealed, gone with the process. */
export class MemoryEventStore implements EventStore {
  readonly #streams = new Map<StreamName, Stream>();
  readonly #documents: MemoryDocumentStore;
  #closed = false;

  constructor(documents: MemoryDocumentStore) {
    this.#documents = documents;
  }

  async append(append: Append): Promise<AppendResult> {
    if (this.#closed) throw new Error('The event store is closed');
    this.#checkSpace(append);
    const said = append.streams.map(({ events }) => events.map((draft) => this.#said(draft, append)));
    const streams = append.streams.map(({ stream }) => stream);
    const earlier = this.#command(streams, append.author, append.commandId);
    if (earlier) return { outcome: 'repeated', ...earlier };
    for (const { stream, expectedHead } of append.streams) {
      if (expectedHead !== undefined && this.#rows(stream).length !== expectedHead) return { outcome: 'conflict' };
    }
    const events: Recorded<AnyEvent>[] = [];
    for (const [place, { stream, events: drafts }] of append.streams.entries()) {
      for (const [index, draft] of drafts.entries()) {
        events.push(this.#record(append, stream, draft.event, said[place]?.[index]));
      }
    }
    this.#destroy(append.destroy ?? {});
    for (const { from, to } of append.rename ?? []) this.#documents.rename(from, to);
    return { outcome: 'appended', events };
  }

  async read(stream: StreamName, after: number, limit = READ_LIMIT): Promise<Recorded<AnyEvent>[]> {
    const rows = this.#rows(stream).slice(Math.max(0, after));
    return rows.slice(0, Math.max(0, limit)).map(({ command: _, by: __, ...recorded }) => clone(recorded));
  }

  async headers(stream: StreamName, after: number): Promise<Recorded<AnyEvent>[]> {
    const rows = this.#rows(stream).slice(Math.max(0, after));
    return rows.map(({ command: _, by: __, words: ___, ...recorded }) => clone(recorded));
  }

  async heads(streams: readonly StreamName[]): Promise<Map<StreamName, number>> {
    return new Map(streams.map((stream) => [stream, this.#rows(stream).length]));
  }

  async findCommand(
    streams: readonly StreamName[],
    author: string,
    commandId: string,
  ): Promise<{ stream: StreamName; seq: number } | undefined> {
    return this.#command(streams, author, commandId);
  }

  async spacesOf(memberId: string): Promise<string[]> {
    const cameTo = ({ event }: Row) => COMES_TO.has(event.type) && 'memberId' in event && event.memberId === memberId;
    const spaces = [...this.#streams].filter(([name, { rows }]) => name.startsWith('space:') && rows.some(cameTo));
    return spaces.map(([, { spaceId }]) => spaceId).sort();
  }

  async spaces(after: string, limit: number): Promise<string[]> {
    const own = [...this.#streams].filter(([name]) => name.startsWith('space:')).map(([, { spaceId }]) => spaceId);
    return own
      .filter((id) => id > after)
      .sort()
      .slice(0, limit);
  }

  async close(): Promise<void> {
    this.#closed = true;
  }

  #rows(stream: StreamName): Row[] {
    return this.#streams.get(stream)?.rows ?? [];
  }

  #command(streams: readonly StreamName[], author: string, commandId: string) {
    const command = commandName(author, commandId);
    for (const stream of streams) {
      const row = this.#rows(stream).findLast((each) => each.command === command);
      if (row) return { stream, seq: row.seq };
    }
    return undefined;
  }

  #checkSpace({ spaceId, streams, destroy, rename = [] }: Append): void {
    const written = streams.map(({ stream }) => stream);
    if (new Set(written).size < written.length) throw new Error('An append names a stream twice');
    for (const name of [...written, ...destroyedIn(destroy ?? {})]) {
      if ((this.#streams.get(name)?.spaceId ?? spaceId) !== spaceId) {
        throw new Error(`An append for one space names a stream of another: ${name}`);
      }
    }
    for (const name of [...(destroy?.documents ?? []), ...rename.map(({ from }) => from)]) {
      if ((this.#documents.spaceOf(name) ?? spaceId) !== spaceId) {
        throw new Error('An append for one space names a document of another');
      }
    }
  }

  /** Undefined where the event has no words, null where those it copies are destroyed. */
  #said(draft: NewEvent, { spaceId, author }: Append): Said | undefined {
    if (!('copyOf' in draft)) return draft.words && { words: clone(draft.words), by: author };
    const { stream, seq } = draft.copyOf;
    const row = this.#rows(stream)[seq - 1];
    if (!row) throw new Error('An append copies the words of an event that is not recorded');
    if (this.#streams.get(stream)?.spaceId !== spaceId) {
      throw new Error(`Words are copied within one space only, and ${stream} is of another`);
    }
    return row.words === undefined ? undefined : { words: clone(row.words), by: row.by };
  }

  #record(append: Append, stream: StreamName, event: AnyEvent, said: Said | undefined): Recorded<AnyEvent> {
    const { spaceId, author, commandId, at } = append;
    const { rows } = this.#streams.get(stream) ?? { rows: [] as Row[] };
    this.#streams.set(stream, { spaceId, rows });
    const recorded: Recorded<AnyEvent> = { stream, seq: rows.length + 1, at, event };
    if (said) recorded.words = said.words;
    rows.push({ ...clone(recorded), command: commandName(author, commandId), by: said?.by ?? author });
    return recorded;
  }

  #destroy({ events = [], authors = [], streams = [], documents = [] }: NonNullable<Append['destroy']>): void {
    const single = events.flatMap(({ stream, seq }) => this.#rows(stream)[seq - 1] ?? []);
    const whole = streams.flatMap((stream) => this.#rows(stream));
    const theirs = authors.flatMap(({ stream, author }) => this.#rows(stream).filter(({ by }) => by === author));
    for (const row of [...single, ...theirs, ...whole]) if (row.words) row.words = null;
    this.#documents.remove(documents);
  }
}
