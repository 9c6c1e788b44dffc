import type { StreamName } from '@turnward/shared/kernel/stream.ts';
import { type Append, type AppendResult, destroyedIn, type NewEvent } from '../../ports/event-store.ts';
import type { Waiting, Weight } from './commit-queue.ts';
import { type AppendWords, GroupPlan, type PlannedStream, type ReadyWords } from './group-plan.ts';
import type { StoreParts } from './store-parts.ts';
import type { StoredWords } from './stored-words.ts';
import type { StreamHeads } from './stream-heads.ts';
import { inTransaction } from './transaction.ts';

type CommitterParts = StoreParts & { heads: StreamHeads; words: StoredWords };

/** An append with its words ready to seal; or it copies an event that is not recorded (yet); or it cannot be. */
type Readied = { words: AppendWords } | { waits: true } | { fault: unknown };

type WaitingAppend = Waiting<Append, AppendResult>;

/**
 * An append that destroys words of events ends its group, so that nothing is sealed in between with a key that is about to
 * go. Keys of documents seal nothing here.
 */
export function weighAppend({ streams, destroy }: Append): Weight {
  const last = destroy !== undefined && destroyedIn(destroy).length > 0;
  return { weight: streams.reduce((sum, { events }) => sum + events.length, 0), last };
}

/** Records groups of appends: keys in one transaction, then everything else in another, then the answers (ES1). */
export class Committer {
  readonly #parts: CommitterParts;
  #lastBodyId: number;

  constructor(parts: CommitterParts) {
    this.#parts = parts;
    const { keys, events } = parts;
    this.#lastBodyId = Math.max(keys.lastIds.get({})?.body ?? 0, events.lastBody.get({})?.id ?? 0);
  }

  /** Settles every append of the group, or hands back the later part of it. */
  async commit(group: WaitingAppend[]): Promise<WaitingAppend[]> {
    try {
      this.#parts.shredder.destroyDueKeys();
    } catch (fault) {
      for (const { reject } of group) reject(fault);
      return [];
    }
    const readied = await Promise.all(group.map(({ work }) => this.#ready(work)));
    // Nothing is before the first of a group: what it copies will never be there.
    const waiting = readied.findIndex((each, index) => index > 0 && 'waits' in each);
    const size = waiting === -1 ? group.length : waiting;
    this.#settle(group.slice(0, size), readied);
    return group.slice(size);
  }

  #settle(group: WaitingAppend[], readied: Readied[]): void {
    const plan = new GroupPlan({
      head: (stream) => this.#parts.heads.get(stream),
      command: (stream_id, author, command_id) =>
        this.#parts.events.command.get({ stream_id, author, command_id })?.last,
      documentSpace: (name) => this.#parts.documents.document.get({ name })?.space_id,
      nextBodyId: () => ++this.#lastBodyId,
    });
    const answers: { waiting: WaitingAppend; result: AppendResult }[] = [];
    for (const [index, waiting] of group.entries()) {
      const ready = readied[index] as Readied;
      try {
        if ('fault' in ready) throw ready.fault;
        if ('waits' in ready) throw new Error('An append copies the words of an event that is not recorded');
        answers.push({ waiting, result: plan.add(waiting.work, ready.words) });
      } catch (fault) {
        waiting.reject(fault);
      }
    }
    try {
      if (plan.events.length > 0 || plan.destroys.length > 0) this.#write(plan);
    } catch (fault) {
      for (const { waiting } of answers) waiting.reject(fault);
      return;
    }
    for (const { waiting, result } of answers) waiting.resolve(result);
  }

  /** Keys first: a key without words harms nobody, words without a key are lost. */
  #write(plan: GroupPlan): void {
    const { files, heads, streamKeys, shredder } = this.#parts;
    if (plan.events.some(({ sealed }) => sealed)) {
      inTransaction(files.keys, () => this.#writeKeys(plan));
      streamKeys.savedNew();
    }
    inTransaction(files.events, () => this.#writeEvents(plan));
    for (const { name, id, spaceId, head } of plan.streams.values())
      heads.set(name, { id: id as number, spaceId, head });
    if (plan.destroys.length > 0) shredder.destroyNotedKeys();
  }

  #writeKeys(plan: GroupPlan): void {
    this.#parts.streamKeys.saveNew();
    for (const { bodyId, sealed } of plan.events) {
      if (!sealed) continue;
      const { streamKeyId, wrappedKey } = sealed;
      this.#parts.keys.insertBodyKey.run({
        body_id: bodyId as number,
        stream_key_id: streamKeyId,
        wrapped: wrappedKey,
      });
    }
  }

  #writeEvents(plan: GroupPlan): void {
    const { events, documents, heads, shredder } = this.#parts;
    for (const stream of plan.streams.values()) {
      stream.id ??= events.insertStream.get({ name: stream.name, space_id: stream.spaceId })?.id;
    }
    for (const { stream, seq, at, event, author, commandId, commandEvents, bodyId, sealed } of plan.events) {
      if (sealed) events.insertBody.run({ id: bodyId as number, sealed: sealed.body });
      events.insertEvent.run({
        stream_id: stream.id as number,
        seq,
        at,
        type: event.type,
        header: JSON.stringify(event),
        author,
        command_id: commandId,
        command_events: commandEvents,
        body_id: bodyId,
      });
    }
    const planned = { get: (name: StreamName) => asHead(plan.streams.get(name)) ?? heads.get(name) };
    for (const { destroy, rename, at } of plan.destroys) {
      shredder.noteDue(destroy, at, planned);
      for (const { from, to } of rename) if (!documents.document.get({ name: to })) documents.rename.run({ from, to });
    }
  }

  async #ready({ spaceId, author, streams }: Append): Promise<Readied> {
    try {
      const words: AppendWords = [];
      for (const { stream, events } of streams) {
        const ready: AppendWords[number] = [];
        for (const draft of events) {
          const found = await this.#find(draft, spaceId, author);
          if (found === 'unrecorded') return { waits: true };
          ready.push(found && (await this.#withKey(found, stream)));
        }
        words.push(ready);
      }
      return { words };
    } catch (fault) {
      return { fault };
    }
  }

  async #find(draft: NewEvent, spaceId: string, author: string) {
    if ('copyOf' in draft) return this.#parts.words.find(spaceId, draft.copyOf.stream, draft.copyOf.seq);
    return draft.words && { json: JSON.stringify(draft.words), author };
  }

  async #withKey({ json, author }: { json: string; author: string }, stream: StreamName): Promise<ReadyWords> {
    const { id: keyId, key } = await this.#parts.streamKeys.forSealing(stream, author);
    return { json, keyId, key };
  }
}

const asHead = (stream: PlannedStream | undefined) => stream && { ...stream, id: stream.id as number };
