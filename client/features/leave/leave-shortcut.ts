import { useEffect } from 'react';
import { leaveQuickly } from './leave-quickly.ts';

/** The longest pause between two presses, in ms. */
const PATIENCE = 5000;
const PRESSES = 3;

/** R5. Shift three times, alone, with no more than 5 s between the presses. */
export function useLeaveShortcut(): void {
  useEffect(() => {
    const presses = countPresses(leaveQuickly);
    addEventListener('keydown', presses.down);
    addEventListener('keyup', presses.up);
    return () => {
      removeEventListener('keydown', presses.down);
      removeEventListener('keyup', presses.up);
    };
  }, []);
}

type Press = Pick<KeyboardEvent, 'key' | 'repeat' | 'timeStamp'>;

/** Counts presses of Shift by itself: a capital letter is typed with Shift held, and starts the count anew. */
export function countPresses(leave: () => void): { down: (press: Press) => void; up: (press: Press) => void } {
  let count = 0;
  let last = 0;
  let alone = false;
  return {
    down({ key, repeat }) {
      if (key === 'Shift') alone ||= !repeat;
      else {
        alone = false;
        count = 0;
      }
    },
    up({ key, timeStamp }) {
      if (key !== 'Shift' || !alone) return;
      alone = false;
      count = timeStamp - last <= PATIENCE ? count + 1 : 1;
      last = timeStamp;
      if (count === PRESSES) leave();
    },
  };
}
