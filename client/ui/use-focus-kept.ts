import { type FocusEvent, type RefObject, useLayoutEffect, useRef } from 'react';

export type FocusKept = {
  heading: RefObject<HTMLHeadingElement | null>;
  /** For the element around everything that may take the focus. */
  part: { onFocus: (event: FocusEvent) => void; onBlur: (event: FocusEvent) => void };
};

/** Where the button that had the focus is gone with what it did, the heading of its part takes it, and nothing else moves it. */
export function useFocusKept(): FocusKept {
  const heading = useRef<HTMLHeadingElement>(null);
  const last = useRef<Element>(null);
  useLayoutEffect(() => {
    if (!last.current || last.current.isConnected || document.activeElement !== document.body) return;
    last.current = null;
    heading.current?.focus({ preventScroll: true });
  });
  return {
    heading,
    part: {
      onFocus: ({ target }) => {
        last.current = target;
      },
      onBlur: ({ target }) => {
        if (target.isConnected) last.current = null;
      },
    },
  };
}
