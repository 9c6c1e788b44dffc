import { otherSeat } from '@turnward/shared/kernel/stream.ts';
import { partnerIn } from '@turnward/shared/space/state.ts';
import type { Conversation } from '../../conversation/replica.ts';
import { useText } from '../../i18n/text.ts';
import { PeopleList } from '../../room/people-list.tsx';
import styles from './people.module.css';

/** Who is in the room, guests too; and whether the others may see that I am writing. */
export function People({ conversation }: { conversation: Conversation }) {
  const t = useText();
  const { seat, names, space, writingShown, showWriting } = conversation;
  return (
    <div className={styles.people}>
      <PeopleList room={conversation} reader={partnerIn(space, seat)?.memberId} />
      <label className={styles.switch}>
        <input type="checkbox" checked={writingShown} onChange={(event) => showWriting(event.currentTarget.checked)} />
        <span>{t('talk.writing.show', { name: names[otherSeat(seat)] })}</span>
      </label>
    </div>
  );
}
