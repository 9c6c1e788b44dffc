type Undoing = { undo: () => void; redo: () => void; signal: AbortSignal };

/** DP3. Every way to undo leads to an undo of our own: the browser's would take back what others wrote. */
export function watchUndoKeys(area: HTMLTextAreaElement, { undo, redo, signal }: Undoing): void {
  area.addEventListener(
    'beforeinput',
    (event) => {
      const wish = { historyUndo: undo, historyRedo: redo }[event.inputType];
      if (!wish) return;
      event.preventDefault();
      wish();
    },
    { signal },
  );
  area.addEventListener(
    'keydown',
    (event) => {
      // With Alt it is a letter: AltGr writes the Polish z with a dot, and counts as Ctrl and Alt.
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return;
      const key = letterOf(event);
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      if (key === 'z' && !event.shiftKey) undo();
      else redo();
    },
    { signal },
  );
}

/** The Latin letter of a key; where a keyboard writes another script, the one in the same place. */
function letterOf({ key, code }: KeyboardEvent): string {
  return /^[a-z]$/i.test(key) ? key.toLowerCase() : code.replace(/^Key/, '').toLowerCase();
}
