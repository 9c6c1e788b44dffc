import type { TalkEvent } from '@turnward/shared/conversation/events.ts';
import type { Recorded } from '@turnward/shared/kernel/event.ts';
import { otherSeat, type Seat } from '@turnward/shared/kernel/stream.ts';
import type { Room } from '../conversation/room.ts';
import type { TextId, Values } from '../i18n/text.ts';
import { times } from '../i18n/times.ts';

/** First names, of everybody by member id and of the two by seat. */
export type Named = Pick<Room, 'people' | 'names'>;

/** A sentence of the catalogue with the names that it holds. `of`: the partner it is about, where a partner did it. */
export type PlainLine = { id: TextId; values: Values; of?: Seat };

/**
 * FA3. What a facilitator did to the floor or the steps, as the one plain line that everybody in the talk reads, and what one of the
 * two parked or took back (PK3, PK5); undefined for every other event. Whispers and asides are no events of the talk, so no line can hold them.
 */
export function facilitatorLine(recorded: Recorded<TalkEvent>, { people, names }: Named): PlainLine | undefined {
  const { event, words } = recorded;
  const line = (id: TextId, by: string, values: Values = {}): PlainLine => ({
    id,
    values: { name: people[by] ?? '', ...values },
  });
  switch (event.type) {
    case 'LeadTaken':
    case 'CalledOff':
    case 'MovedOn':
    case 'SteppedBack':
    case 'EndedGently':
    case 'FloorHeld':
    case 'FloorReturned':
    case 'SmallerAsked':
    case 'CardsChanged':
      return line(`line.${event.type}`, event.by);
    case 'LeadHanded':
      return line('line.LeadHanded', event.by, { to: people[event.to] ?? '' });
    case 'LeadLost':
      return line(event.near ? 'line.LeadLost.near' : 'line.LeadLost', event.memberId);
    case 'LeadBack':
      return line('line.LeadBack', event.memberId);
    case 'Admitted':
    case 'SentBack':
      return line(`line.${event.type}`, event.by, { to: names[event.seat] });
    case 'StepSkipped': {
      const reason = words?.text?.['reason'];
      return reason ? line('line.StepSkipped', event.by, { reason }) : line('line.StepSkipped.gone', event.by);
    }
    case 'FloorHanded':
      return line('line.FloorHanded', event.by, { to: names[event.to] });
    case 'StepInserted': {
      if (!event.to) return line('line.StepInserted.settle', event.by);
      const [to, other] = [names[event.to], names[otherSeat(event.to)]];
      return line(`line.StepInserted.${event.what}`, event.by, event.what === 'tell' ? { to, other } : { to });
    }
    case 'TimeGiven':
      return line('line.TimeGiven', event.by, { minutes: event.minutes });
    case 'SlowModeSet':
      return line(event.on ? 'line.SlowModeSet.on' : 'line.SlowModeSet.off', event.by);
    case 'Paused':
    case 'ConversationBegun':
    case 'ApprovalsTakenBack':
      return event.facilitator === undefined ? undefined : line(`line.${event.type}`, event.facilitator);
    case 'PauseSized': {
      const { facilitator, returnAt } = event;
      if (facilitator === undefined) return undefined;
      if (returnAt === undefined) return line('line.PauseSized.quiet', facilitator);
      return line('line.PauseSized.break', facilitator, { moment: times.moment(returnAt) });
    }
    case 'NewsParked':
    case 'WordsTakenBack':
      return { id: `line.${event.type}`, values: { name: names[event.seat] }, of: event.seat };
    default:
      return undefined;
  }
}

/** Whether this is an act that has its line. */
export const isFacilitatorAct = (recorded: Recorded<TalkEvent>): boolean =>
  facilitatorLine(recorded, { people: {}, names: { a: '', b: '' } }) !== undefined;
