import { useEffect, useState } from 'react';
import { useText } from '../i18n/text.ts';
import { announce } from './announce.ts';
import styles from './saved-note.module.css';

export type SavedNoteProps = {
  saved: 'saved' | 'saving' | 'not-saved' | 'too-much';
  /** What is said once everything is saved. */
  words?: string;
};

/** How long nothing may change before “saved” is said again, so that the line does not flicker with every key. In ms. */
const SETTLED = 900;
/** What is saved again sooner than this was no trouble to anybody. In ms. */
const PATIENCE = 3000;

/** One quiet line about what was written: it never says saved too early, and is read out only where keeping the page open matters. */
export function SavedNote({ saved, words }: SavedNoteProps) {
  const t = useText();
  const settled = useLasting(saved === 'saved', SETTLED);
  const lost = useLasting(saved === 'not-saved', PATIENCE);
  const tooMuch = saved === 'too-much';
  const state = saved === 'saved' && !settled ? 'saving' : saved;
  useEffect(() => {
    if (lost) announce(t('saved.not-saved'));
    if (tooMuch) announce(t('saved.too-much'), 'assertive');
  }, [lost, tooMuch, t]);
  return (
    <p className={styles.note} data-testid="saved" data-state={state}>
      {state === 'saved' && words ? words : t(`saved.${state}`)}
    </p>
  );
}

/** True once something has been true for a while; true at once where it was so from the beginning. */
function useLasting(now: boolean, ms: number): boolean {
  const [lasting, setLasting] = useState(now);
  useEffect(() => {
    if (!now) return setLasting(false);
    const timer = setTimeout(() => setLasting(true), ms);
    return () => clearTimeout(timer);
  }, [now, ms]);
  return now && lasting;
}
