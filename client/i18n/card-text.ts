import type { Guide } from '@turnward/shared/guides/guide.ts';
import { useGuideText } from './text.ts';

/**
 * The words of a card of the deck: the couple's own, else the guide's in the language of the page; empty where there are
 * neither. Draws again when the language changes.
 */
export function useCardText(): (guide: Guide, card: { cardId: string; words: string | null }) => string {
  const guideText = useGuideText();
  return (guide, { cardId, words }) => {
    const usual = guide.cards?.find(({ id }) => id === cardId)?.text;
    return words ?? (usual === undefined ? '' : guideText(guide.id, `card.${cardId}`, usual));
  };
}
