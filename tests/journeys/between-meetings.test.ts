import { describe, expect, it } from 'vitest';
import { aFacilitatedCouple } from '../kit/facilitated.ts';
import { aJourney } from '../kit/journey.ts';

const journey = aJourney();
const LINE = 'Ada suggests this talk until you meet.';

describe('a talk for between meetings', () => {
  it('ME10 is suggested from the couple’s file, read by both, and put away by one of them or by whoever suggested it', async () => {
    const { a, b, facilitator, spaceId } = await aFacilitatedCouple(journey.server);
    const [robin, kim, ada] = [
      await journey.device({ width: 390, cookie: a.cookie }),
      await journey.device({ cookie: b.cookie }),
      await journey.device({ cookie: facilitator.cookie }),
    ];
    const both = [robin, kim];
    for (const page of both) await page.goto(`/space/${spaceId}`);
    await ada.goto(`/caseload/${spaceId}`);
    const card = ada.getByRole('region', { name: 'Between meetings' });
    const suggest = card.getByRole('button', { name: 'Suggest this talk' });
    const suggested = card.getByText(/^Reach and respond, suggested on .*\. Not done yet\.$/);

    await card.getByRole('radio', { name: 'Reach and respond' }).check({ force: true });
    await suggest.click();
    await suggested.waitFor();
    for (const page of both) await page.getByText(LINE).waitFor();
    const list = await ada.context().newPage();
    await list.goto('/caseload');
    await list.getByTestId('couple').getByText('Reach and respond', { exact: false }).waitFor();

    await robin.getByRole('button', { name: 'Put the suggestion away' }).click();
    for (const page of both) await page.getByText(LINE).waitFor({ state: 'detached' });
    await suggest.waitFor();
    await expect.poll(() => list.getByTestId('couple').getByText('Reach and respond').count()).toBe(0);

    await card.getByRole('radio', { name: 'Reach and respond' }).check({ force: true });
    await suggest.click();
    for (const page of both) await page.getByText(LINE).waitFor();
    await card.getByRole('button', { name: 'Put it away' }).click();
    for (const page of both) await page.getByText(LINE).waitFor({ state: 'detached' });
    await suggest.waitFor();
    for (const page of both) {
      await page.reload();
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await page.getByText(LINE).count()).toBe(0);
    }
  });
});
