import type { Locator, Page } from 'playwright-core';

/** What a person does in the room. Free of any test runner, so that the pictures of the README are made with it too. */

/** Waits until this step is on the screen. */
export const atStep = (page: Page, stepId: string): Promise<void> =>
  page.locator(`[data-testid="room"][data-step="${stepId}"]`).waitFor();

export const turnOf = (page: Page): Promise<string | null> => page.getByTestId('room').getAttribute('data-turn');

/** Whose floor the banner says it is: `mine`, `theirs`, `each` or `together`. */
export const floorOf = (page: Page): Promise<string | null> => page.getByTestId('floor').getAttribute('data-floor');

export const box = (page: Page, label = 'Your words'): Locator =>
  page.getByRole('textbox', { name: label, exact: true });

/** Chooses a number on a scale by its words. */
export const rate = (page: Page, scale: string, value: number): Promise<void> =>
  page
    .getByRole('group', { name: scale })
    .getByRole('radio', { name: new RegExp(`^${value}\\b`) })
    .check({ force: true });

/**
 * Presses until the press is taken, as a person would. The room ignores a press within a moment of a turn change on
 * purpose (N2), and holds its buttons closed while there is something to read (TU5).
 */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  const before = await page.evaluate(changed, '');
  const button = page.getByRole('main').getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) });
  await button.waitFor();
  for (let tries = 0; tries < 12; tries += 1) {
    await button.click({ timeout: tries === 0 ? 18_000 : 1000 }).catch((error: unknown) => {
      if (tries === 0) throw error;
    });
    const moved = page.waitForFunction(changed, before, { timeout: 600, polling: 50 });
    const taken = moved.then(Boolean, () => false);
    if (await taken) return;
  }
  throw new Error(`Nothing came of pressing ${name}.`);
}

/** What is on the screen, which turn, which parts, in which state, under which headings; empty where it is as it was. */
function changed(was: string): string {
  const all = [...document.querySelectorAll<HTMLElement>('main [data-testid], main h1, main h2')];
  const parts = all.map(({ dataset: { testid, turn, state }, innerText }) =>
    testid === undefined ? innerText : [testid, turn, state].join(' '),
  );
  const now = ['room', ...parts].join('; ');
  return now === was ? '' : now;
}

/** Writes into the box of a step and gives it. */
export async function say(page: Page, button: string, text: string): Promise<void> {
  await box(page).fill(text);
  await press(page, button);
}

/** From the calm screen back to the talk, rating how it is now. */
export async function comeBack(page: Page): Promise<void> {
  await press(page, 'I am ready to come back');
  await rate(page, 'How stirred up is your body now?', 3);
  await press(page, 'Come back');
}

/** Is this text anywhere in the page, hidden parts included? */
export const holds = (page: Page, text: string): Promise<boolean> =>
  page.evaluate((wanted) => {
    const boxes = [...document.querySelectorAll('textarea, input')] as HTMLInputElement[];
    return document.documentElement.outerHTML.includes(wanted) || boxes.some(({ value }) => value.includes(wanted));
  }, text);

/** From the first step of Heard to the step that tells, on the screens of both. */
export async function arriveAtShare(both: readonly Page[]): Promise<void> {
  for (const page of both) await press(page, 'Yes, now is good');
  for (const page of both) {
    await rate(page, 'How stirred up', 3);
    await press(page, 'Save this');
  }
  for (const page of both) await say(page, 'Share this', 'I want to bring patience.');
  for (const page of both) await atStep(page, 'share');
}
