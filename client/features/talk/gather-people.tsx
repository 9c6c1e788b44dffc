import { otherSeat, type Seat } from '@turnward/shared/kernel/stream.ts';
import type { Conversation } from '../../conversation/replica.ts';
import { useText } from '../../i18n/text.ts';
import { inTheRoom } from '../../room/in-the-room.ts';
import { usePersonNote } from '../../room/person-note.ts';
import { usePresenceWords } from '../../room/presence-words.ts';
import { Person } from '../../ui/mark.tsx';
import styles from './gathering.module.css';

/** Who is here, guests too (ME9); of the two, who is let in and ready, or not yet. */
export function GatherPeople({ conversation }: { conversation: Conversation }) {
  const t = useText();
  const { seat, names, state } = conversation;
  const presence = usePresenceWords(conversation);
  const guestNote = usePersonNote(conversation);
  const row = (of: Seat) => {
    const ready = state.ready[of];
    return (
      <li className={styles.person} data-testid={`gather-${of}`} data-ready={ready}>
        <Person
          of={of}
          name={of === seat ? t('talk.you', { name: names[of] }) : names[of]}
          note={presence(conversation.presence[of], of === seat)}
        />
        <span className={styles.ready} data-state={ready ? 'ready' : 'not-yet'}>
          {t(ready ? 'talk.gather.ready' : 'talk.gather.notYet')}
        </span>
      </li>
    );
  };
  return (
    <ul className={styles.people} aria-label={t('talk.people')} aria-live="polite">
      {row(seat)}
      {row(otherSeat(seat))}
      {inTheRoom(conversation)
        .filter(({ part }) => part !== 'partner')
        .map((guest) => (
          <li key={guest.memberId} className={styles.person} data-testid="gather-guest" data-part={guest.part}>
            <Person of={guest.mark} name={guest.name} note={guestNote(guest)} />
          </li>
        ))}
    </ul>
  );
}
