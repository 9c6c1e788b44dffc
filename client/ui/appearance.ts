import { useSyncExternalStore } from 'react';

export const THEMES = ['system', 'light', 'dark'] as const;
export const TEXT_SIZES = ['usual', 'large', 'larger'] as const;
export type Appearance = { theme: (typeof THEMES)[number]; text: (typeof TEXT_SIZES)[number] };

const USUAL: Appearance = { theme: 'system', text: 'usual' };
const listeners = new Set<() => void>();
let current: Appearance = { theme: remembered('theme', THEMES), text: remembered('text', TEXT_SIZES) };

/** Theme and text size of this device. Not sensitive, so they are remembered in the browser's storage. */
export function useAppearance(): Appearance {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}

export function changeAppearance(change: Partial<Appearance>): void {
  current = { ...current, ...change };
  for (const name of ['theme', 'text'] as const) remember(name, current[name]);
  applyAppearance();
  for (const listener of listeners) listener();
}

/** Writes the choices to the root element, where tokens.css and base.css read them. */
export function applyAppearance(): void {
  const { dataset } = document.documentElement;
  for (const name of ['theme', 'text'] as const) {
    if (current[name] === USUAL[name]) delete dataset[name];
    else dataset[name] = current[name];
  }
}

function remember(name: keyof Appearance, value: string): void {
  try {
    if (value === USUAL[name]) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // Storage is switched off: the choice lasts as long as the page.
  }
}

function remembered<Value extends string>(name: string, known: readonly [Value, ...Value[]]): Value {
  try {
    const value = localStorage.getItem(name);
    return known.find((candidate) => candidate === value) ?? known[0];
  } catch {
    return known[0];
  }
}
