import type { Me } from '@turnward/shared/wire/doors.ts';
import { asked } from '../../space/asked.ts';
import { doors } from '../../space/doors.ts';

/** Who is signed in on this device, if anybody; nobody until the server has said so. */
export const useMe = asked<Me>(doors.me, { member: null });
