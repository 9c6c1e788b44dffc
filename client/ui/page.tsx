import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import styles from './page.module.css';

/** Whether the person has done anything on this page since it was loaded; undefined until somebody watches. */
let acted: boolean | undefined;

function watchActs(): void {
  if (acted !== undefined) return;
  acted = false;
  const note = () => {
    acted = true;
  };
  for (const act of ['pointerdown', 'keydown', 'click']) addEventListener(act, note, { once: true, capture: true });
}

/**
 * For a screen's heading. Where the person acted and the control they used has gone with the screen before, the heading
 * takes the focus, so that it is read out. A page that was only loaded keeps the focus at its top.
 */
export function useHeadingFocus(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    watchActs();
    const free = document.activeElement === null || document.activeElement === document.body;
    if (free && acted) heading.current?.focus({ preventScroll: true });
  }, []);
  return heading;
}

export type PageProps = {
  title: string;
  lead?: ReactNode;
  /** `narrow`: one column to read or fill in. `wide`: cards side by side where there is room. */
  width?: 'narrow' | 'wide';
  children?: ReactNode;
};

/** A screen below the frame. */
export function Page({ title, lead, width = 'narrow', children }: PageProps) {
  const heading = useHeadingFocus();
  return (
    <div className={styles.page} data-width={width}>
      <div className={styles.head}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead && <p className={styles.lead}>{lead}</p>}
      </div>
      {children}
    </div>
  );
}

/** A part of a page with its own heading. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** Buttons that belong together: side by side where they fit. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}
