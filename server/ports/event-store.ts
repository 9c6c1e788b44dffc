import type { Recorded, Words } from '@turnward/shared/kernel/event.ts';
import type { StreamName } from '@turnward/shared/kernel/stream.ts';

/** Any event: adapters store headers as JSON and know no event by name, save for the one index of `spacesOf`. */
export type AnyEvent = { type: string };

/** An event to append. `copyOf` takes the words of an event recorded earlier in the same space and seals them anew. */
export type NewEvent =
  | { event: AnyEvent; words?: Words }
  | { event: AnyEvent; copyOf: { stream: StreamName; seq: number } };

/** Events for one stream. `expectedHead`: the append is refused unless the stream's last seq is this; absent: any. */
export type StreamAppend = { stream: StreamName; expectedHead?: number; events: NewEvent[] };

/**
 * One command's effect: all of it is recorded, or none (ES2). `author` and `commandId` make a repeat recognisable within
 * each stream (ES3). `destroy` names words whose keys and ciphertext go in the same step (ES5): single events, all that one author
 * wrote in a stream (what others' commands copied of it included), whole streams, documents. `rename` gives documents the names of others that it destroys, in that step too; a document that is not there, or whose
 * new name is still taken, stays as it is (DS4).
 */
export type Append = {
  spaceId: string;
  author: string;
  commandId: string;
  at: number;
  streams: StreamAppend[];
  destroy?: {
    events?: { stream: StreamName; seq: number }[];
    authors?: { stream: StreamName; author: string }[];
    streams?: StreamName[];
    documents?: string[];
  };
  rename?: { from: string; to: string }[];
};

/** The streams whose words an append destroys. */
export const destroyedIn = ({
  events = [],
  authors = [],
  streams = [],
}: NonNullable<Append['destroy']>): StreamName[] => [
  ...streams,
  ...[...events, ...authors].map(({ stream }) => stream),
];

export type AppendResult =
  | { outcome: 'appended'; events: Recorded<AnyEvent>[] }
  /** Somebody else appended first: reload, decide again. */
  | { outcome: 'conflict' }
  /** This author already ran this command: where its events are. */
  | { outcome: 'repeated'; stream: StreamName; seq: number };

export interface EventStore {
  /**
   * Appends durably: resolves after the fsync, never before (ES1). Appends that wait together share one fsync.
   * Rejects with a fault where the disk or a key fails; then nothing was recorded.
   */
  append(append: Append): Promise<AppendResult>;

  /** Events of one stream with seq > after, in order, words unsealed (null where destroyed). At most `limit` (500). */
  read(stream: StreamName, after: number, limit?: number): Promise<Recorded<AnyEvent>[]>;

  /** The same without words: nothing is unsealed. No limit. */
  headers(stream: StreamName, after: number): Promise<Recorded<AnyEvent>[]>;

  /** The last seq of each stream, 0 where it has none. */
  heads(streams: readonly StreamName[]): Promise<Map<StreamName, number>>;

  /** Where this author's command was recorded in one of these streams: the last seq it wrote there. */
  findCommand(
    streams: readonly StreamName[],
    author: string,
    commandId: string,
  ): Promise<{ stream: StreamName; seq: number } | undefined>;

  /**
   * The ids of the spaces whose `space` stream holds a `MemberJoined` or `GuestProposed` event with this `memberId` in its header.
   * Whether that person belongs to them now is the space's to say.
   */
  spacesOf(memberId: string): Promise<string[]>;

  /** The ids of spaces that come after this one, in their own order, at most so many. */
  spaces(after: string, limit: number): Promise<string[]>;

  /** Waits for pending appends, then releases files. */
  close(): Promise<void>;
}
