import type { Page } from 'playwright-core';

/** Begins a room called Kitchen table as Ada, in English. */
export async function begin(page: Page): Promise<void> {
  await page.goto('/begin');
  await page.getByLabel('A name for the room').fill('Kitchen table');
  await page.getByLabel('Your first name').fill('Ada');
  await page.getByRole('button', { name: 'Make the room' }).click();
  await page.getByRole('heading', { name: 'Kitchen table', level: 1 }).waitFor();
}

/** Makes an invitation and reads its link from the page. */
export async function inviteByLink(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Make a link' }).click();
  return page.getByTestId('made-link').locator('output').innerText();
}

/** Makes an invitation and reads its spoken code from the page. */
export async function inviteByCode(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Make a spoken code' }).click();
  return page.getByTestId('made-code').locator('output').innerText();
}
