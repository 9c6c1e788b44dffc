import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { aJourney } from '../kit/journey.ts';
import { faultless } from '../kit/journey-accessible.ts';
import { button, enter } from '../kit/journey-keyboard.ts';
import { aKeptTalk, type Kept } from '../kit/kept-talk.ts';

const journey = aJourney();
const DAY = 24 * 3_600_000;

type AtHome = { couple: Kept; robin: Page; kim: Page };

/** Robin and Kim at home in their room, with one talk that both kept; no other device of theirs has it open. */
async function atHome(): Promise<AtHome> {
  const couple = await aKeptTalk(journey.server);
  const robin = await journey.device({ width: 390, cookie: couple.a.cookie });
  const kim = await journey.device({ width: 1280, cookie: couple.b.cookie });
  for (const person of [couple.a, couple.b]) person.disconnect();
  for (const page of [robin, kim]) await page.goto(`/space/${couple.spaceId}`);
  return { couple, robin, kim };
}

const agreed = (page: Page): Locator => page.getByRole('region', { name: 'What you both agreed to' });

async function wish(page: Page, days: string): Promise<void> {
  await agreed(page).getByText('Change how long').click();
  await agreed(page).getByRole('radio', { name: days, exact: true }).check({ force: true });
  await agreed(page).getByRole('button', { name: 'Save my wish' }).click();
}

describe('what both agreed to', () => {
  it('ER4 either shortens how long talks stay at once; longer waits until the other would like it, too', async () => {
    const { robin, kim } = await atHome();
    await agreed(kim).getByText('90 days from the end of each talk.').waitFor();
    await wish(robin, '30 days');
    await agreed(kim).getByText('30 days from the end of each talk.').waitFor();
    await wish(kim, '180 days');
    await agreed(kim).getByText('You would like 180 days. That holds once Robin would like it, too.').waitFor();
    await agreed(robin).getByText('Kim would like 180 days.').waitFor();
    await faultless('space, a longer time is asked for', robin);
    await faultless('space, a longer time waits', kim);
    await agreed(robin).getByText('30 days from the end of each talk.').waitFor();
    await agreed(robin).getByRole('button', { name: 'Agree to 180 days' }).click();
    for (const page of [robin, kim]) await agreed(page).getByText('180 days from the end of each talk.').waitFor();
    const changes = kim.getByRole('region', { name: 'What changed here' });
    await changes.getByText('Robin would like kept talks to stay for 180 days.').waitFor();
  });

  it('CO4 R20 looking back alone is taken back and given again by the keyboard; meanwhile it is read together', async () => {
    const { couple, robin, kim } = await atHome();
    await agreed(robin).getByText('You agree that Kim reads kept talks alone.').waitFor();
    await enter(robin, 'Read together only', button(robin, 'Agree to reading alone'), 120);
    await agreed(kim).getByText('You read kept talks only while Robin opens them for both.').waitFor();

    await kim.goto(`/kept/${couple.spaceId}/${couple.conversationId}`);
    await kim.getByRole('button', { name: 'Open this talk' }).click();
    await kim.getByText('Robin would like kept talks to be read together.').waitFor();
    await faultless('a talk that is read together', kim);
    await robin.goto(`/kept/${couple.spaceId}/${couple.conversationId}`);
    await robin.getByRole('button', { name: 'Open this talk' }).click();
    await enter(robin, 'Read it together now', button(robin, 'No more together'), 80);
    await faultless('a talk opened for both', robin);
    await kim.getByRole('button', { name: 'Open it now' }).click();
    await kim.getByRole('button', { name: 'Open this talk' }).click();
    await kim.getByTestId('transcript').waitFor();

    await robin.goto(`/space/${couple.spaceId}`);
    await agreed(robin).getByRole('button', { name: 'Agree to reading alone' }).click();
    await agreed(robin).getByText('You agree that Kim reads kept talks alone.').waitFor();
    await kim.goto(`/kept/${couple.spaceId}/${couple.conversationId}`);
    await kim.getByRole('button', { name: 'Open this talk' }).click();
    await kim.getByTestId('transcript').waitFor();
  });

  it('ER5 says in the list until when a talk is kept, and in the room what ends within a week', async () => {
    const { couple, robin } = await atHome();
    await agreed(robin).waitFor();
    expect(await robin.getByRole('region', { name: 'Ending soon' }).count()).toBe(0);
    await robin.clock.setFixedTime(Date.now() + 84 * DAY);
    await robin.reload();
    await robin.getByRole('region', { name: 'Ending soon' }).getByRole('link').waitFor();
    await faultless('space, a talk ends soon', robin);
    await robin.goto(`/kept/${couple.spaceId}`);
    const until = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric' }).format(Date.now() + 90 * DAY);
    await robin.getByText(/^kept until/).waitFor();
    expect(await robin.getByText(/^kept until/).textContent()).toContain(until.split(' ')[0]);
    await faultless('kept talks, until when', robin);
  });
});
