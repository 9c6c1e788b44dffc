import type { ConversationEvent, TalkEvent } from '../conversation/events.ts';
import type { Guide } from '../guides/guide.ts';
import type { Recorded } from '../kernel/event.ts';
import type { Seat } from '../kernel/stream.ts';

/**
 * What a progress note is drafted from. `events`: the headers of the talk, and of its asides where they are known; of words
 * nothing is read but the ratings that were shown. `names` by seat, `people` by member id, `observers` by name. `homework` is
 * a guide's id; `meeting` in ms.
 */
export type NoteSource = {
  guide: Guide;
  events: readonly Recorded<ConversationEvent>[];
  names: Record<Seat, string>;
  people: Readonly<Record<string, string>>;
  observers: readonly string[];
  homework: string | null;
  meeting: number | null;
};

/** The events of `talk`, in order. */
export type Talk = readonly Recorded<TalkEvent>[];
