/** How often to look whether the server answers, in ms, and how often in a row the page is loaded anew for one place. */
const PERIOD = 1000;
const AT_MOST = 3;

/**
 * A part of the program did not come: the server is just starting, or another version runs on it by now. Waits until the
 * server answers and loads the page anew; the history entry counts, so that a part that never comes is said at last.
 */
export async function loadAnew(fault: unknown): Promise<never> {
  const tried: number = history.state?.tried ?? 0;
  if (tried >= AT_MOST) throw fault;
  do {
    await new Promise((again) => setTimeout(again, PERIOD));
  } while (!(await answers()));
  history.replaceState({ ...history.state, tried: tried + 1 }, '');
  location.reload();
  return new Promise(() => undefined);
}

const answers = (): Promise<boolean> =>
  fetch('/healthz', { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
