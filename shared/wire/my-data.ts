import type { Words } from '../kernel/event.ts';
import type { Role, StreamKind } from '../kernel/stream.ts';

/**
 * MY1. All that one person has said, written and done (GDPR 15 and 20), and no word of anybody else. Times are ms since 1970. The layout
 * has a version of its own, so that a program can read a file years later.
 */
export type MyData = { layout: 1; madeAt: number; memberId: string; rooms: MyRoom[] };

/** `did`: what they changed about the space and what they agreed to or took back there, each with when. */
export type MyRoom = {
  spaceId: string;
  as: Role;
  practice: boolean;
  did: MyEvent[];
  /** Process notes, where they wrote some. */
  notes?: string;
  talks: MyTalk[];
};

export type MyTalk = {
  conversationId: string;
  guideId: string;
  openedAt: number;
  /** Everything of theirs, in each stream in its order. */
  events: MyEvent[];
  /** What they were writing and have not shared: by box, `<step>/<field>`. */
  drafts: Record<string, string>;
  /** Their progress note on this talk. */
  progress?: Record<string, string>;
};

/** `words` is null where they were destroyed: that something was said stays, what was said is gone. */
export type MyEvent = {
  stream: StreamKind;
  seq: number;
  at: number;
  event: { type: string };
  words?: Words | null;
};
