/** Where the focus is, and all that it stands in, from the inside out. */
type Place = { control: Element; within: Element[] };

/** Frames to wait for a place that does not take the focus yet. */
const TRIES = 60;

const inWindow = (element: Element): boolean => element.closest('[role="dialog"]') !== null;

function placeOf(control: Element): Place {
  const within: Element[] = [];
  for (let at = control.parentElement; at && at !== document.body; at = at.parentElement) within.push(at);
  return { control, within };
}

/** Where the focus goes: to the control itself while it is there, else to the nearest heading of what it stood in. */
function targetOf({ control, within }: Place): HTMLElement | null {
  if (control.isConnected) return control as HTMLElement;
  const headed = within.filter((each) => each.isConnected).map((each) => each.querySelector<HTMLElement>('h1, h2, h3'));
  return headed.find((heading) => heading !== null) ?? null;
}

/**
 * R23, WCAG 2.4.3. Where the control that has the focus goes with what it did, or a window closes whose button is gone, the nearest heading takes
 * the focus, so that the keyboard goes on from there. Whoever else sets the focus goes first. Returns how to stop.
 */
export function keepFocus(): () => void {
  let last: Place | undefined;
  /** Where the focus was last on the page itself: behind any window that is open over it, which may take the focus in any order. */
  let onPage: Place | undefined;
  let waiting = 0;

  const came = ({ target }: FocusEvent) => {
    if (!(target instanceof Element)) return;
    last = placeOf(target);
    if (!inWindow(target)) onPage = last;
  };
  /** The person left it, unless it is on its way out of the page: the browser says so before it is gone. */
  const went = ({ target, relatedTarget }: FocusEvent) => {
    if (relatedTarget !== null) return;
    queueMicrotask(() => {
      if (last?.control === target && last.control.isConnected) last = undefined;
    });
  };
  const look = (tries: number) => {
    waiting = 0;
    if (!last || last.control.isConnected || document.activeElement !== document.body) return;
    const target = targetOf(last) ?? (onPage ? targetOf(onPage) : null);
    if (!target) return;
    if (target.tabIndex < 0) target.tabIndex = -1;
    target.focus({ preventScroll: true });
    // What lies behind a window takes no focus before that has quite gone.
    if (document.activeElement !== target && tries > 0) waiting = requestAnimationFrame(() => look(tries - 1));
  };
  // A frame for whoever draws, and one for windows that give the focus back themselves.
  const changed = () => {
    if (!last || last.control.isConnected || waiting) return;
    waiting = requestAnimationFrame(() => {
      waiting = requestAnimationFrame(() => look(TRIES));
    });
  };

  const observer = new MutationObserver(changed);
  observer.observe(document.body, { childList: true, subtree: true });
  document.addEventListener('focusin', came);
  document.addEventListener('focusout', went);
  return () => {
    cancelAnimationFrame(waiting);
    observer.disconnect();
    document.removeEventListener('focusin', came);
    document.removeEventListener('focusout', went);
  };
}
