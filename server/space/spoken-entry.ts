import type { JoinByCode, Waiting } from '@turnward/shared/wire/doors.ts';
import { sha256 } from '../session.ts';
import type { AdmissionParts } from './admission-parts.ts';
import { type Answer, asker, refused } from './answer.ts';
import { LINK_LIVES } from './invitations.ts';
import { newId } from './run-space-command.ts';
import { normalCode } from './spoken-code.ts';

/** SP3. Whoever comes with a spoken code waits until a partner lets them in, or not. */
export function openSpokenEntry({ tokens, spaces, run, now }: AdmissionParts) {
  const ask = asker(run);
  return {
    async joinByCode({ code: typed, name }: JoinByCode, memberId: string): Promise<Answer<Waiting>> {
      const code = normalCode(typed);
      const row = code === undefined ? undefined : await tokens.look(sha256(code), now());
      if (row?.kind !== 'code') return refused('no-such-invite');
      const { spaceId, subject: inviteId } = row;
      const requestId = newId();
      const refusal = await ask(spaceId, memberId, { type: 'RequestEntry', inviteId, requestId, memberId, name });
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
  };
}
