import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type * as Y from 'yjs';
import { listeners } from '../line/listeners.ts';
import { type BindingOptions, type BoundText, bindText } from './text-binding.ts';

/**
 * A text and the box it is written in. Put `ref` on a `<textarea>` without `value`; `value` is what the box shows, to count
 * and to check. Without a text the box is left alone. `onCaret` as for `bindText`.
 */
export function useBoundText(text: Y.Text | null, { onCaret }: Omit<BindingOptions, 'onShown'> = {}) {
  const latest = useRef(onCaret);
  useEffect(() => {
    latest.current = onCaret;
  });
  const box = useMemo(() => boxFor(text), [text]);
  const ref = useCallback(
    (area: HTMLTextAreaElement | null) =>
      area ? box.bind(area, { onCaret: (caret) => latest.current?.(caret) }) : undefined,
    [box],
  );
  const value = useSyncExternalStore(box.subscribe, box.value);
  return { ref, value, undo: box.undo, redo: box.redo };
}

function boxFor(text: Y.Text | null) {
  const shown = listeners();
  let bound: { area: HTMLTextAreaElement; binding: BoundText } | undefined;
  return {
    bind(area: HTMLTextAreaElement, options: BindingOptions) {
      if (!text) return;
      const binding = bindText(area, text, { ...options, onShown: shown.tell });
      bound = { area, binding };
      return () => {
        binding.unbind();
        bound = undefined;
      };
    },
    subscribe(listener: () => void) {
      const leave = shown.subscribe(listener);
      text?.observe(listener);
      return () => {
        leave();
        text?.unobserve(listener);
      };
    },
    value: () => bound?.area.value ?? text?.toString() ?? '',
    undo: () => bound?.binding.undo(),
    redo: () => bound?.binding.redo(),
  };
}
