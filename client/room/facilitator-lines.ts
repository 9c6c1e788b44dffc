import type { TalkEvent } from '@turnward/shared/conversation/events.ts';
import type { Recorded } from '@turnward/shared/kernel/event.ts';
import type { Seat } from '@turnward/shared/kernel/stream.ts';
import { facilitatorAct } from '@turnward/shared/transcript/facilitator-act.ts';
import type { Room } from '../conversation/room.ts';
import type { TextId, Values } from '../i18n/text.ts';
import { times } from '../i18n/times.ts';

/** First names, of everybody by member id and of the two by seat. */
export type Named = Pick<Room, 'people' | 'names'>;

/** A sentence of the catalogue with the names that it holds. `of`: the partner it is about, where a partner did it. */
export type PlainLine = { id: TextId; values: Values; of?: Seat };

/** FA3, PK3, PK5. The one plain line that everybody in the talk reads of an act; undefined for every other event. */
export function facilitatorLine(recorded: Recorded<TalkEvent>, { people, names }: Named): PlainLine | undefined {
  const act = facilitatorAct(recorded);
  if (!act) return undefined;
  const { id, by, seat, heir, to, other, minutes, reason, moment } = act;
  return {
    id: `line.${id}`,
    values: {
      name: (seat ? names[seat] : people[by]) ?? '',
      ...(heir !== undefined && { to: people[heir] ?? '' }),
      ...(to && { to: names[to] }),
      ...(other && { other: names[other] }),
      ...(minutes !== undefined && { minutes }),
      ...(reason !== undefined && { reason }),
      ...(moment !== undefined && { moment: times.moment(moment) }),
    },
    ...(seat && { of: seat }),
  };
}
