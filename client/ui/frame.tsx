import { Settings2 } from 'lucide-react';
import { type MouseEvent, type ReactNode, useId, useState } from 'react';
import { Link } from 'wouter';
import { useText } from '../i18n/text.ts';
import { announce } from './announce.ts';
import styles from './frame.module.css';
import { useFrameActions } from './frame-actions.ts';
import { APP_NAME } from './use-title.ts';

/** How the line to the server is, in words, where a screen has one. */
export type Connection = { state: 'connecting' | 'open' | 'lost'; words: string };

export type FrameProps = {
  connection?: Connection | undefined;
  /** What Pause does here. Without it the button stands in its place, closed, and says why. */
  onPause?: (() => void) | undefined;
  /** Why Pause is closed, where it is not that no talk is on. */
  pauseClosed?: string | undefined;
  /** Stays below the buttons while the page scrolls: who has the floor. */
  banner?: ReactNode;
  children: ReactNode;
};

/** What every screen has: the app's name, Help, Pause and Leave quickly in this order, the connection, the page. */
export function Frame({ connection, onPause, pauseClosed, banner, children }: FrameProps) {
  const t = useText();
  const { openSettings, leaveQuickly } = useFrameActions();
  return (
    <>
      <header className={styles.header}>
        <a className={styles.skip} href="#main">
          {t('frame.skip')}
        </a>
        <div className={styles.top}>
          <Link href="/" className={styles.name}>
            {APP_NAME}
          </Link>
          {connection && (
            <span className={styles.connection} data-state={connection.state} data-testid="connection">
              {connection.words}
            </span>
          )}
          <button type="button" className={styles.settings} onClick={openSettings}>
            <Settings2 size={18} aria-hidden="true" />
            <span>{t('frame.settings')}</span>
          </button>
        </div>
        <nav className={styles.always} aria-label={t('frame.always')}>
          <HelpLink />
          <PauseButton onPause={onPause} closed={pauseClosed} />
          <button type="button" className={styles.action} onClick={leaveQuickly}>
            {t('frame.leave')}
          </button>
        </nav>
        {banner && <div className={styles.banner}>{banner}</div>}
      </header>
      <main id="main" className={styles.main} tabIndex={-1}>
        {children}
      </main>
    </>
  );
}

/** A real link, so that it works in a new tab; a plain press opens Help over the page instead. */
function HelpLink() {
  const t = useText();
  const { openHelp } = useFrameActions();
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    openHelp();
  };
  return (
    <a className={styles.action} href="/help" onClick={open}>
      {t('frame.help')}
    </a>
  );
}

type PauseButtonProps = { onPause: (() => void) | undefined; closed: string | undefined };

function PauseButton({ onPause, closed }: PauseButtonProps) {
  const t = useText();
  const reason = closed ?? t('frame.pause.closed');
  const id = useId();
  const [asked, setAsked] = useState(false);
  if (onPause) {
    return (
      <button type="button" className={styles.action} data-kind="pause" onClick={onPause}>
        {t('frame.pause')}
      </button>
    );
  }
  const explain = () => {
    setAsked(true);
    announce(reason);
  };
  return (
    <span className={styles.closed}>
      <button
        type="button"
        className={styles.action}
        aria-disabled="true"
        aria-describedby={id}
        onClick={explain}
        onBlur={() => setAsked(false)}
      >
        {t('frame.pause')}
      </button>
      <span id={id} className={asked ? styles.reason : 'visually-hidden'}>
        {reason}
      </span>
    </span>
  );
}
