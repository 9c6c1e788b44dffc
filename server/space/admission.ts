import type { NewSpace } from '@turnward/shared/wire/doors.ts';
import type { AdmissionParts } from './admission-parts.ts';
import { type Answer, asker, refused } from './answer.ts';
import { openDeviceLinks } from './device-links.ts';
import { openInvitations } from './invitations.ts';
import { openRoomsOf } from './rooms-of.ts';
import { newId } from './run-space-command.ts';
import { openSpokenEntry } from './spoken-entry.ts';

export type Admission = ReturnType<typeof openAdmission>;

/**
 * How people come into a space. Secrets are 256-bit tokens or short spoken codes; only hashes are stored, and looking
 * uses nothing up (SP1). Whether somebody may come in is decided by the space itself.
 */
export function openAdmission(parts: AdmissionParts) {
  const ask = asker(parts.run);
  return {
    /** With `secrets` a facilitator opens it for a couple (ME7); otherwise one of the partners does. */
    async createSpace(memberId: string, asked: NewSpace): Promise<Answer<{ spaceId: string }>> {
      const { spaceName, memberName, practice, secrets } = asked;
      const spaceId = newId();
      const space = { spaceId, memberId, spaceName, memberName, practice };
      const refusal = await ask(
        spaceId,
        memberId,
        secrets ? { type: 'FoundSpace', ...space, secrets } : { type: 'CreateSpace', ...space },
      );
      return refusal ? refused(refusal) : { value: { spaceId } };
    },
    ...openInvitations(parts),
    ...openSpokenEntry(parts),
    ...openDeviceLinks(parts),
    roomsOf: openRoomsOf(parts),
  };
}
