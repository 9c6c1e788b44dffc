/** How often to look whether the clock jumped, and what counts as a jump: the device slept. In ms. */
const TICK = 5000;
const SLEPT = 3 * TICK;

/**
 * Calls when the page may have missed something: shown again, back online, brought back by Back, or after sleep. A line
 * that looks open may be dead by then.
 */
export function watchPage(woken: () => void): () => void {
  const shown = () => document.visibilityState === 'visible' && woken();
  document.addEventListener('visibilitychange', shown);
  addEventListener('online', woken);
  addEventListener('offline', woken);
  addEventListener('pageshow', woken);
  let last = Date.now();
  const timer = setInterval(() => {
    const now = Date.now();
    if (now - last > SLEPT) woken();
    last = now;
  }, TICK);
  return () => {
    document.removeEventListener('visibilitychange', shown);
    removeEventListener('online', woken);
    removeEventListener('offline', woken);
    removeEventListener('pageshow', woken);
    clearInterval(timer);
  };
}
