import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { useSteadyPress } from '../../ui/steady-press.ts';
import { ActButton, type ActButtonProps } from './act-button.tsx';
import styles from './acts.module.css';

export type ActPopoverProps = Pick<ActButtonProps, 'room' | 'of' | 'busy' | 'kind'> & {
  label: string;
  /** The question that it asks. */
  title: string;
  children: (parts: { close: () => void; press: (act: () => void) => void }) => ReactNode;
};

/**
 * A button that asks once more before anything happens: a small window beside it, which Esc, “Not now” and going
 * elsewhere close. `press` lets
 * nothing through within a moment of its opening, so that a double press on the button answers nothing (CL6).
 */
export function ActPopover({ label, title, children, ...button }: ActPopoverProps) {
  const t = useText();
  const id = useId();
  const around = useRef<HTMLDivElement>(null);
  const asked = useRef<HTMLFieldSetElement>(null);
  // A question that was opened for one turn is gone with it.
  const turnId = button.room.state.turn?.turnId ?? '';
  const [openFor, setOpenFor] = useState<string>();
  const open = openFor === turnId;
  const press = useSteadyPress(String(open));
  useEffect(() => {
    if (open) asked.current?.focus({ preventScroll: true });
    else if (openFor !== undefined && document.activeElement === document.body) focusButton(around.current);
  }, [open, openFor]);
  const close = () => {
    setOpenFor(undefined);
    focusButton(around.current);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  };
  const left = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget && !around.current?.contains(relatedTarget)) setOpenFor(undefined);
  };
  return (
    <div ref={around} className={styles.around}>
      <ActButton
        {...button}
        onPress={() => setOpenFor(open ? undefined : turnId)}
        aria-expanded={open}
        aria-controls={id}
      >
        {label}
      </ActButton>
      {open && (
        <fieldset
          ref={asked}
          id={id}
          aria-labelledby={`${id}-title`}
          tabIndex={-1}
          className={styles.asked}
          onKeyDown={keys}
          onBlur={left}
          data-testid="asked"
        >
          <p id={`${id}-title`} className={styles.question}>
            {title}
          </p>
          {children({ close, press })}
          <Button kind="quiet" onClick={close}>
            {t('lead.notNow')}
          </Button>
        </fieldset>
      )}
    </div>
  );
}

const focusButton = (around: HTMLElement | null) => around?.querySelector('button')?.focus();
