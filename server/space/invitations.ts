import { otherSeat, SEATS } from '@turnward/shared/kernel/stream.ts';
import type { InvitedAs } from '@turnward/shared/space/events.ts';
import { whyClosed } from '@turnward/shared/space/invitations.ts';
import { memberOf, partnerIn, type SpaceState } from '@turnward/shared/space/state.ts';
import type { InviteLook, Join, Joined, MadeInvite, NewInvite } from '@turnward/shared/wire/doors.ts';
import { newSecret, sha256 } from '../session.ts';
import type { AdmissionParts } from './admission-parts.ts';
import { type Answer, asker, refused } from './answer.ts';
import { newId } from './run-space-command.ts';
import { newSpokenCode, normalCode } from './spoken-code.ts';

const MINUTE = 60_000;
export const LINK_LIVES = 24 * 60 * MINUTE;
const CODE_LIVES = 15 * MINUTE;

export function openInvitations({ tokens, spaces, names, run, now }: AdmissionParts) {
  const ask = asker(run);
  return {
    /** `base`: the web address under which the invited person reaches us. The secret is in the fragment, which is never sent. */
    async makeInvite(spaceId: string, by: string, asked: NewInvite, base: string): Promise<Answer<MadeInvite>> {
      const inviteId = newId();
      const { via } = asked;
      const expiresAt = now() + (via === 'link' ? LINK_LIVES : CODE_LIVES);
      const as = invitedBy((await spaces.load(spaceId)).state, by, asked);
      const refusal = await ask(spaceId, by, { type: 'MakeInvite', inviteId, by, via, expiresAt, as });
      if (refusal) return refused(refusal === 'not-a-member' ? 'not-found' : refusal);
      const secret = via === 'link' ? newSecret() : newSpokenCode();
      const hash = sha256(via === 'link' ? secret : (normalCode(secret) ?? secret));
      await tokens.add({ hash, kind: via, spaceId, subject: inviteId, expiresAt });
      const made = { inviteId, expiresAt };
      return {
        value: via === 'link' ? { ...made, via, url: `${base}/join#${secret}` } : { ...made, via, code: secret },
      };
    },

    async look(token: string): Promise<Answer<InviteLook>> {
      const row = await tokens.look(sha256(token), now());
      if (row?.kind === 'device') return { value: { kind: 'device' } };
      if (row?.kind !== 'link') return refused('no-such-invite');
      const { spaceId, subject, expiresAt } = row;
      const { state } = await spaces.load(spaceId);
      const invite = state.invites.find(({ inviteId }) => inviteId === subject);
      if (!invite) return refused('no-such-invite');
      const why = whyClosed(state, invite, now());
      if (why) return refused(why);
      const spaceName = await names.space(spaceId);
      const inviterName = await names.member(spaceId, invite.by);
      return { value: { kind: 'invite', role: invite.role, spaceName, inviterName, expiresAt } };
    },

    /** A partner is in at once; a guest asks, and both partners are asked (ME1). */
    async join({ token, name, secrets }: Join, memberId: string): Promise<Answer<Joined>> {
      const hash = sha256(token);
      const row = await tokens.look(hash, now());
      if (row?.kind !== 'link') return refused('no-such-invite');
      const { spaceId, subject: inviteId } = row;
      const invite = (await spaces.load(spaceId)).state.invites.find((each) => each.inviteId === inviteId);
      const role = invite?.role ?? 'partner';
      const asked = { inviteId, memberId, memberName: name };
      const refusal = await ask(
        spaceId,
        memberId,
        role === 'partner'
          ? { type: 'AcceptInvite', ...asked }
          : { type: 'ProposeGuest', ...asked, role, ...(secrets && { secrets }) },
      );
      if (refusal) return refused(refusal);
      await tokens.take(hash, now());
      return { value: { spaceId, standing: role === 'partner' ? 'joined' : 'waiting' } };
    },
  };
}

/** Whom an invitation is for where that is not said: a partner invites the other, whoever else the first free seat. */
function invitedBy(space: SpaceState, by: string, asked: NewInvite): InvitedAs {
  if ('role' in asked) return { role: asked.role };
  const inviter = memberOf(space, by);
  const other = inviter?.role === 'partner' ? otherSeat(inviter.seat) : undefined;
  const free = SEATS.find((seat) => !partnerIn(space, seat));
  return { role: 'partner', seat: asked.seat ?? other ?? free ?? 'a' };
}
