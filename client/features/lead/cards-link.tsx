import { cardsToCome } from '../../conversation/asked-card.ts';
import type { GuestRoom } from '../../conversation/replica.ts';
import { useText } from '../../i18n/text.ts';
import { stepOnTheWay } from '../../room/on-the-way.ts';
import { ButtonLink } from '../../ui/button-link.tsx';

/** The way to the cards, while the talk may still ask one: a prompt to come is reworded there. */
export function CardsLink({ room }: { room: GuestRoom }) {
  const t = useText();
  const { guide, state } = room;
  if (!cardsToCome(guide, stepOnTheWay(room))) return null;
  return (
    <div>
      <ButtonLink kind="quiet" href={`/talk/${state.conversationId}/cards`}>
        {t('lead.cards')}
      </ButtonLink>
    </div>
  );
}
