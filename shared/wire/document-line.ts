import type { Access } from '../documents/access.ts';
import type { Seat } from '../kernel/stream.ts';

/**
 * The line of edits: the y-websocket protocol, spoken at `/yjs/<document name>` on the same port and origin as everything
 * else. Messages are binary: a varUint for the type, then the message. Types 0 to 3 are the protocol's own (sync,
 * awareness, auth, query awareness); two are ours, which a client that does not know them may ignore:
 *
 * - `saved`: the state vector that is durable (varUint8Array), then how many of this socket's sync messages (steps 2 and
 *   updates, refused ones included) are behind it (varUint). A deletion moves no state vector, so both are needed.
 * - `standing`: a JSON text (varString), see `Standing`. The first message of a socket, and again whenever access changes.
 *   Where reading turns into writing, the server asks anew for what it lacks (sync step 1), so that nothing is lost.
 */
export const DOCUMENT_PATH = '/yjs/';
export const DOCUMENT_MESSAGE = { sync: 0, awareness: 1, auth: 2, queryAwareness: 3, saved: 4, standing: 5 } as const;

/**
 * `incarnation` names this life of the document: one that was destroyed and written anew has another. A client that comes
 * back says which it holds in the query (`?of=`), and where that is gone it is closed with `gone` and starts afresh, so that
 * destroyed words can't come back from its memory (DO7). Versions of wordings start from it (`versionOf`).
 */
export type Standing = { access: Exclude<Access, 'none'>; incarnation: string };

/**
 * Why the server closes. 4400 to 4499 are final for the official client; after the others it comes back by itself.
 * A frame above `MAX_DOCUMENT_FRAME` is closed by the protocol with 1009.
 */
export const DOCUMENT_CLOSE = {
  /** Three messages that could not be read. */
  malformed: 4400,
  signedOut: 4401,
  /** The page is locked: comes back with a new line once it was unlocked. */
  locked: 4423,
  /** No access: also for a document of somebody else, or none at all (PR6). */
  notFound: 4404,
  /** Another incarnation lives now. */
  gone: 4409,
  /** More than a document may hold. */
  full: 4413,
  /** More than a person could write. Comes back. */
  tooMany: 4529,
  /** It could not be saved or loaded. Comes back. */
  notSaved: 4503,
  /** Does not take what it is sent. Comes back. */
  tooSlow: 4508,
  restarting: 4512,
  /** The session goes on under a new secret. Comes back. */
  renewed: 4513,
} as const;
/** Bytes. */
export const MAX_DOCUMENT_FRAME = 64 * 1024;
export const MAX_DOCUMENT = 1024 * 1024;
export const MAX_AWARENESS = 2 * 1024;
/** How many messages that can't be read a socket may send before it is closed. */
export const STRIKES = 3;

/** What a client says of where its person's eyes are. `on`: a card's id or a turn's; `caret`: relative positions in its text. */
export type Eyes = { on: string | null; caret?: { anchor: string; head: string } };
/** What others read: who it is comes from the session, never from the client (DO4). */
export type StampedEyes = Eyes & { memberId: string; seat: Seat | null };
