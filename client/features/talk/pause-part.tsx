import { type ReactNode, useEffect, useRef } from 'react';
import styles from './pause.module.css';

export type PausePartProps = {
  title: string;
  /** It came because of a press whose button is gone: the heading takes the focus, so that it is not lost. */
  focus: boolean;
  children: ReactNode;
};

/** A part of the calm screen with its heading. */
export function PausePart({ title, focus, children }: PausePartProps) {
  const heading = useFocusOnArrival<HTMLHeadingElement>(focus);
  return (
    <section className={styles.part}>
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  );
}

export function useFocusOnArrival<Element extends HTMLElement>(focus: boolean) {
  const element = useRef<Element>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: on arrival only
  useEffect(() => {
    if (focus) element.current?.focus({ preventScroll: true });
  }, []);
  return element;
}
