import type { Waiting } from '@turnward/shared/wire/doors.ts';
import { askedAgain, WHILE_WAITING } from '../../space/asked-again.ts';
import { type Answer, doors } from '../../space/doors.ts';

type Known = Waiting | { state: 'unknown' };

const NOT_WAITING: Answer<Known> = { ok: true, value: { state: 'none' } };
let waits = false;

/** Nobody is asked for before they signed in: a first look at the page is no fault to log. */
async function askDoor(): Promise<Answer<Known>> {
  if (!waits) {
    const me = await doors.me();
    if (!me.ok) return me;
    if (!me.value.member) return NOT_WAITING;
  }
  const answer = await doors.waiting();
  waits = answer.ok && answer.value.state === 'waiting';
  return !answer.ok && answer.refusal === 'signed-out' ? NOT_WAITING : answer;
}

const waiting = askedAgain<Known>(askDoor, { state: 'unknown' }, ({ state }) =>
  state === 'waiting' || state === 'unknown' ? WHILE_WAITING : undefined,
);

/** Whether this device waits to be let in. */
export const useWaiting = waiting.use;
/** Asks now: after a code was handed in. */
export const refreshWaiting = waiting.refresh;
