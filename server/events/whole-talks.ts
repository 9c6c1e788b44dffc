import { documentsOf } from '@turnward/shared/documents/names.ts';
import { type StreamKind, streamName } from '@turnward/shared/kernel/stream.ts';
import type { Append } from '../ports/event-store.ts';

const KINDS: readonly StreamKind[] = ['talk', 'own/a', 'own/b', 'aside/a', 'aside/b'];

/** ER8. All that was said in these talks, in every stream, and all that was written in their documents. */
export const wholeTalks = (conversationIds: readonly string[]): NonNullable<Append['destroy']> => ({
  streams: conversationIds.flatMap((id) => KINDS.map((kind) => streamName(kind, id))),
  documents: conversationIds.flatMap(documentsOf),
});
