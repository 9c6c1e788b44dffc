import { describe, it } from 'vitest';
import { aJourney } from '../kit/journey.ts';
import { atStep, box, press, rate, say } from '../kit/journey-room.ts';

const journey = aJourney();

describe('somebody alone', () => {
  it('tries a whole check-in with the practice partner', async () => {
    const page = await journey.device({ width: 390 });
    await page.goto('/');
    await page.getByRole('link', { name: 'Try it with a practice partner' }).click();
    await page.getByLabel('Your first name').fill('Sam');
    await page.getByRole('button', { name: 'Go to the practice room' }).click();
    await page.getByText('This is a practice room.').waitFor();
    const checkIn = page.getByRole('article', { name: 'Five-part check-in' });
    await checkIn.getByRole('button', { name: 'Choose' }).click();
    await checkIn.getByRole('button', { name: 'Open this talk' }).click();
    await press(page, 'I am ready');
    await press(page, 'Begin');

    await atStep(page, 'rate');
    await rate(page, 'How stirred up', 2);
    await press(page, 'Save this');
    await atStep(page, 'share');
    const parts = [
      'Two feelings you carried',
      'Something your partner did',
      'One need, put as a wish',
      'Something you own',
    ];
    for (const part of parts) await page.getByRole('textbox', { name: part }).fill(`About: ${part}.`);
    await press(page, 'Share this');
    await atStep(page, 'witness~2');
    await press(page, 'Thank you for telling me.');
    await atStep(page, 'plan');
    await box(page).waitFor();
    await say(page, 'Suggest this', 'We will make time for the holidays.');
    await page.getByRole('heading', { name: 'That is all for today' }).waitFor();
  });
});
