import { createContext, useContext } from 'react';

/** What the buttons that every screen has do. Given by the app, so that drawing stays free of doing. */
export type FrameActions = {
  /** Opens Help over the page, so that nothing being written is lost. */
  openHelp: () => void;
  /** Opens text size, theme and language over the page. */
  openSettings: () => void;
  /** R5. At once, without asking. */
  leaveQuickly: () => void;
};

const FrameContext = createContext<FrameActions | null>(null);
export const FrameProvider = FrameContext.Provider;

export function useFrameActions(): FrameActions {
  const actions = useContext(FrameContext);
  if (!actions) throw new Error('A Frame stands outside its FrameProvider.');
  return actions;
}
