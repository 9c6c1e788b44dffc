import { useEffect, useRef } from 'react';
import { useText } from '../../i18n/text.ts';
import { announce } from '../../ui/announce.ts';

/** How often at most a change by the other is said, in ms: arranging is many small moves. */
const BETWEEN = 5000;

/**
 * Says that the order has changed where it was not I who changed it. Nothing is said while a card is held here, since the
 * order stands still then. Call what it returns before a move of one's own.
 */
export function useOrderAnnounced(order: readonly string[], held: boolean): () => void {
  const t = useText();
  const known = useRef({ order: order.join(' '), mine: false, saidAt: 0 });
  const now = order.join(' ');
  useEffect(() => {
    if (held || known.current.order === now) return;
    const { mine, saidAt, order: before } = known.current;
    const sameCards = before.split(' ').toSorted().join(' ') === now.split(' ').toSorted().join(' ');
    const say = !mine && sameCards && Date.now() - saidAt > BETWEEN;
    known.current = { order: now, mine: false, saidAt: say ? Date.now() : saidAt };
    if (say) announce(t('cards.reordered'));
  }, [now, held, t]);
  return () => {
    known.current.mine = true;
  };
}
