import { useCallback, useLayoutEffect, useRef } from 'react';

/** CL6. A press this soon after the buttons changed was meant for the button that stood there before. In ms. */
const SETTLES_AFTER = 700;

export const isTooSoon = (changedAt: number, pressedAt: number): boolean => pressedAt - changedAt < SETTLES_AFTER;

/** Lets a press through only once what it presses has stood still: `key` names what is on the screen. */
export function useSteadyPress(key: string): (act: () => void) => void {
  const changedAt = useRef(Number.NEGATIVE_INFINITY);
  const shown = useRef<string>(undefined);
  useLayoutEffect(() => {
    if (shown.current !== undefined && shown.current !== key) changedAt.current = performance.now();
    shown.current = key;
  }, [key]);
  return useCallback((act) => {
    if (!isTooSoon(changedAt.current, performance.now())) act();
  }, []);
}
