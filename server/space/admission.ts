import type { SpaceCommand } from '@turnward/shared/space/commands.ts';
import type { DeviceLink, Invite, InviteLook, NewSpace, Waiting } from '@turnward/shared/wire/doors.ts';
import type { Refusal } from '@turnward/shared/wire/protocol.ts';
import type { EventStore } from '../ports/event-store.ts';
import type { TokenStore } from '../ports/token-store.ts';
import { newSecret, sha256 } from '../session.ts';
import type { Names } from './names.ts';
import { newId, type RunSpaceCommand } from './run-space-command.ts';
import type { Spaces } from './spaces.ts';
import { newSpokenCode, normalCode } from './spoken-code.ts';

const MINUTE = 60_000;
const LINK_LIVES = 24 * 60 * MINUTE;
const CODE_LIVES = 15 * MINUTE;
const DEVICE_LINK_LIVES = 15 * MINUTE;
/** A way back, kept on paper or in a password manager. */
const LASTING_LINK_LIVES = 365 * 24 * 60 * MINUTE;

export type Answer<Value> = { value: Value } | { refusal: Refusal };
const refused = (refusal: Refusal) => ({ refusal });

export type Admission = ReturnType<typeof openAdmission>;

/**
 * How people come into a space. Secrets are 256-bit tokens or short spoken codes; only hashes are stored, and looking
 * uses nothing up (SP1). Whether somebody may come in is decided by the space itself.
 */
export function openAdmission(parts: {
  events: EventStore;
  tokens: TokenStore;
  spaces: Spaces;
  names: Names;
  run: RunSpaceCommand;
  now: () => number;
}) {
  const { events, tokens, spaces, names, run, now } = parts;

  const ask = async (spaceId: string, author: string, command: SpaceCommand): Promise<Refusal | undefined> => {
    const reply = await run({ spaceId, author, commandId: newId(), command });
    return reply.ok ? undefined : reply.refusal;
  };

  return {
    async createSpace(
      memberId: string,
      { spaceName, memberName, practice }: NewSpace,
    ): Promise<Answer<{ spaceId: string }>> {
      const spaceId = newId();
      const refusal = await ask(spaceId, memberId, {
        type: 'CreateSpace',
        spaceId,
        memberId,
        spaceName,
        memberName,
        practice,
      });
      return refusal ? refused(refusal) : { value: { spaceId } };
    },

    /** `base`: the web address under which the invited person reaches us. The secret is in the fragment, which is never sent. */
    async makeInvite(spaceId: string, by: string, via: 'link' | 'code', base: string): Promise<Answer<Invite>> {
      const inviteId = newId();
      const expiresAt = now() + (via === 'link' ? LINK_LIVES : CODE_LIVES);
      const refusal = await ask(spaceId, by, { type: 'MakeInvite', inviteId, by, via, expiresAt });
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
      const { state } = await spaces.load(row.spaceId);
      const invite = state.invites.find(({ inviteId }) => inviteId === row.subject);
      if (invite?.status !== 'open') return refused(invite?.status === 'revoked' ? 'invite-revoked' : 'invite-used');
      const spaceName = await names.space(row.spaceId);
      const inviterName = await names.member(row.spaceId, invite.by);
      return { value: { kind: 'invite', spaceName, inviterName, expiresAt: row.expiresAt } };
    },

    async join(token: string, memberId: string, memberName: string): Promise<Answer<{ spaceId: string }>> {
      const hash = sha256(token);
      const row = await tokens.look(hash, now());
      if (row?.kind !== 'link') return refused('no-such-invite');
      const { spaceId, subject } = row;
      const refusal = await ask(spaceId, memberId, { type: 'AcceptInvite', inviteId: subject, memberId, memberName });
      if (refusal) return refused(refusal);
      await tokens.take(hash, now());
      return { value: { spaceId } };
    },

    async joinByCode(typed: string, memberId: string, name: string): Promise<Answer<Waiting>> {
      const code = normalCode(typed);
      const row = code === undefined ? undefined : await tokens.look(sha256(code), now());
      if (row?.kind !== 'code') return refused('no-such-invite');
      const { spaceId, subject } = row;
      const requestId = newId();
      const refusal = await ask(spaceId, memberId, {
        type: 'RequestEntry',
        inviteId: subject,
        requestId,
        memberId,
        name,
      });
      if (refusal) return refused(refusal);
      const hash = sha256(`waiting:${memberId}`);
      await tokens.take(hash, now());
      await tokens.add({ hash, kind: 'waiting', spaceId, subject: requestId, expiresAt: now() + LINK_LIVES });
      return { value: { state: 'waiting' } };
    },

    async waiting(memberId: string): Promise<Waiting> {
      const row = await tokens.look(sha256(`waiting:${memberId}`), now());
      if (row?.kind !== 'waiting') return { state: 'none' };
      const { state } = await spaces.load(row.spaceId);
      const request = state.requests.find(({ requestId }) => requestId === row.subject);
      if (request?.status === 'admitted') return { state: 'admitted', spaceId: row.spaceId };
      return { state: request?.status ?? 'none' };
    },

    async deviceLink(memberId: string, lasting: boolean, base: string): Promise<DeviceLink> {
      const secret = newSecret();
      const expiresAt = now() + (lasting ? LASTING_LINK_LIVES : DEVICE_LINK_LIVES);
      await tokens.add({ hash: sha256(secret), kind: 'device', spaceId: '', subject: memberId, expiresAt });
      return { url: `${base}/device#${secret}`, expiresAt };
    },

    /** SP6. Uses the link up: of any number of devices that try, one comes in, as the same person. */
    async useDeviceLink(token: string): Promise<Answer<{ memberId: string }>> {
      const hash = sha256(token);
      if ((await tokens.look(hash, now()))?.kind !== 'device') return refused('no-such-invite');
      const row = await tokens.take(hash, now());
      return row ? { value: { memberId: row.subject } } : refused('no-such-invite');
    },

    spacesOf: (memberId: string) => events.spacesOf(memberId),
  };
}
