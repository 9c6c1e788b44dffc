import { describe, expect, it } from 'vitest';
import { playTo } from '../kit/couple.ts';
import { aJourney } from '../kit/journey.ts';
import { begun } from '../kit/journey-couple.ts';
import { atStep, box, press, say, turnOf } from '../kit/journey-room.ts';

const journey = aJourney();

describe('one person on two devices', () => {
  it('SP6 the phone comes in by the QR code of the laptop and follows the talk live, each taking turns for both', async () => {
    const { couple, conversationId, robin: laptop, kim } = await begun(journey, 'heard', { robin: { width: 1280 } });
    await playTo(journey.server, couple, conversationId, 'share');
    const home = await laptop.context().newPage();
    await home.goto(`/space/${couple.spaceId}`);
    await home.getByRole('button', { name: 'Show a QR code' }).click();
    const url = await home.getByLabel('Link for your other device').innerText();

    const phone = await journey.device({ width: 390 });
    await phone.goto(url.replace('localhost', '127.0.0.1'));
    await phone.getByRole('button', { name: 'Bring me in' }).click();
    await phone.getByText('Robin (you)').waitFor();
    await phone.getByRole('link', { name: 'Go to the talk' }).click();
    await atStep(phone, 'share');
    expect(await turnOf(phone)).toBe(await turnOf(laptop));

    await box(laptop).fill('Begun on the laptop.');
    await expect.poll(() => box(phone).inputValue()).toBe('Begun on the laptop.');
    await say(phone, 'Share this', 'Said from the phone.');
    for (const page of [laptop, phone, kim]) await page.getByText('Said from the phone.').waitFor();
    await atStep(laptop, 'hear.mirror');
    expect(await laptop.getByTestId('unsent').count()).toBe(0);

    await say(kim, 'Say it back', 'What I took in came from your phone.');
    await press(laptop, 'Yes, that is it');
    await atStep(phone, 'hear.more');
  });
});
