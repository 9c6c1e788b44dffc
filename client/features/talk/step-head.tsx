import type { Step } from '@turnward/shared/guides/guide.ts';
import { otherSeat } from '@turnward/shared/kernel/stream.ts';
import { Eye, Lock, Users } from 'lucide-react';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import type { Conversation } from '../../conversation/replica.ts';
import { listed } from '../../i18n/listed.ts';
import { type TextId, useText } from '../../i18n/text.ts';
import { helpersOf, inTheRoom } from '../../room/in-the-room.ts';
import styles from './step-head.module.css';

let shownBefore = false;

/**
 * What the step asks, as the heading of the page. Where the control that had the focus is gone, the heading takes it and
 * the page begins at its top; otherwise focus and page stay where the person put them.
 */
export function StepHead({ title, hint, children }: { title: string; hint?: ReactNode; children?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    const nowhere = document.activeElement === null || document.activeElement === document.body;
    if (shownBefore && nowhere) {
      heading.current?.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
    shownBefore = true;
  }, []);
  return (
    <div className={styles.head}>
      <h1 ref={heading} tabIndex={-1} className={styles.title} data-testid="ask">
        {title}
      </h1>
      {hint && <p className={styles.hint}>{hint}</p>}
      {children}
    </div>
  );
}

const READERS = {
  self: { icon: Lock, words: 'talk.readers.self' },
  pair: { icon: Eye, words: 'talk.readers.pair' },
  reveal_together: { icon: Users, words: 'talk.readers.reveal_together' },
} as const satisfies Record<Step['visibility'], { icon: typeof Lock; words: TextId }>;

/** Who will read what is written here, said before it is written. */
export function Readers({ of: step, conversation }: { of: Step; conversation: Conversation }) {
  const t = useText();
  const { visibility } = step;
  const { seat, names, state } = conversation;
  const { icon: Icon, words } = READERS[visibility];
  const name = names[otherSeat(seat)];
  const guests = inTheRoom(conversation).filter(({ part }) => part !== 'partner');
  const more = visibility === 'pair' && guests.length > 0;
  const shown =
    visibility === 'self' && state.asides[seat].sharesRatings && step.scales.some(({ id }) => id === 'stirred');
  const said = () => {
    if (more) return t('talk.readers.pair.more', { names: listed([name, ...guests.map((guest) => guest.name)]) });
    if (shown) return t('talk.readers.self.shown', { names: listed(helpersOf(conversation)) });
    return t(words, { name });
  };
  return (
    <p className={styles.readers} data-visibility={visibility}>
      <Icon size={18} aria-hidden="true" />
      <span>{said()}</span>
    </p>
  );
}
