import { useText } from '../../i18n/text.ts';
import { inTheRoom } from '../../room/in-the-room.ts';
import { Mark } from '../../ui/mark.tsx';
import styles from './cards.module.css';
import type { CardsRoom } from './deck-part.ts';

/** Who else looks at this card, by shape, colour and name. `of`: their member ids. */
export function Lookers({ of, conversation }: { of: readonly string[]; conversation: CardsRoom }) {
  const t = useText();
  const looking = inTheRoom(conversation).filter(({ memberId }) => of.includes(memberId));
  return (
    <div className={styles.lookers}>
      {looking.map(({ memberId, mark, name }) => (
        <p key={memberId} className={styles.looker} data-seat={mark} data-testid="looker">
          <Mark of={mark} />
          {t('cards.looking', { name })}
        </p>
      ))}
    </div>
  );
}
