import type { Viewer } from '../kernel/stream.ts';
import type { DocumentRef } from './names.ts';

export type Access = 'none' | 'read' | 'write';

/**
 * A member of the space that the document belongs to; for their own notes, whoever was its facilitator once. Whoever is none
 * is never asked about: there is nothing for them.
 */
export type Asker = Viewer & { memberId: string };

/** What of the conversation decides who may write now. For a document of the space itself it plays no part. */
export type Moment = {
  phase: 'gathering' | 'live' | 'ended';
  paused: boolean;
  /** A step is on whose words both write together (`story`, `agree`). */
  together: boolean;
  /** A facilitator leads this talk, and their line is not lost. */
  facilitated: boolean;
  /** It is this asker who leads. */
  leads: boolean;
  /** The guide lets the facilitator write at the step that is on. */
  facilitatorWrites: boolean;
};

/**
 * DO1. Who may do what with a document, now. The whole privacy of documents is this table: it is asked when a device
 * opens a document, and again whenever phase, step, pause, membership or session changes.
 *
 * | document | gathering     | live                                        | live, at a step for both    | paused        | ended |
 * |----------|---------------|---------------------------------------------|-----------------------------|---------------|-------|
 * | deck     | all write     | whoever leads; where nobody does, all       | as live                     | all read      | none  |
 * | draft    | author writes | author writes                               | author writes               | author writes | none  |
 * | story    | none          | all read                                    | partners write; facilitator | all read      | none  |
 * |          |               |                                             | where the guide says so     |               |       |
 * | notes, progress | its author, a facilitator, writes, also when their membership has ended; nobody else, ever               |
 *
 * An observer reads what is said here to all, deck and story, and writes nothing.
 */
export function accessTo(document: DocumentRef, asker: Asker, moment: Moment): Access {
  const facilitates = asker.role === 'facilitator';
  if (document.kind === 'notes' || document.kind === 'progress')
    return facilitates && asker.memberId === document.memberId ? 'write' : 'none';
  const { phase, paused, together, facilitated, leads, facilitatorWrites } = moment;
  if (phase === 'ended') return 'none';
  if (asker.role === 'observer') return readsAlong(document.kind, phase);
  switch (document.kind) {
    case 'draft':
      return asker.role === 'partner' && asker.seat === document.seat ? 'write' : 'none';
    case 'deck':
      if (phase === 'gathering') return 'write';
      return !paused && (leads || !facilitated) ? 'write' : 'read';
    case 'story':
      if (phase === 'gathering') return 'none';
      return together && !paused && (!facilitates || facilitatorWrites) ? 'write' : 'read';
  }
}

const readsAlong = (kind: 'deck' | 'draft' | 'story', phase: Moment['phase']): Access =>
  kind === 'draft' || (kind === 'story' && phase === 'gathering') ? 'none' : 'read';
