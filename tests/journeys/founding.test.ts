import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { aJourney } from '../kit/journey.ts';
import { confirm, join } from '../kit/journey-guests.ts';

const journey = aJourney();

/** Eva opens a room called Garden and is shown the two links. */
async function founded(eva: Page): Promise<{ one: Locator; other: Locator }> {
  await eva.goto('/');
  await eva.getByRole('link', { name: 'I accompany couples' }).click();
  await eva.getByLabel('A name for the room').fill('Garden');
  await eva.getByLabel('Your name').fill('Eva');
  await eva.getByLabel('It stays with me').check();
  await eva.getByRole('button', { name: 'Open the room' }).click();
  const one = eva.getByRole('region', { name: 'Link for one of them' });
  await one.waitFor();
  return { one, other: eva.getByRole('region', { name: 'Link for the other' }) };
}

const make = async (seat: Locator): Promise<string> => {
  await seat.getByRole('button', { name: 'Make the link' }).click();
  return seat.locator('output').innerText();
};

describe('a therapist opens a room for a couple', () => {
  it('R16 says how they handle secrets before anything is opened', async () => {
    const eva = await journey.device();
    await eva.goto('/therapist');
    await eva.getByLabel('A name for the room').fill('Garden');
    await eva.getByLabel('Your name').fill('Eva');
    await eva.getByRole('button', { name: 'Open the room' }).click();
    await eva.getByText('Please choose one of the two.').waitFor();
    expect(await eva.getByLabel('I keep no secrets between them').evaluate((e) => e === document.activeElement)).toBe(
      true,
    );
  });

  it('ME7 sends each partner a link, makes one anew, and is let in once both have confirmed', async () => {
    const [eva, ada, ben] = await Promise.all([
      journey.device(),
      journey.device({ width: 390 }),
      journey.device({ width: 1280 }),
    ]);
    const { one, other } = await founded(eva);
    const old = await make(one);
    await one.getByRole('button', { name: 'Make it anew' }).click();
    await expect.poll(() => one.locator('output').innerText()).not.toBe(old);
    await ada.goto(old);
    await ada.getByRole('heading', { name: 'This link does not open a room' }).waitFor();
    await join(ada, await one.locator('output').innerText(), 'Ada');
    await one.getByText('Used: this person is in the room.').waitFor();
    await ada.getByRole('region', { name: 'Eva opened this room for you both' }).waitFor();

    await make(other);
    await other.getByRole('button', { name: 'Take back' }).click();
    await other.getByText('Taken back.').waitFor();
    await eva.reload();
    await other.getByRole('button', { name: 'Make it anew' }).click();
    await join(ben, await other.locator('output').innerText(), 'Ben');
    for (const page of [ada, ben]) await confirm(page, 'Eva');
    await eva.waitForURL(/\/caseload\//);
    await eva.goto('/');
    await eva.getByRole('link', { name: 'Go to the couples I accompany' }).waitFor();
  });

  it('ME7 may withdraw before they are confirmed; the room stays the couple’s', async () => {
    const [eva, ada] = await Promise.all([journey.device(), journey.device({ width: 390 })]);
    const { one } = await founded(eva);
    await join(ada, await make(one), 'Ada');
    await eva.getByRole('link', { name: 'Withdraw' }).click();
    await eva.getByRole('button', { name: 'Withdraw' }).click();
    await eva.getByRole('button', { name: 'Yes, withdraw' }).click();
    await eva.getByRole('heading', { name: 'Your place in “Garden” has ended' }).waitFor();
    await ada.getByRole('region', { name: 'What changed here' }).getByText('Eva left.').waitFor();
    await ada.getByRole('heading', { name: 'Garden' }).waitFor();
  });
});
