import type { Step } from '@turnward/shared/guides/guide.ts';
import { askedCard } from '../conversation/asked-card.ts';
import type { Room } from '../conversation/room.ts';
import { useCardText } from '../i18n/card-text.ts';
import { useGuideText } from '../i18n/text.ts';

/**
 * What the present turn asks at its step: the card that is asked, with its words as they were frozen (DK4), else the step's
 * own prompt. `card`: those words, where they are not the ones the guide usually asks.
 */
export function usePrompt({ guide, talk, state }: Room, step: Step): { prompt: string; card?: string } {
  const guideText = useGuideText();
  const cardText = useCardText();
  const usual = guideText(guide.id, `${step.id}.prompt`, step.prompt);
  const asked = step.deck ? askedCard(talk, state.turn?.turnId) : undefined;
  const words = asked && cardText(guide, asked);
  return words && words !== usual ? { prompt: words, card: words } : { prompt: usual };
}
