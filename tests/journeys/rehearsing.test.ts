import { describe, expect, it } from 'vitest';
import { aJourney } from '../kit/journey.ts';
import { act, stepOn } from '../kit/journey-facilitated.ts';
import { listened } from '../kit/journey-line.ts';

const journey = aJourney();

describe('a rehearsal', () => {
  it('ME7 leads a talk with two scripted partners, who come, answer, and read what the console does', async () => {
    const lead = await journey.device();
    listened(lead);
    await lead.goto('/rehearse');
    await lead.getByLabel('Your first name').fill('Eva');
    await lead.getByRole('radio', { name: /^Heard\b/ }).check({ force: true });
    await lead.getByRole('button', { name: 'Begin the rehearsal' }).click();
    await lead.waitForURL(/\/lead\//);
    await lead.getByTestId('console').waitFor();
    for (const seat of ['a', 'b']) {
      const admission = lead.getByTestId(`admission-${seat}`);
      await expect
        .poll(
          async () => {
            if ((await admission.getAttribute('data-admitted')) === 'true') return true;
            await admission.getByRole('button').click({ timeout: 1000 });
            return false;
          },
          { timeout: 20_000 },
        )
        .toBe(true);
      await lead.locator(`[data-testid="gather-${seat}"][data-ready="true"]`).waitFor();
    }
    await act(lead, 'Begin');
    await stepOn(lead, 'share');
    await lead.getByTestId('held').waitFor();
    await act(lead, 'ReturnFloor');
    await lead.getByRole('article').first().waitFor();
    await act(lead, 'HoldFloor');
    await lead.getByTestId('held').getByText('Eva holds the floor.').waitFor();
    await act(lead, 'EndGently', 'Yes, go to the close');
    await lead.getByTestId('ended').waitFor({ timeout: 60_000 });
    await lead.getByRole('link', { name: 'To this couple' }).click();
    await lead.getByText('A rehearsal: both partners are scripted.').waitFor();
  });
});
