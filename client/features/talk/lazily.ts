import { type ComponentType, lazy } from 'react';

/** How long to wait before asking again for a part that did not come, in ms. */
const AGAIN = 3000;

/**
 * A part of the room in a chunk of its own. Where it does not come, the room goes on without it and asks again: loading the
 * page anew, as screens do, would drop what is being written.
 */
export const lazily = <Props extends object>(load: () => Promise<ComponentType<Props>>) =>
  lazy(async () => ({ default: await untilLoaded(load) }));

async function untilLoaded<Part>(load: () => Promise<Part>): Promise<Part> {
  for (;;) {
    try {
      return await load();
    } catch {
      await new Promise((again) => setTimeout(again, AGAIN));
    }
  }
}
