import type { NotePart } from '@turnward/shared/documents/notes.ts';
import type { Guide } from '@turnward/shared/guides/guide.ts';
import { type NoteSentences, noteText } from '@turnward/shared/notes/note-lines.ts';
import { progressNote } from '@turnward/shared/notes/progress-note.ts';
import type { Headers } from '../../conversation/caseload.ts';
import type { Space } from '../../space/replica.ts';
import { bySeat } from '../../space/space-store.ts';

export type NoteDraft = Record<NotePart, string>;

type Source = {
  guide: Guide;
  headers: Pick<Headers, 'state' | 'events'>;
  space: Pick<Space, 'state' | 'names'>;
  sentences: NoteSentences;
};

/** NO1. The draft in the words of the page; undefined before the talk has ended. */
export function draftOf({ guide, headers, space, sentences }: Source): NoteDraft | undefined {
  if (headers.state.phase !== 'ended') return undefined;
  const { state, names } = space;
  const seated = bySeat(state, names);
  const note = progressNote({
    guide,
    events: headers.events,
    names: { a: seated.a ?? '', b: seated.b ?? '' },
    people: names,
    observers: observersBefore(space, headers.state.ended?.at ?? 0),
    homework: state.homework?.guideId ?? null,
    meeting: state.meeting?.at ?? null,
  });
  const words = (part: NotePart) => noteText(note[part], sentences);
  return { data: words('data'), assessment: words('assessment'), plan: words('plan') };
}

/** Who could read along: observers of this couple who had come before the talk was over. */
const observersBefore = ({ state, names }: Source['space'], ended: number): string[] =>
  state.guests.flatMap(({ memberId, role, standing, joinedAt }) =>
    role === 'observer' && standing === 'active' && joinedAt !== null && joinedAt < ended
      ? [names[memberId] ?? '']
      : [],
  );
