import type { TalkEvent } from '../conversation/events.ts';
import { SEATS } from '../kernel/stream.ts';
import type { NoteLine } from './note-lines.ts';
import type { NoteSource, Talk } from './note-source.ts';

/** Both were here where it began; otherwise whoever said they were ready. Of facilitators: who led, or did something. */
export function attendance({ names, people, observers }: NoteSource, talk: Talk): NoteLine[] {
  const begun = talk.some(({ event }) => event.type === 'ConversationBegun');
  const partners = SEATS.filter(
    (seat) => begun || talk.some(({ event }) => event.type === 'ReadySet' && event.ready && event.seat === seat),
  );
  const led = talk.flatMap(({ event }) => leaderBy(event) ?? []);
  const acted = talk.flatMap(({ event }) => facilitatorOf(event) ?? []);
  const named = (ids: readonly string[]) =>
    [...new Set(ids)].map((id) => people[id] ?? '').filter((name) => name !== '');
  const line = (kind: 'attended' | 'observed' | 'led', who: readonly string[]): NoteLine[] =>
    who.length > 0 ? [{ line: kind, who: [...who] }] : [];
  const lost = talk.filter(({ event }) => event.type === 'LeadLost' && !event.near).length;
  return [
    ...line('attended', [...partners.map((seat) => names[seat]), ...named([...led, ...acted])]),
    ...line('observed', observers),
    ...line('led', named(led)),
    ...(lost > 0 ? [{ line: 'line-lost' as const, times: lost }] : []),
  ];
}

/** Who leads from this event on. */
function leaderBy(event: TalkEvent): string | undefined {
  if (event.type === 'ConversationOpened') return event.lead;
  if (event.type === 'LeadTaken') return event.by;
  return event.type === 'LeadHanded' ? event.to : undefined;
}

function facilitatorOf(event: TalkEvent): string | undefined {
  if (event.type === 'Paused') return event.facilitator;
  return isAct(event) ? event.by : undefined;
}

type Act = Extract<TalkEvent, { by: string }>;
const isAct = (event: TalkEvent): event is Act => 'by' in event && event.by !== null && !BY_A_PARTNER.has(event.type);
const BY_A_PARTNER: ReadonlySet<TalkEvent['type']> = new Set(['Paused', 'Stopped', 'ApprovalsTakenBack']);
