import { useLayoutEffect, useRef } from 'react';
import styles from './caret-over.module.css';
import type { MarkOf } from './mark.tsx';

export type CaretOverProps = {
  words: string;
  /** Before which character of the words it stands. */
  at: number;
  of: MarkOf;
  name: string;
};

/**
 * Somebody’s caret over the box that stands before it: the same words in the same type, unseen, with a named mark in their
 * place. For eyes only; who writes here is also said in words.
 */
export function CaretOver({ words, at, of, name }: CaretOverProps) {
  const layer = useRef<HTMLDivElement>(null);
  const caret = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const box = layer.current?.previousElementSibling;
    if (!layer.current || !(box instanceof HTMLTextAreaElement)) return;
    const follow = () => lieOver(layer.current, caret.current, box);
    const sizes = new ResizeObserver(follow);
    follow();
    sizes.observe(box);
    box.addEventListener('scroll', follow);
    return () => {
      sizes.disconnect();
      box.removeEventListener('scroll', follow);
    };
  });
  return (
    <div ref={layer} className={styles.layer} aria-hidden="true">
      {words.slice(0, at)}
      <span ref={caret} className={styles.caret} data-seat={of}>
        {/* The name shows whenever the caret has moved, then leaves the words under it free. */}
        <span key={at} className={styles.name}>
          {name}
        </span>
      </span>
      {words.slice(at)}
    </div>
  );
}

/** A scroll bar narrows the words; a name near the right edge stands to the left of its caret. */
function lieOver(layer: HTMLElement | null, caret: HTMLElement | null, box: HTMLTextAreaElement): void {
  if (!layer || !caret) return;
  layer.style.inlineSize = `${box.clientWidth}px`;
  layer.style.blockSize = `${box.clientHeight}px`;
  layer.scrollTop = box.scrollTop;
  caret.dataset['side'] = caret.offsetLeft > box.clientWidth / 2 ? 'before' : 'after';
}
