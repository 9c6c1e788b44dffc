import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { aJourney } from '../kit/journey.ts';
import { faultless } from '../kit/journey-accessible.ts';
import { aRoomOfTwo } from '../kit/journey-guests.ts';

const journey = aJourney();

async function saved(page: Page, button: string): Promise<{ name: string; text: string }> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).press('Enter');
  const download = await coming;
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

describe('what is mine', () => {
  it('MY1 MY2 R23 is mine as a file, by the keyboard, and the other notices nothing', async () => {
    const { ada, ben } = await aRoomOfTwo(journey);
    const before = await ben.locator('main').innerText();
    await ada.getByRole('link', { name: 'What is yours, as a file' }).press('Enter');
    await ada.getByRole('heading', { name: 'What is yours', exact: true }).waitFor();
    await faultless('my data', ada);
    const page = await saved(ada, 'Save to read');
    expect(page.name).toBe('my-words.html');
    expect(page.text).toContain('Ada');
    expect(page.text).not.toContain('Ben');
    await ada.getByText('The file was made.').waitFor();
    const forPrograms = await saved(ada, 'Save for another program');
    expect(forPrograms.name).toBe('my-words.json');
    expect(JSON.parse(forPrograms.text)).toMatchObject({ layout: 1, rooms: [{ as: 'partner' }] });
    await ada.goBack();
    await expect.poll(() => ben.locator('main').innerText()).toBe(before);
  });
});
