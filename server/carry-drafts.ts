import { boxesOf, stepOfBox } from '@turnward/shared/documents/draft.ts';
import { type DocumentName, parseDocumentName } from '@turnward/shared/documents/names.ts';
import type * as Y from 'yjs';
import type { HeldDocument } from './documents/begin-anew.ts';
import type { Documents } from './documents/documents.ts';
import type { Append, EventStore } from './ports/event-store.ts';

/**
 * DO7, DO12. The event store as commands see it: what an append destroys of documents is closed in the same breath, before
 * anybody hears of the append. A draft goes when its words are shared or passed; what it holds for other steps begins a draft
 * of its own. A crash in between loses that, on the server: the page that wrote it still has it (DP4).
 */
export function carryingDrafts(events: EventStore, documents: Documents): EventStore {
  return {
    async append(append) {
      const names = (append.destroy?.documents ?? []) as DocumentName[];
      const held = new Map<DocumentName, HeldDocument>();
      try {
        for (const name of draftsOf(names)) {
          const draft = await documents.hold(name, append.spaceId);
          if (draft) held.set(name, draft);
        }
        const result = await events.append(append);
        if (result.outcome !== 'appended') return result;
        const steps = answeredSteps(append);
        for (const draft of held.values()) draft.beginAnew((old, fresh) => copyOthers(old, fresh, steps));
        documents.destroyed(names.filter((name) => !held.has(name)));
        return result;
      } finally {
        for (const { release } of held.values()) release();
      }
    },
    read: (...asked) => events.read(...asked),
    headers: (...asked) => events.headers(...asked),
    heads: (...asked) => events.heads(...asked),
    findCommand: (...asked) => events.findCommand(...asked),
    spacesOf: (...asked) => events.spacesOf(...asked),
    close: () => events.close(),
  };
}

/** Where the deck goes as well, the conversation is over and nothing of it stays. */
const draftsOf = (names: readonly DocumentName[]): readonly DocumentName[] =>
  names.some((name) => parseDocumentName(name)?.kind === 'deck') ? [] : names;

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

function copyOthers(old: Y.Doc, fresh: Y.Doc, steps: ReadonlySet<string>): void {
  for (const [box, text] of boxesOf(old)) if (!steps.has(stepOfBox(box))) fresh.getText(box).insert(0, text);
}
