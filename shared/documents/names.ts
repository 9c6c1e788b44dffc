import type { Seat } from '../kernel/stream.ts';

/**
 * A document is a Yjs document that several devices edit at once.
 *
 * | name                          | what                                                              |
 * |-------------------------------|-------------------------------------------------------------------|
 * | `deck/<conversation>`         | the prompts to come                                               |
 * | `draft/<conversation>/<seat>` | what one partner is writing and has not shared                    |
 * | `story/<conversation>`        | the words that both write together, at `story` and `agree` steps  |
 * | `notes/<space>/<member>`      | a facilitator's own process notes                                 |
 * | `progress/<conversation>/<member>` | a facilitator's progress note on one talk; outlives it       |
 */
export type DocumentRef =
  | { kind: 'deck'; conversationId: string }
  | { kind: 'draft'; conversationId: string; seat: Seat }
  | { kind: 'story'; conversationId: string }
  | { kind: 'notes'; spaceId: string; memberId: string }
  | { kind: 'progress'; conversationId: string; memberId: string };

export type DocumentName =
  | `deck/${string}`
  | `draft/${string}/${Seat}`
  | `story/${string}`
  | `notes/${string}/${string}`
  | `progress/${string}/${string}`;

export function documentName(ref: DocumentRef): DocumentName {
  switch (ref.kind) {
    case 'draft':
      return `draft/${ref.conversationId}/${ref.seat}`;
    case 'notes':
      return `notes/${ref.spaceId}/${ref.memberId}`;
    case 'progress':
      return `progress/${ref.conversationId}/${ref.memberId}`;
    default:
      return `${ref.kind}/${ref.conversationId}`;
  }
}

/** Of a talk, and written by more than one: all others are their author's alone. */
export const isShared = ({ kind }: DocumentRef): boolean => kind === 'deck' || kind === 'story';

const ID = /^[A-Za-z0-9_-]{1,64}$/;

/** What a name says, or undefined where it names no document. Whether there is one is the server's to say. */
export function parseDocumentName(name: string): DocumentRef | undefined {
  const [kind, id = '', whose, ...more] = name.split('/');
  if (!ID.test(id) || more.length > 0) return undefined;
  if (kind === 'deck' || kind === 'story') return whose === undefined ? { kind, conversationId: id } : undefined;
  if (kind === 'draft') return whose === 'a' || whose === 'b' ? { kind, conversationId: id, seat: whose } : undefined;
  if (whose === undefined || !ID.test(whose)) return undefined;
  if (kind === 'notes') return { kind, spaceId: id, memberId: whose };
  if (kind === 'progress') return { kind, conversationId: id, memberId: whose };
  return undefined;
}

/** All that is written in documents of one conversation; none of it outlives the conversation (KP2). */
export const documentsOf = (conversationId: string): DocumentName[] => [
  `deck/${conversationId}`,
  `draft/${conversationId}/a`,
  `draft/${conversationId}/b`,
  `story/${conversationId}`,
];
