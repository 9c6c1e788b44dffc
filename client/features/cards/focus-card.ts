/**
 * R23. Gives the focus to the first button of a card once the page is drawn: where the control is gone that had it, the keyboard
 * goes on from there and not from the top.
 */
export function focusCard(cardId: string | undefined): void {
  if (cardId === undefined) return;
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(`[data-card="${CSS.escape(cardId)}"] [data-control="reword"]`)?.focus();
  });
}
