import { SEATS } from '@turnward/shared/kernel/stream.ts';
import { CONSENT_VERSIONS, consented, mayLookBackAlone } from '@turnward/shared/space/consents.ts';
import { describe, expect, it } from 'vitest';
import { givenSpace, spaceOf } from '../kit/decider.ts';
import { consents, couple, created, DAY, happened, kept, leaves, partner } from '../kit/spec-guests.ts';
import { NOON } from '../kit/spec-talk.ts';

const asks = { type: 'GiveConsent', what: 'full-export', version: 1, by: 'robin' } as const;
const takesBack = (what: 'full-export' | 'delete-space' | 'look-back-alone', by = 'robin', about?: string) =>
  happened({ type: 'ConsentWithdrawn', what, by, ...(about && { about }) });
const practice = happened({ type: 'MemberJoined', memberId: 'kim', role: 'partner', seat: 'b', practice: 'en' }, 'Kim');

describe('consenting', () => {
  it('CO1 CO3 is each one’s own, to the wording that was read, and both read it', () => {
    givenSpace(...couple)
      .when(asks)
      .records(consents('a', 'full-export'));
    givenSpace(...couple)
      .when({ ...asks, version: CONSENT_VERSIONS['full-export'] + 1 })
      .refuses('consent-changed');
    givenSpace(...couple, ...kept())
      .when({ ...asks, about: 'c1' })
      .records(consents('a', 'full-export', 'c1'));
    givenSpace(...couple)
      .when({ ...asks, about: 'c1' })
      .refuses('consent-changed');
    givenSpace(...couple, ...kept())
      .when({ ...asks, what: 'delete-space', about: 'c1' })
      .refuses('consent-changed');
    givenSpace(...couple, consents('a', 'full-export'))
      .when(asks)
      .records();
  });

  it('CO2 takes both, to the very same thing, unexpired', () => {
    const both = [...couple, ...kept(), ...SEATS.map((seat) => consents(seat, 'full-export', 'c1'))];
    const holds = (past: typeof couple, now = NOON, about: string | null = 'c1') =>
      consented(spaceOf(...past), 'full-export', now, about);
    expect(holds(both.slice(0, -1))).toBe(false);
    expect(holds(both)).toBe(true);
    expect(holds(both, NOON + 7 * DAY - 1)).toBe(true);
    expect(holds(both, NOON + 7 * DAY)).toBe(false);
    expect([holds(both, NOON, null), holds(both, NOON, 'c2')]).toEqual([false, false]);
    expect(holds([...both, takesBack('full-export', 'kim', 'c1')])).toBe(false);
    expect(holds([...both, leaves('b')])).toBe(false);
  });

  it('CO2 is given anew once it ran out, and taken back by whoever gave it', () => {
    const past = [...couple, consents('a', 'delete-space')];
    givenSpace(...past)
      .when({ type: 'WithdrawConsent', what: 'delete-space', by: 'robin' })
      .records(takesBack('delete-space'));
    givenSpace(...past)
      .when({ type: 'WithdrawConsent', what: 'delete-space', by: 'kim' })
      .records();
    const later = NOON + 8 * DAY;
    const { expiresAt: _, ...given } = consents('a', 'delete-space').event as { expiresAt: number };
    givenSpace(...past)
      .when({ type: 'GiveConsent', what: 'delete-space', version: 1, by: 'robin' }, later)
      .records(happened({ ...given, expiresAt: later + 7 * DAY } as never));
  });

  it('CO1 a practice partner agrees to everything', () => {
    const space = [created, partner('a'), practice, consents('a', 'delete-space')];
    expect(consented(spaceOf(...space), 'delete-space', NOON)).toBe(true);
  });
});

describe('taking whole talks out', () => {
  it('CO5 is done while both consent, and both read of it', () => {
    const exported = { type: 'ExportTranscript', about: 'c1', seal: 'f00d', by: 'kim' } as const;
    const past = [...couple, ...kept(), consents('a', 'full-export', 'c1')];
    givenSpace(...past)
      .when(exported)
      .refuses('needs-consent');
    const both = [...past, consents('b', 'full-export', 'c1')];
    givenSpace(...both)
      .when(exported)
      .records(happened({ type: 'TranscriptExported', by: 'kim', seal: 'f00d', about: 'c1' }));
    givenSpace(...both)
      .when(exported, NOON + 7 * DAY)
      .refuses('needs-consent');
    givenSpace(...both)
      .when({ type: 'ExportTranscript', seal: 'f00d', by: 'kim' })
      .refuses('needs-consent');
  });

  it('CO5 CO4 R20 is refused to whoever may read kept talks only together: a copy would be read alone', () => {
    const both = [...couple, ...SEATS.map((seat) => consents(seat, 'full-export'))];
    const takes = (by: string) => ({ type: 'ExportTranscript', seal: 'f00d', by }) as const;
    const together = [...both, takesBack('look-back-alone')];
    givenSpace(...together)
      .when(takes('kim'))
      .refuses('needs-consent');
    givenSpace(...together)
      .when(takes('robin'))
      .records(happened({ type: 'TranscriptExported', by: 'robin', seal: 'f00d' }));
  });
});

describe('looking back alone', () => {
  const withdraws = { type: 'WithdrawConsent', what: 'look-back-alone', by: 'robin' } as const;
  const gives = { type: 'GiveConsent', what: 'look-back-alone', version: 1, by: 'robin' } as const;

  it('CO4 R20 needs that the other stands by it: keeping says so until they take it back, then it takes their yes', () => {
    expect(SEATS.map((seat) => mayLookBackAlone(spaceOf(...couple), seat))).toEqual([true, true]);
    givenSpace(...couple)
      .when(gives)
      .records();
    givenSpace(...couple)
      .when(withdraws)
      .records(takesBack('look-back-alone'));
    const taken = [...couple, takesBack('look-back-alone')];
    expect(SEATS.map((seat) => mayLookBackAlone(spaceOf(...taken), seat))).toEqual([true, false]);
    givenSpace(...taken)
      .when(withdraws)
      .records();
    givenSpace(...taken)
      .when(gives)
      .records(consents('a', 'look-back-alone'));
    const again = spaceOf(...taken, consents('a', 'look-back-alone'));
    expect(SEATS.map((seat) => mayLookBackAlone(again, seat))).toEqual([true, true]);
  });

  it('CO4 what a partner said of it stands when they have left', () => {
    expect(mayLookBackAlone(spaceOf(...couple, leaves('a')), 'b')).toBe(true);
    expect(mayLookBackAlone(spaceOf(...couple, takesBack('look-back-alone'), leaves('a')), 'b')).toBe(false);
  });
});
