import { useId } from 'react';
import type { Room } from '../conversation/room.ts';
import { useText } from '../i18n/text.ts';
import { Person } from '../ui/mark.tsx';
import { inTheRoom } from './in-the-room.ts';
import styles from './people-list.module.css';
import { usePersonNote } from './person-note.ts';

export type PeopleListProps = {
  room: Room;
  /** The reader's member id. */
  reader: string | undefined;
};

/** Who is in the room, coarsely (R8), on how many devices, and what a guest is there for. Nobody is left out (ME9). */
export function PeopleList({ room, reader }: PeopleListProps) {
  const t = useText();
  const id = useId();
  const note = usePersonNote(room, reader);
  return (
    <section className={styles.people} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {t('talk.people')}
      </h2>
      <ul className={styles.list}>
        {inTheRoom(room).map((each) => (
          <li key={each.memberId} data-testid="in-room" data-part={each.part}>
            <Person
              of={each.mark}
              name={each.memberId === reader ? t('talk.you', { name: each.name }) : each.name}
              note={note(each)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
