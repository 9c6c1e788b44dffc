import { blank } from './leave-quickly.ts';

/** Marks the history entry that is shown as one of ours. Says nothing of a person. */
export function markEntry(): void {
  if (!history.state?.seen) history.replaceState({ ...history.state, seen: true }, '');
}

/**
 * LQ2. Whoever left quickly has taken their own entry of the history away, but not those before it. A page that Back, Forward or a
 * restored tab brings back leads elsewhere too where nobody is signed in any more, before anything of it is drawn. False: it is
 * on its way there.
 */
export async function mayBeShown(): Promise<boolean> {
  const [how] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const seenBefore = history.state?.seen === true;
  markEntry();
  if (how?.type !== 'back_forward' || !seenBefore) return true;
  const member = await whoIsHere();
  if (member !== null) return true;
  blank();
  location.replace('/left');
  return false;
}

/** Null where nobody is signed in; undefined where that can't be asked, and then nothing of anybody can be shown either. */
async function whoIsHere(): Promise<unknown> {
  try {
    const response = await fetch('/api/me');
    const me = await response.json();
    return me.locked ? undefined : me.member;
  } catch {
    return undefined;
  }
}
