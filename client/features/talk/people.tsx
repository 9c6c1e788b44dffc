import { otherSeat, type Seat } from '@turnward/shared/kernel/stream.ts';
import { useId } from 'react';
import type { Conversation } from '../../conversation/replica.ts';
import { useText } from '../../i18n/text.ts';
import { Person } from '../../ui/mark.tsx';
import styles from './people.module.css';

/** Who is in the room, coarsely (R8), on how many devices; and whether the other may see that I am writing. */
export function People({ conversation }: { conversation: Conversation }) {
  const t = useText();
  const id = useId();
  const { seat, names, writingShown, showWriting } = conversation;
  const presence = usePresenceWords(conversation);
  return (
    <section className={styles.people} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {t('talk.people')}
      </h2>
      <Person of={seat} name={t('talk.you', { name: names[seat] })} note={presence(seat)} />
      <Person of={otherSeat(seat)} name={names[otherSeat(seat)]} note={presence(otherSeat(seat))} />
      <label className={styles.switch}>
        <input type="checkbox" checked={writingShown} onChange={(event) => showWriting(event.currentTarget.checked)} />
        <span>{t('talk.writing.show', { name: names[otherSeat(seat)] })}</span>
      </label>
    </section>
  );
}

/** Where somebody is, in words: here, writing, paused, away, lost connection. */
export function usePresenceWords({ presence, seat, connection }: Conversation): (of: Seat) => string | undefined {
  const t = useText();
  return (of) => {
    if (connection !== 'connected') return of === seat ? t(`talk.line.${connection}`) : t('talk.presence.unknown');
    const known = presence[of];
    if (!known) return undefined;
    const words = t(`talk.presence.${known.state}`);
    return known.devices > 1 ? t('talk.presence.devices', { words, count: known.devices }) : words;
  };
}
