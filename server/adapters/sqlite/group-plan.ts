import type { KeyObject } from 'node:crypto';
import type { Recorded, Words } from '@turnward/shared/kernel/event.ts';
import type { StreamName } from '@turnward/shared/kernel/stream.ts';
import { type SealedWords, sealWords } from '../../keys/sealed-words.ts';
import { type AnyEvent, type Append, type AppendResult, destroyedIn } from '../../ports/event-store.ts';
import type { StreamHead } from './stream-heads.ts';

/** Words about to be sealed, with the stream key to use. */
export type ReadyWords = { json: string; keyId: number; key: KeyObject };

/** For each stream of an append, for each event: its words, undefined where it has none, null where those to copy are gone. */
export type AppendWords = (ReadyWords | null | undefined)[][];

/** A stream as it will be once the group is committed. `id` is not known before a new stream has its row. */
export type PlannedStream = Omit<StreamHead, 'id'> & { id: number | undefined; name: StreamName };

export type PlannedEvent = {
  stream: PlannedStream;
  seq: number;
  at: number;
  event: AnyEvent;
  author: string;
  commandId: string;
  commandEvents: number;
  bodyId: number | null;
  sealed?: SealedWords & { streamKeyId: number };
};

/** What a plan needs to know of what is recorded. */
export type Recording = {
  head(stream: StreamName): StreamHead | undefined;
  /** The last seq this author's command wrote to the stream. */
  command(streamId: number, author: string, commandId: string): number | undefined;
  documentSpace(name: string): string | undefined;
  nextBodyId(): number;
};

/** The body id of words that were destroyed before they could be copied: no body has it. */
const NO_BODY = 0;

/**
 * What one group of appends will write, decided append by append as if those before it were recorded already. An append that is
 * refused leaves no trace here, so it disturbs no other (ES2, ES9).
 */
export class GroupPlan {
  readonly streams = new Map<StreamName, PlannedStream>();
  readonly events: PlannedEvent[] = [];
  readonly destroys: { destroy: NonNullable<Append['destroy']>; rename: NonNullable<Append['rename']>; at: number }[] =
    [];
  readonly #recording: Recording;
  readonly #commands = new Map<string, number>();

  constructor(recording: Recording) {
    this.#recording = recording;
  }

  /** Throws where the caller is at fault: an append must not be made of this. */
  add(append: Append, words: AppendWords): AppendResult {
    const { author, commandId, at } = append;
    this.#checkSpace(append);
    for (const { stream } of append.streams) {
      const seq = this.#commandAt(stream, author, commandId);
      if (seq !== undefined) return { outcome: 'repeated', stream, seq };
    }
    for (const { stream, expectedHead } of append.streams) {
      if (expectedHead !== undefined && (this.#stream(stream)?.head ?? 0) !== expectedHead)
        return { outcome: 'conflict' };
    }
    const events: Recorded<AnyEvent>[] = [];
    for (const [place, { stream: name, events: drafts }] of append.streams.entries()) {
      if (drafts.length === 0) continue;
      const stream = this.#streamToWrite(name, append.spaceId);
      for (const [index, draft] of drafts.entries()) {
        stream.head += 1;
        const ready = words[place]?.[index];
        this.events.push({
          stream,
          seq: stream.head,
          at,
          event: draft.event,
          author,
          commandId,
          commandEvents: index === 0 ? drafts.length : 0,
          ...this.#seal(ready, stream),
        });
        const recorded: Recorded<AnyEvent> = { stream: name, seq: stream.head, at, event: draft.event };
        if (ready !== undefined) recorded.words = ready && (JSON.parse(ready.json) as Words);
        events.push(recorded);
      }
      this.#commands.set(commandName(name, author, commandId), stream.head);
    }
    const { destroy, rename = [] } = append;
    if (destroy || rename.length > 0) this.destroys.push({ destroy: destroy ?? {}, rename, at });
    return { outcome: 'appended', events };
  }

  #seal(ready: ReadyWords | null | undefined, place: PlannedStream): Pick<PlannedEvent, 'bodyId' | 'sealed'> {
    if (ready === undefined) return { bodyId: null };
    if (ready === null) return { bodyId: NO_BODY };
    const { spaceId, name: stream, head: seq } = place;
    const sealed = sealWords(ready.json, { spaceId, stream, seq }, ready.key);
    return { bodyId: this.#recording.nextBodyId(), sealed: { ...sealed, streamKeyId: ready.keyId } };
  }

  #checkSpace({ spaceId, streams, destroy, rename = [] }: Append): void {
    const written = streams.map(({ stream }) => stream);
    if (new Set(written).size < written.length) throw new Error('An append names a stream twice');
    for (const name of [...written, ...destroyedIn(destroy ?? {})]) {
      if ((this.#stream(name)?.spaceId ?? spaceId) !== spaceId) {
        throw new Error(`An append for one space names a stream of another: ${name}`);
      }
    }
    for (const name of [...(destroy?.documents ?? []), ...rename.map(({ from }) => from)]) {
      if ((this.#recording.documentSpace(name) ?? spaceId) !== spaceId) {
        throw new Error('An append for one space names a document of another');
      }
    }
  }

  #commandAt(stream: StreamName, author: string, commandId: string): number | undefined {
    const planned = this.#commands.get(commandName(stream, author, commandId));
    if (planned !== undefined) return planned;
    const id = this.#recording.head(stream)?.id;
    return id === undefined ? undefined : this.#recording.command(id, author, commandId);
  }

  #stream(name: StreamName): StreamHead | PlannedStream | undefined {
    return this.streams.get(name) ?? this.#recording.head(name);
  }

  #streamToWrite(name: StreamName, spaceId: string): PlannedStream {
    const planned = this.streams.get(name);
    if (planned) return planned;
    const recorded = this.#recording.head(name);
    const stream = { name, spaceId, id: recorded?.id, head: recorded?.head ?? 0 };
    this.streams.set(name, stream);
    return stream;
  }
}

const commandName = (...parts: [stream: StreamName, author: string, commandId: string]): string => parts.join('\n');
