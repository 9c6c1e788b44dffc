import type { AsideEvent } from '@turnward/shared/conversation/events.ts';
import { type Moment, momentIn } from '@turnward/shared/conversation/rights.ts';
import { SEATS, type Seat } from '@turnward/shared/kernel/stream.ts';
import type { SecretsPolicy } from '@turnward/shared/space/events.ts';
import { facilitatorsOf, type Guest, guestOf, type SpaceState } from '@turnward/shared/space/state.ts';
import type { CaseloadRow } from '../../conversation/caseload.ts';
import { type Partner, partnersOf } from './couple-view.ts';
import type { Day } from './day.ts';

/** A talk that is open with a couple, as far as headers tell it. Times in ms. */
export type Live = {
  conversationId: string;
  guideId: string;
  moment: Exclude<Moment, 'kept' | 'ended'>;
  /** The line of the rail that the present step belongs to. */
  outline: string | undefined;
  holders: Seat[];
  /** When the present step began. */
  since: number | undefined;
  lead: 'me' | 'another' | 'nobody';
  help: Seat[];
  whispers: Seat[];
  /** Whose numbers the facilitators see in this talk. */
  numbers: Seat[];
};

export type Homework = { guideId: string; since: number; done: boolean };

export type Couple = {
  spaceId: string;
  spaceName: string;
  rehearsal: boolean;
  partners: Partner[];
  live: Live | null;
  /** The next meeting, unless its day has passed. */
  meeting: { at: number; today: boolean } | null;
  lastMet: number | null;
  homework: Homework | null;
  confirmedAt: number | null;
  secrets: SecretsPolicy | null;
  observers: string[];
  facilitators: string[];
};

/** One row of the caseload, from what the space and the headers say. `dayOf` knows the calendar of this device. */
export function coupleOf(row: CaseloadRow, memberId: string, dayOf: (at: number) => Day): Couple {
  const { spaceId, space, talk } = row;
  const { state, names } = space;
  const me = guestOf(state, memberId);
  const { meeting } = state;
  const day = meeting ? dayOf(meeting.at) : 'before';
  return {
    spaceId,
    spaceName: space.spaceName,
    rehearsal: state.practice,
    partners: partnersOf(space),
    live: talk && liveOf(talk, memberId),
    meeting: meeting && day !== 'before' ? { at: meeting.at, today: day === 'today' } : null,
    lastMet: lastMetIn(state, me),
    homework: homeworkIn(state),
    confirmedAt: me?.joinedAt ?? null,
    secrets: me?.secrets ?? null,
    observers: state.members.filter(({ role }) => role === 'observer').map((each) => names[each.memberId] ?? ''),
    facilitators: facilitatorsOf(state)
      .filter((each) => each !== memberId)
      .map((each) => names[each] ?? ''),
  };
}

function liveOf(
  { conversationId, state, step, events }: NonNullable<CaseloadRow['talk']>,
  memberId: string,
): Live | null {
  const moment = momentIn(state);
  if (!moment || moment === 'kept' || moment === 'ended') return null;
  const { turn, lead } = state;
  return {
    conversationId,
    guideId: state.guideId,
    moment,
    outline: step?.outline,
    holders: turn?.holders ?? [],
    since: turn?.startedAt,
    lead: lead === null || lead.lost ? 'nobody' : lead.memberId === memberId ? 'me' : 'another',
    help: SEATS.filter((seat) => state.asides[seat].helpAsked !== null),
    whispers: SEATS.filter((seat) => whisperWaits(seat, events)),
    numbers: SEATS.filter((seat) => state.asides[seat].sharesRatings),
  };
}

/** Whether this partner whispered last, and no facilitator has whispered back. */
function whisperWaits(seat: Seat, events: readonly { event: { type: string } }[]): boolean {
  const last = events
    .map(({ event }) => event as AsideEvent)
    .findLast((event) => event.type === 'Whispered' && event.seat === seat);
  return last?.type === 'Whispered' && last.from === null;
}

/** When the last talk ended that took place since this guest came; what was put off is no meeting. */
function lastMetIn({ conversations }: SpaceState, me: Guest | undefined): number | null {
  const ends = conversations.flatMap(({ closed }) =>
    closed && closed.reason !== 'put-off' && closed.at > (me?.joinedAt ?? Number.POSITIVE_INFINITY) ? [closed.at] : [],
  );
  return ends.length > 0 ? Math.max(...ends) : null;
}

/** What was suggested, and whether a talk of that guide was completed since. */
export function homeworkIn({ homework, conversations }: SpaceState): Homework | null {
  if (!homework) return null;
  const { guideId, since } = homework;
  const done = conversations.some(
    (talk) => talk.guideId === guideId && talk.closed?.reason === 'completed' && talk.closed.at > since,
  );
  return { guideId, since, done };
}

/** The name of whoever sits there. */
export const nameIn = ({ partners }: Pick<Couple, 'partners'>, seat: Seat): string =>
  partners.find((partner) => partner.seat === seat)?.name ?? '';
