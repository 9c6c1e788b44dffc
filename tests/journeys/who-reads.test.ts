import { describe, expect, it } from 'vitest';
import { aJourney } from '../kit/journey.ts';
import { allInSight, faultless } from '../kit/journey-accessible.ts';
import { tabTo } from '../kit/journey-keyboard.ts';
import { begin } from './room-steps.ts';

const journey = aJourney();

describe('who can read what', () => {
  it('PR9 R24 stands in a table that everybody can open, signed out too, and stays one where it is narrow', async () => {
    const page = await journey.device({ width: 390 });
    await page.goto('/');
    await tabTo(page, page.getByRole('link', { name: 'Who can read what' }), 80);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Who can read what' }).waitFor();
    const table = page.getByRole('table');
    expect(await table.getByRole('rowheader').allInnerTexts()).toEqual([
      'Your partner',
      'A facilitator you both let in',
      'An observer you both let in',
      'Whoever runs this place',
      'Everybody else here',
    ]);
    const host = table.getByRole('row').filter({ hasText: 'Whoever runs this place' });
    expect(await host.getByRole('cell').first().innerText()).toContain('Everything that is on the server');
    await allInSight(page);
    await faultless('who can read what', page);
  });

  it('PR9 is one link away from the settings, beside one’s account, devices and what is one’s own', async () => {
    const page = await journey.device({ width: 390 });
    await begin(page);
    const names = [/^My account/, 'My devices, and a way back', 'What is mine, as a file', /^Who can read what/];
    for (const name of names) {
      await page.getByRole('button', { name: 'Settings' }).click();
      await page.getByRole('dialog').getByRole('link', { name }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.goBack();
      await page.getByRole('heading', { level: 1, name: 'Kitchen table' }).waitFor();
    }
  });
});
