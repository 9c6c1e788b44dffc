import type { TalkEvent } from '../conversation/events.ts';
import type { Recorded } from '../kernel/event.ts';
import { otherSeat, type Seat } from '../kernel/stream.ts';

/** What a facilitator did, and what one of the two parked or took back, each as the line that everybody in the talk reads (FA3, PK3, PK5). */
export type ActId =
  | 'LeadTaken'
  | 'LeadHanded'
  | 'LeadLost'
  | 'LeadLost.near'
  | 'LeadBack'
  | 'CalledOff'
  | 'Admitted'
  | 'SentBack'
  | 'MovedOn'
  | 'StepSkipped'
  | 'StepSkipped.gone'
  | 'SteppedBack'
  | 'EndedGently'
  | 'FloorHeld'
  | 'FloorReturned'
  | 'FloorHanded'
  | 'StepInserted.settle'
  | 'StepInserted.mirror'
  | 'StepInserted.tell'
  | 'TimeGiven'
  | 'SmallerAsked'
  | 'SlowModeSet.on'
  | 'SlowModeSet.off'
  | 'CardsChanged'
  | 'Paused'
  | 'PauseSized.quiet'
  | 'PauseSized.break'
  | 'ConversationBegun'
  | 'ApprovalsTakenBack'
  | 'NewsParked'
  | 'WordsTakenBack';

/** `by`, `heir`: member ids. `seat`, `to`, `other`: partners; `seat` did it where that is there. `moment` in ms. Each is there where its line names it. */
export type Act = {
  id: ActId;
  by: string;
  seat?: Seat;
  heir?: string;
  to?: Seat;
  other?: Seat;
  minutes?: number;
  reason?: string;
  moment?: number;
};

/**
 * FA3. What a facilitator did to the floor or the steps, PK3 and PK5 what a partner took back or parked; undefined for every other event. Whispers and asides are no events of the
 * talk, so no line can hold them.
 */
export function facilitatorAct({ event, words }: Recorded<TalkEvent>): Act | undefined {
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
      return { id: event.type, by: event.by };
    case 'LeadHanded':
      return { id: 'LeadHanded', by: event.by, heir: event.to };
    case 'LeadLost':
      return { id: event.near ? 'LeadLost.near' : 'LeadLost', by: event.memberId };
    case 'LeadBack':
      return { id: 'LeadBack', by: event.memberId };
    case 'Admitted':
    case 'SentBack':
      return { id: event.type, by: event.by, to: event.seat };
    case 'StepSkipped': {
      const reason = words?.text?.['reason'];
      return reason ? { id: 'StepSkipped', by: event.by, reason } : { id: 'StepSkipped.gone', by: event.by };
    }
    case 'FloorHanded':
      return { id: 'FloorHanded', by: event.by, to: event.to };
    case 'StepInserted': {
      const { by, what, to } = event;
      if (!to) return { id: 'StepInserted.settle', by };
      return { id: `StepInserted.${what}`, by, to, ...(what === 'tell' && { other: otherSeat(to) }) };
    }
    case 'TimeGiven':
      return { id: 'TimeGiven', by: event.by, minutes: event.minutes };
    case 'SlowModeSet':
      return { id: event.on ? 'SlowModeSet.on' : 'SlowModeSet.off', by: event.by };
    case 'Paused':
    case 'ConversationBegun':
    case 'ApprovalsTakenBack':
      return event.facilitator === undefined ? undefined : { id: event.type, by: event.facilitator };
    case 'PauseSized': {
      const { facilitator: by, returnAt: moment } = event;
      if (by === undefined) return undefined;
      return moment === undefined ? { id: 'PauseSized.quiet', by } : { id: 'PauseSized.break', by, moment };
    }
    case 'NewsParked':
    case 'WordsTakenBack':
      return { id: event.type, by: '', seat: event.seat };
    default:
      return undefined;
  }
}
