import { SEATS, type Seat } from '@turnward/shared/kernel/stream.ts';
import { type Guest, type ListedConversation, partnerIn, type SpaceState } from '@turnward/shared/space/state.ts';

/**
 * Who asks to come in and is still to be confirmed by both (ME1). Whether the other partner has said yes already is not in
 * it: it takes both, and nobody is to be hurried by the other's answer.
 */
export type GuestAsking = { guest: Guest; confirmedByMe: boolean };

const asking =
  (...standings: Guest['standing'][]) =>
  ({ guests }: SpaceState, seat: Seat | undefined): GuestAsking[] =>
    guests
      .filter(({ standing }) => standings.includes(standing))
      .map((guest) => ({ guest, confirmedByMe: seat !== undefined && guest.confirmedBy.includes(seat) }));

/** Those who wait for the first time. */
export const guestsWaiting = asking('waiting');
/** Those who are here, and those whose place was frozen: both confirm them anew, or either ends it (ME3). In one order. */
export const guestsHere = asking('active', 'frozen');

export const isComplete = (state: SpaceState): boolean => SEATS.every((seat) => partnerIn(state, seat) !== undefined);

/** The talk that a facilitator suggests until the next meeting, while it has not been brought to its end since. */
export function suggestedTalk({ homework, conversations }: SpaceState): SpaceState['homework'] {
  if (!homework) return null;
  const done = ({ guideId, openedAt, closed }: ListedConversation) =>
    guideId === homework.guideId && openedAt >= homework.since && closed?.reason === 'completed';
  return conversations.some(done) ? null : homework;
}
