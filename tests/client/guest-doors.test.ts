import { inviteOf, openFor, type SeatInvite } from '@turnward/client/features/begin/seat-links-view.ts';
import { roomsOf } from '@turnward/client/features/start/rooms-view.ts';
import { pageOf } from '@turnward/client/space/me.ts';
import { latestMeeting, localOf, meetingFits, momentIn } from '@turnward/client/space/meeting-times.ts';
import type { GuestRoom } from '@turnward/shared/wire/doors.ts';
import { describe, expect, it } from 'vitest';

const invite = (seat: 'a' | 'b', status: SeatInvite['status'], expiresAt: number): SeatInvite => ({
  inviteId: `${seat}${expiresAt}`,
  seat,
  status,
  expiresAt,
});

const room = (changed: Partial<GuestRoom>): GuestRoom => ({
  spaceId: 's',
  spaceName: 'Garden',
  role: 'facilitator',
  standing: 'active',
  founder: false,
  practice: false,
  invites: [],
  ...changed,
});

describe('the links of a founder', () => {
  it('ME7 the last one counts, unless somebody came by an earlier one', () => {
    const links = [invite('a', 'revoked', 1), invite('a', 'open', 2), invite('b', 'used', 1), invite('b', 'open', 3)];
    expect(inviteOf(links, 'a')).toMatchObject({ status: 'open', expiresAt: 2 });
    expect(inviteOf(links, 'b')).toMatchObject({ status: 'used' });
    expect(inviteOf([], 'a')).toBeUndefined();
  });

  it('ME7 a new link replaces all of that seat that still open the door', () => {
    const links = [invite('a', 'open', 1), invite('a', 'expired', 2), invite('b', 'open', 3), invite('a', 'open', 4)];
    expect(openFor(links, 'a')).toEqual(['a1', 'a4']);
  });
});

describe('where a guest is led', () => {
  it('ME1 to what their role reads once they are confirmed, and to a waiting page before', () => {
    expect(pageOf(room({}))).toBe('/caseload/s');
    expect(pageOf(room({ role: 'observer' }))).toBe('/observe/space/s');
    expect(pageOf(room({ standing: 'waiting' }))).toBe('/guest/s');
    expect(pageOf(room({ standing: 'waiting', founder: true }))).toBe('/therapist/s');
    for (const standing of ['frozen', 'declined', 'ended'] as const) {
      expect(pageOf(room({ standing, founder: true }))).toBe('/guest/s');
    }
  });

  it('ME1 the start page offers one caseload, what still waits, and nothing that is over', () => {
    const guestIn = [
      room({ spaceId: '1' }),
      room({ spaceId: '2' }),
      room({ spaceId: '3', standing: 'waiting' }),
      room({ spaceId: '4', role: 'observer' }),
      room({ spaceId: '5', standing: 'ended' }),
      room({ spaceId: '6', standing: 'declined' }),
    ];
    const { spaces, caseload, others } = roomsOf({ memberId: 'm', spaces: ['own'], guestIn });
    expect([spaces, caseload, others.map(({ spaceId }) => spaceId)]).toEqual([['own'], true, ['3', '4']]);
    expect(roomsOf({ memberId: 'm', spaces: [], guestIn: [] })).toEqual({ spaces: [], caseload: false, others: [] });
  });
});

describe('the time of a meeting', () => {
  const now = new Date(2026, 10, 24, 10, 30).getTime();

  it('ME10 is the same moment in the box and out of it', () => {
    expect(localOf(now)).toBe('2026-11-24T10:30');
    expect(momentIn(localOf(now))).toBe(now);
  });

  it.each(['', '2026-11-24', '2026-13-40T10:30', 'soon'])('ME10 is none where the box holds “%s”', (held) => {
    expect(momentIn(held)).toBeUndefined();
  });

  it('ME10 is still to come, and within a year', () => {
    expect([meetingFits(now, now), meetingFits(now + 1, now)]).toEqual([false, true]);
    expect([meetingFits(latestMeeting(now), now), meetingFits(latestMeeting(now) + 1, now)]).toEqual([true, false]);
  });
});
