import { boxesOf, stepOfBox } from '@turnward/shared/documents/draft.ts';
import { type DocumentName, parseDocumentName } from '@turnward/shared/documents/names.ts';
import type * as Y from 'yjs';
import { carriedName, type HeldDocument, type Keep } from './documents/begin-anew.ts';
import type { Documents } from './documents/documents.ts';
import type { Append, AppendResult, EventStore } from './ports/event-store.ts';

/** What an append waits for drafts to be carried over, in ms; one that waited longer is refused, and nothing is recorded. */
const PATIENCE = 5_000;

/**
 * DO7, DO12. The event store as commands see it: what an append destroys of documents is closed in the same breath, before
 * anybody hears of the append. A draft goes when its words are shared or passed; what it holds for other steps is durable before
 * that, and takes its place in the append's own transaction, so that a kill at any moment leaves the one or the other (DO6).
 */
export function carryingDrafts(
  events: EventStore,
  documents: Pick<Documents, 'hold' | 'destroyed'>,
  patience = PATIENCE,
): EventStore {
  const append = async (asked: Append): Promise<AppendResult> => {
    const names = (asked.destroy?.documents ?? []) as DocumentName[];
    if (names.length === 0) return events.append(asked);
    const keep = keepOthers(answeredSteps(asked));
    const carrying = new Carrying(documents, asked.spaceId, keep);
    try {
      const carried = await soon(carrying.carry(isErased(asked) ? [] : draftsOf(names)), patience);
      const rename = carried.map((to) => ({ from: carriedName(to), to }));
      const left = names.filter((name) => isDraft(name) && !carried.includes(name)).map(carriedName);
      const destroy = { ...asked.destroy, documents: [...names, ...left] };
      const result = await events.append({ ...asked, destroy, ...(rename.length > 0 && { rename }) });
      if (result.outcome !== 'appended') return result;
      for (const draft of carrying.held.values()) draft.beginAnew(keep);
      documents.destroyed(names.filter((name) => !carrying.held.has(name)));
      return result;
    } finally {
      carrying.release();
    }
  };
  return {
    append,
    read: (...asked) => events.read(...asked),
    headers: (...asked) => events.headers(...asked),
    heads: (...asked) => events.heads(...asked),
    findCommand: (...asked) => events.findCommand(...asked),
    spacesOf: (...asked) => events.spacesOf(...asked),
    spaces: (...asked) => events.spaces(...asked),
    close: () => events.close(),
  };
}

/** The drafts that one append destroys. Once released, what still comes of it is let go of at once. */
class Carrying {
  readonly held = new Map<DocumentName, HeldDocument>();
  readonly #documents: Pick<Documents, 'hold'>;
  readonly #spaceId: string;
  readonly #keep: Keep;
  #released = false;

  constructor(documents: Pick<Documents, 'hold'>, spaceId: string, keep: Keep) {
    this.#documents = documents;
    this.#spaceId = spaceId;
    this.#keep = keep;
  }

  /** The names of those of which something is kept, once that is durable. */
  async carry(names: readonly DocumentName[]): Promise<DocumentName[]> {
    const carried: DocumentName[] = [];
    for (const name of names) {
      const draft = await this.#documents.hold(name, this.#spaceId);
      if (draft) this.held.set(name, draft);
      if (this.#released) draft?.release();
      else if (await draft?.carry(this.#keep)) carried.push(name);
    }
    return carried;
  }

  release(): void {
    this.#released = true;
    for (const draft of this.held.values()) draft.release();
  }
}

/** Rejects where the work takes longer than this, whatever becomes of it then. */
async function soon<Result>(work: Promise<Result>, patience: number): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('A draft could not be carried over in time')), patience);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

const isDraft = (name: DocumentName): boolean => parseDocumentName(name)?.kind === 'draft';

/** Where the deck goes as well, the conversation is over and nothing of it stays. */
const draftsOf = (names: readonly DocumentName[]): readonly DocumentName[] =>
  names.some((name) => parseDocumentName(name)?.kind === 'deck') ? [] : names.filter(isDraft);

/** ER7. Nothing of it is carried over: its author had all of their words destroyed. */
const isErased = ({ streams }: Append): boolean =>
  streams.some(({ events }) => events.some(({ event }) => event.type === 'OwnErased'));

const answeredSteps = ({ streams }: Append): Set<string> =>
  new Set(
    streams.flatMap(({ events }) =>
      events.flatMap(({ event }) =>
        event.type === 'Contributed' || event.type === 'Answered'
          ? [(event as unknown as { stepId: string }).stepId]
          : [],
      ),
    ),
  );

const keepOthers =
  (steps: ReadonlySet<string>) =>
  (old: Y.Doc, fresh: Y.Doc): void => {
    const kept = boxesOf(old);
    for (const box of new Set([...kept.keys(), ...fresh.share.keys()])) {
      if (steps.has(stepOfBox(box))) continue;
      const [text, now] = [fresh.getText(box), kept.get(box) ?? ''];
      if (text.toString() === now) continue;
      text.delete(0, text.length);
      text.insert(0, now);
    }
  };
