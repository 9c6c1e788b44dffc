import type { TalkEvent } from '../conversation/events.ts';
import type { CountedAct, NoteLine } from './note-lines.ts';
import type { NoteSource, Talk } from './note-source.ts';

/** What a facilitator put in between, in order, and how often they did anything else to floor or steps. */
export function interventions({ names }: NoteSource, talk: Talk): NoteLine[] {
  const counted = new Map<CountedAct, number>();
  const inserted: NoteLine[] = [];
  for (const { event } of talk) {
    if (event.type === 'FloorHanded') inserted.push({ line: 'inserted', what: 'floor', to: names[event.to] });
    if (event.type === 'StepInserted') {
      inserted.push({ line: 'inserted', what: event.what, to: event.to === undefined ? null : names[event.to] });
    }
    if (isCounted(event)) counted.set(event.type, (counted.get(event.type) ?? 0) + 1);
  }
  return [...inserted, ...[...counted].map(([act, times]): NoteLine => ({ line: 'act', act, times }))];
}

const COUNTED: Record<CountedAct, true> = {
  SentBack: true,
  MovedOn: true,
  StepSkipped: true,
  SteppedBack: true,
  EndedGently: true,
  FloorHeld: true,
  TimeGiven: true,
  SmallerAsked: true,
  SlowModeSet: true,
  CardsChanged: true,
};
const isCounted = (event: TalkEvent): event is Extract<TalkEvent, { type: CountedAct }> =>
  Object.hasOwn(COUNTED, event.type) && (event.type !== 'SlowModeSet' || event.on);
