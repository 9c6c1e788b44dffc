import type { DeviceLink } from '@turnward/shared/wire/doors.ts';
import { newSecret, sha256 } from '../session.ts';
import type { AdmissionParts } from './admission-parts.ts';
import { type Answer, refused } from './answer.ts';

const MINUTE = 60_000;
const DEVICE_LINK_LIVES = 15 * MINUTE;
/** A way back, kept on paper or in a password manager. */
const LASTING_LINK_LIVES = 365 * 24 * 60 * MINUTE;

/** SP6. The same person on another device. */
export function openDeviceLinks({ tokens, now }: Pick<AdmissionParts, 'tokens' | 'now'>) {
  return {
    async deviceLink(memberId: string, lasting: boolean, base: string): Promise<DeviceLink> {
      const secret = newSecret();
      const expiresAt = now() + (lasting ? LASTING_LINK_LIVES : DEVICE_LINK_LIVES);
      await tokens.add({ hash: sha256(secret), kind: 'device', spaceId: '', subject: memberId, expiresAt });
      return { url: `${base}/device#${secret}`, expiresAt };
    },

    /** Uses the link up: of any number of devices that try, one comes in, as the same person. */
    async useDeviceLink(token: string): Promise<Answer<{ memberId: string }>> {
      const hash = sha256(token);
      if ((await tokens.look(hash, now()))?.kind !== 'device') return refused('no-such-invite');
      const row = await tokens.take(hash, now());
      return row ? { value: { memberId: row.subject } } : refused('no-such-invite');
    },
  };
}
