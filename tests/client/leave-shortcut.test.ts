import { countPresses } from '@turnward/client/features/leave/leave-shortcut.ts';
import { describe, expect, it } from 'vitest';

/** Presses keys one after the other; a number is the pause before the next press, in ms. */
function press(...sequence: (string | number)[]): number {
  let left = 0;
  let timeStamp = 1000;
  const { down, up } = countPresses(() => {
    left += 1;
  });
  for (const step of sequence) {
    if (typeof step === 'number') timeStamp += step;
    else if (step.startsWith('hold ')) down({ key: step.slice(5), repeat: false, timeStamp });
    else if (step.startsWith('let go ')) up({ key: step.slice(7), repeat: false, timeStamp });
    else {
      down({ key: step, repeat: false, timeStamp });
      up({ key: step, repeat: false, timeStamp });
    }
  }
  return left;
}

describe('leaving by keys', () => {
  it('R5 leaves at the third press of Shift, once', () => {
    expect(press('Shift', 'Shift')).toBe(0);
    expect(press('Shift', 'Shift', 'Shift')).toBe(1);
    expect(press('Shift', 'Shift', 'Shift', 'Shift')).toBe(1);
  });

  it('R5 allows 5 s between the presses and not more', () => {
    expect(press('Shift', 5000, 'Shift', 5000, 'Shift')).toBe(1);
    expect(press('Shift', 5001, 'Shift', 'Shift')).toBe(0);
  });

  it('R5 does not leave while capital letters are typed', () => {
    const capital = ['hold Shift', 'A', 'let go Shift'];
    expect(press(...capital, ...capital, ...capital)).toBe(0);
    expect(press('Shift', 'Shift', 'a', 'Shift')).toBe(0);
  });

  it('R5 counts a key that is held as one press', () => {
    expect(press('hold Shift', 3000, 'let go Shift')).toBe(0);
  });
});
