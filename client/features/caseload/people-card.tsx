import { useText } from '../../i18n/text.ts';
import type { Space } from '../../space/replica.ts';
import { Card } from '../../ui/card.tsx';
import { Person as PersonMark } from '../../ui/mark.tsx';
import styles from './couple.module.css';
import { type Person, peopleOf } from './couple-view.ts';

/** Who belongs to this room, where each is, and on how many devices. */
export function PeopleCard({ space, memberId }: { space: Space; memberId: string }) {
  const t = useText();
  const note = ({ role, standing, presence, devices }: Person) => {
    if (standing !== 'member') return t(`couple.person.${standing}`);
    const here = t(`talk.presence.${presence}`);
    const where = devices > 1 ? t('talk.presence.devices', { words: here, count: devices }) : here;
    return role === 'partner' ? where : `${t(`couple.role.${role}`)} · ${where}`;
  };
  return (
    <Card labelledBy="people">
      <h2 id="people">{t('space.people')}</h2>
      <ul className={styles.people}>
        {peopleOf(space, memberId).map((person) => (
          <li key={person.memberId}>
            <PersonMark
              of={person.mark}
              name={person.mine ? t('space.you', { name: person.name }) : person.name}
              note={note(person)}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}
