import { type KeyboardEvent, type PointerEvent, type RefObject, useRef, useState } from 'react';

/** A card that is being dragged: how far it is from its place, and where it would stand. In CSS pixels and places. */
export type Dragged = { cardId: string; from: number; by: number; to: number };

export type DragOrder = {
  dragged: Dragged | null;
  /** What the handle of a card needs. */
  handle: (
    cardId: string,
    index: number,
  ) => {
    onPointerDown: (event: PointerEvent<HTMLElement>) => void;
    onPointerMove: (event: PointerEvent<HTMLElement>) => void;
    onPointerUp: () => void;
    onPointerCancel: () => void;
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  };
};

type Start = { cardId: string; from: number; y: number; rows: Row[] };

/** Where a card lies on the page, in CSS pixels. */
type Row = { top: number; bottom: number };

/** How near the edge of the window the page begins to scroll under the hand, and how far at each move. In CSS pixels. */
const EDGE = 72;
const SCROLL = 14;

/**
 * Dragging a card by its handle, with mouse, pen or finger. Escape lets go of it where it was; the arrow keys move it by one
 * place. The others stand still until it is let go, so that nothing jumps.
 */
export function useDragOrder(
  list: RefObject<HTMLElement | null>,
  { onHold, onDrop }: { onHold: (cardId: string | null) => void; onDrop: (cardId: string, index: number) => void },
): DragOrder {
  const start = useRef<Start>(null);
  const [dragged, setDragged] = useState<Dragged | null>(null);

  const end = () => {
    start.current = null;
    setDragged(null);
    onHold(null);
  };
  const begin = (event: PointerEvent<HTMLElement>, cardId: string, from: number) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const rows = [...(list.current?.children ?? [])].map((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return { top: top + scrollY, bottom: bottom + scrollY };
    });
    start.current = { cardId, from, y: event.pageY, rows };
    onHold(cardId);
    setDragged({ cardId, from, by: 0, to: from });
  };
  const follow = (event: PointerEvent<HTMLElement>) => {
    if (!start.current) return;
    if (event.clientY < EDGE) scrollBy(0, -SCROLL);
    else if (event.clientY > innerHeight - EDGE) scrollBy(0, SCROLL);
    const { cardId, from, y, rows } = start.current;
    const by = event.pageY - y;
    setDragged({ cardId, from, by, to: placeOf(rows, from, by) });
  };

  return {
    dragged,
    handle: (cardId, index) => ({
      onPointerDown: (event) => begin(event, cardId, index),
      onPointerMove: follow,
      onPointerUp() {
        const dropped = start.current && dragged;
        end();
        if (dropped) onDrop(dropped.cardId, dropped.to);
      },
      onPointerCancel: end,
      onKeyDown(event) {
        if (event.key === 'Escape' && start.current) return end();
        const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
        if (by === 0) return;
        event.preventDefault();
        onDrop(cardId, index + by);
      },
    }),
  };
}

/** Where a card stands that was moved so far: beyond every other whose middle its edge has passed. */
export function placeOf(rows: readonly Row[], from: number, by: number): number {
  const moved = rows[from];
  if (!moved) return from;
  const middle = ({ top, bottom }: Row) => (top + bottom) / 2;
  const before = rows.slice(0, from).filter((row) => middle(row) < moved.top + by);
  const passed = rows.slice(from + 1).filter((row) => middle(row) < moved.bottom + by);
  return before.length + passed.length;
}
