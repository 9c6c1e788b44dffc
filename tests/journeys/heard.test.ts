import { describe, expect, it } from 'vitest';
import { playTo } from '../kit/couple.ts';
import { aJourney } from '../kit/journey.ts';
import { idOf, takeOver } from '../kit/journey-couple.ts';
import { atStep, box, floorOf, press, rate, say } from '../kit/journey-room.ts';
import { inviteByLink } from './room-steps.ts';

const journey = aJourney();
const DAY = 24 * 3600_000;

describe('two partners run Heard', () => {
  it('from two devices, are both heard, keep it, and read it again the next day', async () => {
    const robin = await journey.device({ width: 390 });
    const kim = await journey.device({ width: 1280 });

    await robin.goto('/');
    await robin.getByRole('link', { name: 'Begin', exact: true }).click();
    await robin.getByLabel('A name for the room').fill('Kitchen table');
    await robin.getByLabel('Your first name').fill('Robin');
    await robin.getByRole('button', { name: 'Make the room' }).click();
    await kim.goto(await inviteByLink(robin));
    await kim.getByLabel('Your first name').fill('Kim');
    await kim.getByRole('button', { name: 'Join the room' }).click();
    await kim.getByText('Kim (you)').waitFor();

    const heard = robin.getByRole('article', { name: 'Heard' });
    await heard.getByRole('button', { name: 'Choose' }).click();
    await heard.getByRole('button', { name: 'Open this talk' }).click();
    await kim.getByRole('link', { name: 'Go to the talk' }).click();
    for (const page of [robin, kim]) await press(page, 'I am ready');
    await press(robin, 'Begin');

    for (const page of [robin, kim]) {
      await atStep(page, 'ready');
      await press(page, 'Yes, now is good');
    }
    for (const page of [robin, kim]) {
      await atStep(page, 'rate');
      await rate(page, 'How stirred up', 3);
      await press(page, 'Save this');
    }
    for (const [page, words] of [
      [robin, 'I want to bring patience.'],
      [kim, 'I want to bring open ears.'],
    ] as const) {
      await atStep(page, 'intend');
      await say(page, 'Share this', words);
    }

    await atStep(robin, 'share');
    expect([await floorOf(robin), await floorOf(kim)]).toEqual(['mine', 'theirs']);
    await kim.getByText('It is Robin’s turn. Your box opens when the floor comes to you.').waitFor();
    expect(await box(kim).count()).toBe(0);
    await say(robin, 'Share this', 'I feel alone on Sundays.');

    await kim.getByText('I feel alone on Sundays.').waitFor();
    await say(kim, 'Say it back', 'What I took in is that Sundays are lonely.');
    await press(robin, 'Not yet');
    await say(robin, 'Share this piece', 'It is the evenings most of all.');
    await say(kim, 'Say it back', 'The heart of it seems to be the Sunday evenings.');
    await press(robin, 'Yes, that is it');
    await press(robin, 'It is whole for now');
    await say(kim, 'Say it back', 'All together, I understand that Sunday evenings hurt.');
    await press(robin, 'Nothing, that is all of it');
    await say(kim, 'Say what makes sense', 'It fits, because I am often away then.');
    await say(kim, 'Say it to them', 'Something in me goes quiet when I picture it.');
    await rate(robin, 'How far I felt met', 8);
    await press(robin, 'Go on from here');

    await atStep(kim, 'share~2');
    expect([await floorOf(robin), await floorOf(kim)]).toEqual(['theirs', 'mine']);
    const conversationId = idOf(robin);
    const couple = await takeOver(journey, conversationId, robin, kim);
    await playTo(journey.server, couple, conversationId, 'keep');

    for (const page of [robin, kim]) {
      await page.getByRole('radio', { name: 'Keep this talk' }).check({ force: true });
      await press(page, 'Give my answer');
    }
    await atStep(robin, 'plan');
    await say(robin, 'Suggest this', 'In the coming hour we walk the dog.');
    await kim.getByText('Robin suggests this for both of you.').waitFor();
    await press(kim, 'I agree');
    for (const page of [robin, kim]) {
      await page.getByRole('heading', { name: 'That is all for today' }).waitFor();
      await page.getByText('You both kept this talk.').waitFor();
    }

    journey.server.advance(DAY);
    await journey.server.restart();
    const tomorrow = await robin.context().newPage();
    await tomorrow.goto('/');
    await tomorrow.getByRole('link', { name: 'Go to my room' }).click();
    await tomorrow.getByRole('link', { name: 'Read kept talks' }).click();
    const kept = tomorrow.getByRole('main').getByRole('listitem').filter({ hasText: 'Heard' });
    await kept.getByText('with Kim').waitFor();
    await kept.getByRole('link').click();
    await tomorrow.getByRole('button', { name: 'Open this talk' }).click();
    const transcript = tomorrow.getByTestId('transcript');
    await transcript.waitFor();
    const line = (words: string) => transcript.getByRole('listitem').filter({ hasText: words }).first().innerText();
    expect(await line('I feel alone on Sundays.')).toMatch(/Robin[\s\S]*shared/);
    expect(await line('What I took in is that')).toMatch(/Kim[\s\S]*told back/);
    expect(await line('It is the evenings most')).toMatch(/Robin[\s\S]*the missing piece/);
    expect(await line('because I am often away')).toMatch(/Kim[\s\S]*it makes sense/);
    expect(await line('goes quiet when I picture it')).toMatch(/Kim[\s\S]*felt with/);
    expect(await line('we walk the dog')).toMatch(/Agreed by both/);
  });
});
