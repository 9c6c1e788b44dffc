import { useText } from '../../i18n/text.ts';
import type { Space } from '../../space/replica.ts';
import { Card } from '../../ui/card.tsx';
import { Person } from '../../ui/mark.tsx';
import styles from './space.module.css';

/** Everybody who can read what is here: there is no invisible member. */
export function People({ space }: { space: Space }) {
  const t = useText();
  const { members } = space.state;
  return (
    <Card labelledBy="people">
      <h2 id="people">{t('space.people')}</h2>
      <ul className={styles.people}>
        {members.map(({ memberId, seat, role, practice }) => {
          const name = space.names[memberId] ?? '';
          return (
            <li key={memberId} data-seat={seat}>
              <Person
                of={role === 'facilitator' ? 'facilitator' : seat}
                name={memberId === space.me?.memberId ? t('space.you', { name }) : name}
                note={t(practice ? 'space.role.practice' : `space.role.${role}`)}
              />
            </li>
          );
        })}
      </ul>
      {members.length < 2 && <p className={styles.muted}>{t('space.empty')}</p>}
    </Card>
  );
}
