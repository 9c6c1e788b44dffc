import { type RefObject, useEffect, useRef } from 'react';

/**
 * Where an act takes away the very control it was pressed with, this heading gets the focus instead of nothing. `acted` is
 * called with each press; `shown` changes with what is shown.
 */
export function useKeptFocus(shown: string): { heading: RefObject<HTMLHeadingElement | null>; acted: () => void } {
  const heading = useRef<HTMLHeadingElement>(null);
  const pressed = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown is why to look.
  useEffect(() => {
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (!pressed.current || !lost) return;
    pressed.current = false;
    heading.current?.focus({ preventScroll: true });
  }, [shown]);
  return {
    heading,
    acted: () => {
      pressed.current = true;
    },
  };
}
