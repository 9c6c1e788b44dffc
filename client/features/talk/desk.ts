import { createContext, useContext } from 'react';
import type { Drafts } from '../../conversation/drafts.ts';
import type { SavedState } from '../../documents/document-state.ts';
import { type Listeners, listeners } from '../../line/listeners.ts';

/** A box of a step, on the screen. */
export type PlacedBox = { area: HTMLTextAreaElement; stepId: string; fieldId: string };

/** Puts the words of a box into it and takes what is typed there. Returns how to let go of it. */
export type Bind = (box: PlacedBox) => () => void;

/** How it is with what was written: as the line of edits says; `not-saved` where there is none. */
export type Saved = SavedState;

export type Desk = {
  place: Bind;
  /** Binds all boxes otherwise, until the returned call: to the private document, once it is there. */
  bindWith(bind: Bind): () => void;
  saved(): Saved;
  say(saved: Saved): void;
  subscribe: Listeners['subscribe'];
};

/**
 * The boxes that one person writes in. They are filled from the page's memory until something better binds them, so that
 * nobody waits for a line or a document before writing. A word that is being composed is finished first.
 */
export function openDesk(drafts: Drafts): Desk {
  const changed = listeners();
  const boxes = new Map<PlacedBox, () => void>();
  const composing = new Set<HTMLTextAreaElement>();
  let bind = bindToMemory;
  let saved: Saved = 'not-saved';

  const rebind = (next: Bind) => {
    bind = next;
    for (const [box, letGo] of boxes) {
      letGo();
      boxes.set(box, composing.has(box.area) ? onceComposed(box) : bind(box));
    }
  };
  return {
    place(box) {
      const { area } = box;
      const begins = () => composing.add(area);
      const ends = () => composing.delete(area);
      area.addEventListener('compositionstart', begins);
      area.addEventListener('compositionend', ends);
      boxes.set(box, bind(box));
      return () => {
        area.removeEventListener('compositionstart', begins);
        area.removeEventListener('compositionend', ends);
        ends();
        boxes.get(box)?.();
        boxes.delete(box);
      };
    },
    bindWith(next) {
      rebind(next);
      return () => rebind(bindToMemory);
    },
    saved: () => saved,
    say(next) {
      if (next === saved) return;
      saved = next;
      changed.tell();
    },
    subscribe: changed.subscribe,
  };

  function bindToMemory({ area, stepId, fieldId }: PlacedBox): () => void {
    const show = () => {
      const text = drafts.get(stepId, fieldId);
      if (area.value !== text && !composing.has(area)) area.value = text;
    };
    const typed = () => drafts.set(stepId, fieldId, area.value);
    show();
    area.addEventListener('input', typed);
    const leave = drafts.subscribe(show);
    return () => {
      area.removeEventListener('input', typed);
      leave();
    };
  }

  /** In the middle of a composition the box stays with memory until the word is there. */
  function onceComposed(box: PlacedBox): () => void {
    let letGo = bindToMemory(box);
    const composed = () => {
      letGo();
      letGo = bind(box);
    };
    box.area.addEventListener('compositionend', composed, { once: true });
    return () => {
      box.area.removeEventListener('compositionend', composed);
      letGo();
    };
  }
}

const DeskContext = createContext<Desk | null>(null);
export const DeskProvider = DeskContext.Provider;

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('A box stands outside its desk.');
  return desk;
}
