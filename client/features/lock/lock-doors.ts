import type { HasPin, Locked, NewPin } from '@turnward/shared/wire/lock-doors.ts';
import { stepUp } from '../../line/step-up.ts';
import { type Answer, ask, look } from '../../space/doors.ts';

/** The doors of shared/wire/lock-doors.ts, each as a function. */
export const lockDoors = {
  lock: (opening: boolean) => ask<Locked>('/api/lock', { opening }),
  unlock: (pin: string) => ask<null>('/api/unlock', { pin }),
  pin: () => look<HasPin>('/api/pin'),
  async setPin(wanted: NewPin): Promise<Answer<HasPin>> {
    const answer = await ask<HasPin>('/api/pin', wanted);
    if (answer.ok || answer.refusal !== 'sign-in-again') return answer;
    return (await stepUp.ask()) ? ask('/api/pin', wanted) : answer;
  },
  leave: () => ask<null>('/api/leave', {}),
};
