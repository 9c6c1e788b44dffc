import { changesIn } from '@turnward/client/features/space/changes-view.ts';
import { describe, expect, it } from 'vitest';
import { bothConfirm, confirms, couple, evaAsks, type Lived, lived } from './space-lived.ts';

const changes = ({ log, state }: Lived) => changesIn(log, state).map(({ seq: _seq, at: _at, ...what }) => what);

describe('what changed in a space', () => {
  it('R8 names who did what, newest first', () => {
    const all = changes(
      lived(
        ...couple,
        ...evaAsks,
        ...bothConfirm,
        { type: 'SetHomework', guideId: 'heard', by: 'eva' },
        { type: 'FreezeMember', memberId: 'eva', by: 'ben' },
        ...bothConfirm,
        { type: 'EndMembership', memberId: 'eva', by: 'ada' },
      ),
    );
    expect(all).toEqual([
      { what: 'ended', by: 'ada', who: 'eva' },
      { what: 'thawed', who: 'eva' },
      { what: 'frozen', by: 'ben', who: 'eva' },
      { what: 'homework', by: 'eva', guideId: 'heard' },
      { what: 'joined', who: 'eva' },
      { what: 'proposed', who: 'eva', role: 'facilitator' },
      { what: 'invited', by: 'ada', role: 'facilitator' },
    ]);
  });

  it('ME1 says nothing of one yes alone, so that nobody is hurried by it', () => {
    const before = changes(lived(...couple, ...evaAsks));
    expect(changes(lived(...couple, ...evaAsks, confirms('ben')))).toEqual(before);
  });

  it('ME1 names who said not now, and a guest who left of their own', () => {
    const declined = lived(...couple, ...evaAsks, { type: 'DeclineGuest', memberId: 'eva', by: 'ben' });
    expect(changes(declined)[0]).toEqual({ what: 'declined', by: 'ben', who: 'eva' });
    const left = lived(...couple, ...evaAsks, { type: 'EndMembership', memberId: 'eva', by: 'eva' });
    expect(changes(left)[0]).toEqual({ what: 'left', who: 'eva' });
  });

  it('ME7 says who opened a space for a couple', () => {
    const founded = lived({
      type: 'FoundSpace',
      spaceId: 's',
      memberId: 'eva',
      spaceName: 'Garden',
      memberName: 'Eva',
      practice: false,
      secrets: 'limited-secrets',
    });
    expect(changes(founded)).toEqual([{ what: 'founded', who: 'eva' }]);
  });

  it('R8 tells of an invitation for a guest that was taken back, and leaves those for a partner to the couple', () => {
    const revoked = lived(...couple, ...evaAsks.slice(0, 1), { type: 'RevokeInvite', inviteId: 'i-eva', by: 'ben' });
    expect(changes(revoked)).toEqual([
      { what: 'revoked', by: 'ben', role: 'facilitator' },
      { what: 'invited', by: 'ada', role: 'facilitator' },
    ]);
  });
});
