import type { Locator, Page } from 'playwright-core';

/**
 * Drags a handle until its card lies over another one, with the mouse or a finger. The hand moves in small steps, as hands do.
 * Both must be on the screen.
 */
export async function dragBy(
  page: Page,
  handle: string,
  { over, finger = false }: { over: Locator; finger?: boolean },
): Promise<void> {
  const grip = page.getByRole('button', { name: handle });
  await over.scrollIntoViewIfNeeded();
  await grip.scrollIntoViewIfNeeded();
  const [from, target] = [await middleOf(grip), await middleOf(over)];
  const hand = finger ? await fingerOf(page) : page.mouse;
  await hand.move(from.x, from.y);
  await hand.down();
  const away = target.y - from.y;
  const steps = Math.ceil(Math.abs(away) / 20) + 1;
  for (let step = 1; step <= steps; step += 1) await hand.move(from.x, from.y + (away * step) / steps);
  await hand.up();
}

async function middleOf(of: Locator): Promise<{ x: number; y: number }> {
  const box = await of.boundingBox();
  if (!box) throw new Error('It is not on the screen.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** One finger, in the words of a mouse. */
async function fingerOf(page: Page): Promise<Pick<Page['mouse'], 'move' | 'down' | 'up'>> {
  const line = await page.context().newCDPSession(page);
  let at = { x: 0, y: 0 };
  let down = false;
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd') =>
    line.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [at] });
  return {
    async move(x, y) {
      at = { x, y };
      if (down) await touch('touchMove');
    },
    async down() {
      down = true;
      await touch('touchStart');
    },
    async up() {
      down = false;
      await touch('touchEnd');
    },
  };
}
