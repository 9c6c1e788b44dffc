import { otherSeat, SEATS, type Seat } from '../kernel/stream.ts';
import type { Consent } from './events.ts';
import { type Given, type PartnerMember, partnerIn, type SpaceState } from './state.ts';

const DAY = 24 * 3_600_000;

/** CO1. The wording that is consented to now, by number. One who read another wording has consented to nothing. */
export const CONSENT_VERSIONS: Record<Consent, number> = {
  'look-back-alone': 1,
  'full-export': 1,
  'delete-space': 1,
};

/** CO2. How long a consent holds, in ms; null where it stands until it is taken back. */
export const CONSENT_LASTS: Record<Consent, number | null> = {
  'look-back-alone': null,
  'full-export': 7 * DAY,
  'delete-space': 7 * DAY,
};

/** What this partner has consented to and has not taken back; undefined where it ran out or the wording has changed since. */
export const consentOf = (
  { consents }: SpaceState,
  by: string,
  what: Consent,
  now: number,
  about: string | null = null,
): Given | undefined =>
  consents.find(
    (given) =>
      given.by === by &&
      given.what === what &&
      given.about === about &&
      given.version === CONSENT_VERSIONS[what] &&
      (given.expiresAt === null || now < given.expiresAt),
  );

/**
 * CO2. Whether both partners consent now, to this very thing: a consent for one talk says nothing of another, nor of the whole.
 * A practice partner agrees to everything.
 */
export const consented = (space: SpaceState, what: Consent, now: number, about: string | null = null): boolean =>
  SEATS.every((seat) => {
    const partner = partnerIn(space, seat);
    return partner !== undefined && (partner.practice !== null || consentOf(space, partner.memberId, what, now, about));
  });

/**
 * CO4. Whether a partner may read kept talks alone: the other keeps standing by it. Who keeps a talk says so by keeping it,
 * until they take it back; then it takes their consent anew.
 */
export function mayLookBackAlone(space: SpaceState, seat: Seat): boolean {
  const other = partnerIn(space, otherSeat(seat)) ?? whoLeft(space, otherSeat(seat));
  return other === undefined || !space.togetherOnly.includes(other.memberId);
}

/** CO4, CO5. Whether this partner may take whole talks out now: one of them, or all. A copy would be read alone, so the stricter wins. */
export const mayTakeOut = (space: SpaceState, seat: Seat, now: number, about: string | null): boolean =>
  consented(space, 'full-export', now, about) && mayLookBackAlone(space, seat);

const whoLeft = ({ left }: SpaceState, seat: Seat): PartnerMember | undefined =>
  left.find((each) => each.seat === seat);
