import type { Log } from './spec-log.ts';

/** What somebody changes in the documents at random, where they may: a card of the deck, or the words of this turn. */
export function edit(log: Log, { want, dice }: { want: string; dice: number }): void {
  const { phase, pause, turn } = log.state;
  if (pause || phase === 'ended') return;
  if (want === 'deck') changeCard(log, dice);
  if (want === 'write' && turn) log.documents.write(turn.turnId, 'w'.repeat(dice % 3 ? 1 + (dice % 9) : dice % 290));
}

function changeCard({ documents }: Log, dice: number): void {
  const { deck } = documents;
  const cardId = deck[dice % (deck.length || 1)]?.cardId ?? 'own';
  const changes = [
    () => documents.reword(cardId, `Would you tell me ${dice % 3} things?`),
    () => documents.reword(`own-${dice % 4}`, 'One of our own.'),
    () => documents.setAside(cardId),
    () => documents.moveUp(cardId),
    () => documents.moveUp(cardId),
  ];
  changes[Math.floor(dice / 7) % changes.length]?.();
}
