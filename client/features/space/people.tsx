import type { Member } from '@turnward/shared/space/state.ts';
import { useText } from '../../i18n/text.ts';
import type { Space } from '../../space/replica.ts';
import { Card } from '../../ui/card.tsx';
import { Person } from '../../ui/mark.tsx';
import { isComplete } from './guests-view.ts';
import styles from './space.module.css';

/** Everybody who can read what is here, where they are, and on how many devices: there is no invisible member (ME9). */
export function People({ space }: { space: Space }) {
  const t = useText();
  const { members } = space.state;
  const where = useWhere(space);
  const partnersFirst = members.toSorted((a, b) => Number(a.role !== 'partner') - Number(b.role !== 'partner'));
  return (
    <Card labelledBy="people">
      <h2 id="people">{t('space.people')}</h2>
      <ul className={styles.people}>
        {partnersFirst.map((member) => {
          const { memberId, role } = member;
          const name = space.names[memberId] ?? '';
          const of = member.role === 'partner' ? member.seat : member.role;
          const notes = [t(member.practice ? 'space.role.practice' : `space.role.${role}`), where(member)];
          return (
            <li key={memberId} data-seat={of}>
              <Person
                of={of}
                name={memberId === space.me?.memberId ? t('space.you', { name }) : name}
                note={notes.filter(Boolean).join(' · ')}
              />
            </li>
          );
        })}
      </ul>
      {!isComplete(space.state) && space.state.left.length === 0 && <p className={styles.muted}>{t('space.empty')}</p>}
    </Card>
  );
}

/** Where somebody is, coarsely (R8): here, away, connection lost; on several devices, how many. */
function useWhere({ presence, connection }: Space): (member: Member) => string | undefined {
  const t = useText();
  return ({ memberId, practice }) => {
    const known = presence[memberId];
    if (!known || practice || connection !== 'connected') return undefined;
    const words = t(`talk.presence.${known.state}`);
    return known.devices > 1 ? t('talk.presence.devices', { words, count: known.devices }) : words;
  };
}
