import type { Insertion } from '../conversation/commands.ts';
import type { EndReason, FacilitatorEvent } from '../conversation/events.ts';
import type { PauseSpan } from './talk-times.ts';

/**
 * One line of a drafted note: what happened, never what was said (NO1). Moments in ms since 1970, lengths in whole minutes
 * without what was paused (0: less than one). `who` and `to` are names.
 */
export type NoteLine =
  | { line: 'talk'; guideId: string; from: number; to: number; minutes: number }
  | { line: 'not-begun'; guideId: string; opened: number }
  | { line: 'attended'; who: string[] }
  /** Observers of the space, who could read along. */
  | { line: 'observed'; who: string[] }
  /** In the order in which they led. */
  | { line: 'led'; who: string[] }
  | { line: 'line-lost'; times: number }
  /** A line of the guide's outline, and how long the two were at it; `outline` is the id. */
  | { line: 'step'; outline: string; minutes: number }
  /** A step that was put in between; `floor`: somebody was given the floor. `to` is null where it was for both. */
  | { line: 'inserted'; what: Insertion | 'floor'; to: string | null }
  | { line: 'act'; act: CountedAct; times: number }
  | { line: 'pause'; why: PauseSpan['why']; size: PauseSpan['size']; from: number; minutes: number }
  /** Only of those who agreed that a facilitator sees them, and have not taken that back (WH3). */
  | { line: 'ratings'; who: string; ratings: Rating[] }
  | { line: 'ended'; reason: EndReason; kept: boolean }
  | { line: 'homework'; guideId: string }
  | { line: 'meeting'; at: number };

/** `outline`: at which line of the guide; null on coming back from a pause. */
export type Rating = { outline: string | null; stirred: number };

/** What a facilitator did to floor or steps, where how often says enough. */
export type CountedAct = Exclude<
  FacilitatorEvent['type'],
  | 'LeadTaken'
  | 'LeadHanded'
  | 'LeadLost'
  | 'LeadBack'
  | 'CalledOff'
  | 'Admitted'
  | 'FloorReturned'
  | 'FloorHanded'
  | 'StepInserted'
>;

/** Data, assessment, plan. The assessment is the facilitator's own to write. */
export type ProgressNote = { data: NoteLine[]; assessment: NoteLine[]; plan: NoteLine[] };

/** A sentence for each kind of line, in the words of the page's language. */
export type NoteSentences = { [Kind in NoteLine['line']]: (line: Extract<NoteLine, { line: Kind }>) => string };

/** The draft as text to go on writing in: one line each. */
export const noteText = (lines: readonly NoteLine[], sentences: NoteSentences): string =>
  lines.map((line) => (sentences[line.line] as (line: NoteLine) => string)(line)).join('\n');
