import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { aJourney } from '../kit/journey.ts';
import { faultless } from '../kit/journey-accessible.ts';
import { enter, hasFocus, tabTo } from '../kit/journey-keyboard.ts';
import { aKeptTalk, type Kept } from '../kit/kept-talk.ts';

const journey = aJourney();

type AtHome = { couple: Kept; robin: Page; kim: Page };

async function atHome(): Promise<AtHome> {
  const couple = await aKeptTalk(journey.server);
  const robin = await journey.device({ width: 390, cookie: couple.a.cookie });
  const kim = await journey.device({ width: 1280, cookie: couple.b.cookie });
  for (const page of [robin, kim]) await page.goto(`/space/${couple.spaceId}`);
  return { couple, robin, kim };
}

const leaving = (page: Page): Locator => page.getByRole('region', { name: 'Leaving and deleting' });

async function choose(page: Page, what: string): Promise<Locator> {
  await leaving(page).getByText('What you can do alone').click();
  await leaving(page).getByRole('button', { name: what, exact: true }).click();
  return page.getByRole('dialog');
}

describe('leaving and deleting', () => {
  it('ER6 a partner leaves after one question; the other reads it, begins nothing new and reads what both kept', async () => {
    const { couple, robin, kim } = await atHome();
    const dialog = await choose(robin, 'Leave this room');
    await dialog.getByText('Kim reads that you left').waitFor();
    await faultless('leaving a room', robin);
    await dialog.getByRole('button', { name: 'Leave for good' }).click();
    await kim.getByText(/^Robin left this room on /).waitFor();
    await robin.waitForURL('/');
    expect(await kim.getByRole('heading', { name: 'Choose a talk' }).count()).toBe(0);
    await faultless('a room that a partner left', kim);
    await robin.goto(`/space/${couple.spaceId}`);
    await robin.getByRole('link', { name: 'To the start' }).waitFor();
    await kim.goto(`/kept/${couple.spaceId}/${couple.conversationId}`);
    await kim.getByRole('button', { name: 'Open this talk' }).click();
    await kim.getByTestId('transcript').getByText('Robin', { exact: true }).first().waitFor();
  });

  it('ER6 ER7 ER8 whoever left finds what they can still do: take a deletion back, have their words destroyed; nothing else', async () => {
    const { couple, robin, kim } = await atHome();
    await (await choose(robin, 'Delete this room')).getByRole('button', { name: 'Announce it for in 14 days' }).click();
    await kim.getByRole('main').getByText('Until then you can read what you both kept').waitFor();
    await leaving(robin).getByRole('button', { name: 'Leave this room' }).click();
    await robin.getByRole('button', { name: 'Leave for good' }).click();
    await robin.waitForURL('/');
    const way = robin.getByRole('link', { name: 'A room you left' });
    await tabTo(robin, way);
    await faultless('start, a room that was left', robin);
    await way.press('Enter');
    const room = robin.getByRole('region', { name: 'A room you left' });
    await room.getByText('Nothing of it can be read here any more.').waitFor();
    expect(await robin.locator('body').innerText()).not.toMatch(/Kim|Our room|Some words/);
    await faultless('what whoever left can still do', robin);

    await tabTo(robin, room.getByRole('button', { name: 'Take that back' }));
    await robin.keyboard.press('Enter');
    await kim.getByRole('main').getByText('Robin took back that this room is deleted.').waitFor();
    await expect.poll(() => hasFocus(room.getByRole('heading'))).toBe(true);
    await tabTo(robin, room.getByRole('button', { name: 'Destroy my words there' }));
    await robin.keyboard.press('Enter');
    const dialog = robin.getByRole('dialog');
    await faultless('having words destroyed after leaving', robin);
    await tabTo(robin, dialog.getByRole('button', { name: 'Destroy my words' }));
    await robin.keyboard.press('Enter');
    await room.getByText('and had all your words there destroyed').waitFor();
    await expect.poll(() => hasFocus(room.getByRole('heading'))).toBe(true);
    expect(await room.getByRole('button').count()).toBe(0);
    await kim.getByRole('main').getByText('Robin had all of their own words destroyed.').waitFor();
    await kim.goto(`/kept/${couple.spaceId}/${couple.conversationId}`);
    await kim.getByRole('button', { name: 'Open this talk' }).click();
    await kim
      .getByText(/^Robin had all of their own words destroyed, on/)
      .first()
      .waitFor();
  });

  it('ER7 has all words of one destroyed, and what the other said stays', async () => {
    const { couple, robin, kim } = await atHome();
    const dialog = await choose(robin, 'Destroy my words everywhere');
    await faultless('having my words destroyed', robin);
    await dialog.getByRole('button', { name: 'Destroy my words' }).click();
    const changes = kim.getByRole('region', { name: 'What changed here' });
    await changes.getByText('Robin had all of their own words destroyed.').waitFor();
    await kim.goto(`/kept/${couple.spaceId}/${couple.conversationId}`);
    await kim.getByRole('button', { name: 'Open this talk' }).click();
    await kim
      .getByText(/^Robin had all of their own words destroyed, on/)
      .first()
      .waitFor();
    await kim.locator('li[data-seat="b"]').getByText('Some words.').first().waitFor();
    expect(await kim.locator('li[data-seat="a"]').getByText('Some words.').count()).toBe(0);
  });

  it('ER8 one announces it and takes it back, by the keyboard; where both agree it is deleted at once', async () => {
    const { robin, kim } = await atHome();
    let dialog = await choose(robin, 'Delete this room');
    await faultless('deleting a room', robin);
    await dialog.getByRole('button', { name: 'Announce it for in 14 days' }).click();
    await kim.getByRole('main').getByText('Until then you can read what you both kept').waitFor();
    await faultless('a room that will be deleted', kim);
    await robin.getByRole('heading', { level: 1 }).focus();
    const changes = robin.getByRole('region', { name: 'What changed here' });
    await enter(robin, 'Keep this room', changes.getByText('Robin took back that this room is deleted.'));

    await leaving(robin).getByRole('button', { name: 'Delete this room', exact: true }).click();
    dialog = robin.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Agree to delete it' }).click();
    const agreed = kim.getByRole('region', { name: 'What you both agreed to' });
    await agreed.getByText('Robin agrees to delete this room.').waitFor();
    await faultless('the other agrees to delete', kim);
    await (await choose(kim, 'Delete this room')).getByRole('button', { name: 'Agree to delete it' }).click();
    await leaving(kim).getByRole('button', { name: 'Delete this room', exact: true }).click();
    await kim.getByRole('dialog').getByRole('button', { name: 'Delete this room now' }).click();
    for (const page of [robin, kim]) {
      await expect.poll(() => page.getByText('Our room').count(), { timeout: 10_000 }).toBe(0);
      await page.reload();
      await page.getByRole('link', { name: 'To the start' }).waitFor();
    }
  });
});
