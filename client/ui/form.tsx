import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import styles from './form.module.css';

export type FormProps = {
  /** What is wrong with each field, in their order; shown once sending was tried. */
  problems: (string | false)[];
  onSubmit: () => void;
  children: (shown: (string | undefined)[]) => ReactNode;
};

/** A form that never scolds early: problems appear after the first try, and the first faulty field takes the focus. */
export function Form({ problems, onSubmit, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [tried, setTried] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const faulty = problems.findIndex(Boolean);
    setTried(true);
    if (faulty === -1) onSubmit();
    else form.current?.querySelectorAll<HTMLElement>('input, textarea').item(faulty).focus();
  };
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      {children(problems.map((problem) => (tried && problem) || undefined))}
    </form>
  );
}
