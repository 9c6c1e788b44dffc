import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

export const hasFocus = (of: Locator): Promise<boolean> => of.evaluate((element) => element === document.activeElement);

/** Tab until this control has the focus; what has the focus is seen to have it. */
export async function tabTo(page: Page, control: Locator, most = 60): Promise<void> {
  await control.waitFor();
  for (let tabs = 0; tabs < most; tabs += 1) {
    if (await hasFocus(control)) {
      const ring = await control.evaluate((element) => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
        // A choice is ringed on the words beside it, or around both.
        const around = [element.nextElementSibling, element.closest('label')];
        return [
          outlineStyle !== 'none' && outlineWidth !== '0px',
          boxShadow !== 'none',
          ...around.map((each) => each !== null && getComputedStyle(each).outlineStyle === 'solid'),
        ];
      });
      expect(ring).toContain(true);
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error('The keyboard does not reach it.');
}

export const button = (page: Page, name: string): Locator =>
  page.getByRole('main').getByRole('button', { name, exact: true });

/** Enter on a button, again where the press came within a moment of a turn change (N2). */
export async function enter(page: Page, name: string, done: Locator, most?: number): Promise<void> {
  await tabTo(page, button(page, name), most);
  await expect
    .poll(
      async () => {
        if (await hasFocus(button(page, name)).catch(() => false)) await page.keyboard.press('Enter');
        return done.waitFor({ timeout: 500 }).then(
          () => true,
          () => false,
        );
      },
      { timeout: 12_000 },
    )
    .toBe(true);
}
