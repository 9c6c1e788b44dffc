import type { AsideEvent, ConversationEvent, TalkEvent } from '../conversation/events.ts';
import { stepById } from '../guides/all-guides.ts';
import type { Guide } from '../guides/guide.ts';
import type { Recorded } from '../kernel/event.ts';
import { parseStreamName, SEATS, type Seat } from '../kernel/stream.ts';
import { attendance } from './attendance.ts';
import { interventions } from './interventions.ts';
import type { NoteLine, ProgressNote, Rating } from './note-lines.ts';
import type { NoteSource, Talk } from './note-source.ts';
import { lasted, type PauseSpan, pausesOf, type TurnSpan, turnsOf } from './talk-times.ts';

/** NO1. The draft of a progress note, from events alone. The assessment is left to its author. */
export function progressNote(source: NoteSource): ProgressNote {
  const talk = source.events.filter((each): each is Recorded<TalkEvent> => kindOf(each) === 'talk');
  const pauses = pausesOf(talk);
  return {
    data: [
      ...meeting(source, talk, pauses),
      ...attendance(source, talk),
      ...steps(source, turnsOf(talk), pauses),
      ...interventions(source, talk),
      ...pauses.map((pause): NoteLine => {
        const { why, size, from } = pause;
        return { line: 'pause', why, size, from, minutes: minutes(pause.to - from) };
      }),
      ...SEATS.flatMap((seat) => ratings(source, seat)),
      ...talk.flatMap(({ event }): NoteLine[] =>
        event.type === 'ConversationEnded' ? [{ line: 'ended', reason: event.reason, kept: event.kept }] : [],
      ),
    ],
    assessment: [],
    plan: [
      ...(source.homework === null ? [] : [{ line: 'homework' as const, guideId: source.homework }]),
      ...(source.meeting === null ? [] : [{ line: 'meeting' as const, at: source.meeting }]),
    ],
  };
}

function meeting({ guide: { id: guideId } }: NoteSource, talk: Talk, pauses: readonly PauseSpan[]): NoteLine[] {
  const from = talk.find(({ event }) => event.type === 'ConversationBegun')?.at;
  const [opened, last] = [talk[0], talk.at(-1)];
  if (!opened || !last) return [];
  if (from === undefined) return [{ line: 'not-begun', guideId, opened: opened.at }];
  return [{ line: 'talk', guideId, from, to: last.at, minutes: minutes(lasted({ from, to: last.at }, pauses)) }];
}

/** How long the two were at each line of the guide, in the order in which they came there. */
function steps({ guide }: NoteSource, turns: readonly TurnSpan[], pauses: readonly PauseSpan[]): NoteLine[] {
  const spent = new Map<string, number>();
  for (const turn of turns) {
    if (turn.detour) continue;
    const outline = outlineAt(guide, turn.stepId);
    if (outline !== null) spent.set(outline, (spent.get(outline) ?? 0) + lasted(turn, pauses));
  }
  return [...spent].map(([outline, ms]) => ({ line: 'step', outline, minutes: minutes(ms) }));
}

const outlineAt = (guide: Guide, stepId: string): string | null => stepById(guide, stepId)?.outline ?? null;

/** WH3. What this partner agreed to show; nothing where they have taken that back. */
function ratings({ guide, events, names }: NoteSource, seat: Seat): NoteLine[] {
  const beside = events.filter((each): each is Recorded<AsideEvent> => kindOf(each) === `aside/${seat}`);
  const agreed = beside.findLast(({ event }) => event.type === 'RatingsShared');
  if (agreed?.event.type !== 'RatingsShared' || !agreed.event.on) return [];
  const shown = beside.flatMap(({ event, words }): Rating[] => {
    const stirred = words?.scales?.['stirred'];
    if (event.type !== 'RatingShown' || stirred === undefined) return [];
    return [{ outline: outlineAt(guide, event.at), stirred }];
  });
  return shown.length > 0 ? [{ line: 'ratings', who: names[seat], ratings: shown }] : [];
}

const kindOf = ({ stream }: Recorded<ConversationEvent>) => parseStreamName(stream)?.kind;

const minutes = (ms: number): number => Math.round(ms / 60_000);
