import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { accepted, playTo } from '../kit/couple.ts';
import { aFacilitatedCouple, aGuest, beginLed, openLed } from '../kit/facilitated.ts';
import { aJourney } from '../kit/journey.ts';
import { enter, hasFocus, tabTo } from '../kit/journey-keyboard.ts';

const journey = aJourney();
/** A page for several couples has many controls, and all are on the way. */
const MOST = 120;

/** Enter on a link. */
async function follow(page: Page, link: Locator): Promise<void> {
  await tabTo(page, link, MOST);
  await page.keyboard.press('Enter');
}

/** A guide of a list, by arrow keys from the one that is chosen. */
async function choose(page: Page, of: Locator, title: string): Promise<void> {
  await tabTo(page, of.getByRole('radio', { checked: true }), MOST);
  const wanted = of.getByRole('radio', { name: new RegExp(`^${title}\\b`) });
  for (let presses = 0; presses < 5 && !(await wanted.isChecked()); presses += 1) {
    await page.keyboard.press('ArrowDown');
  }
  expect([await wanted.isChecked(), await hasFocus(wanted)]).toEqual([true, true]);
}

/** Nothing that was pressed took the keyboard’s place on the page away. */
const kept = async (page: Page): Promise<void> =>
  expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);

describe('with the keyboard alone, for whoever accompanies couples', () => {
  it('R23 opens a room, and makes a link for each of the two', async () => {
    const eva = await journey.device();
    await eva.goto('/therapist');
    await tabTo(eva, eva.getByLabel('A name for the room'));
    await eva.keyboard.type('Garden');
    await tabTo(eva, eva.getByLabel('Your name'));
    await eva.keyboard.type('Eva');
    await tabTo(eva, eva.getByLabel('I keep no secrets between them'));
    await eva.keyboard.press('Space');
    await enter(eva, 'Open the room', eva.getByRole('heading', { name: '“Garden”: a link for each of them' }));
    for (const seat of ['Link for one of them', 'Link for the other']) {
      const part = eva.getByRole('region', { name: seat });
      await tabTo(eva, part.getByRole('button', { name: 'Make the link' }), MOST);
      await eva.keyboard.press('Enter');
      await part.locator('output').waitFor();
      await kept(eva);
    }
    const first = eva.getByRole('region', { name: 'Link for one of them' });
    await tabTo(eva, first.getByRole('button', { name: 'Take back' }), MOST);
    await eva.keyboard.press('Enter');
    await first.getByText('Taken back. It opens nothing any more.').waitFor();
    await kept(eva);
    await follow(eva, eva.getByRole('link', { name: 'To the couples I accompany' }));
    await eva.getByRole('heading', { level: 1 }).waitFor();
  });

  it('R23 goes from the list to a file, suggests a talk, opens another and comes to its console', async () => {
    const couple = await aFacilitatedCouple(journey.server);
    const ada = await journey.device({ cookie: couple.facilitator.cookie });
    await ada.goto('/caseload');
    await enter(ada, 'All 1', ada.locator('button[aria-pressed="true"]').filter({ hasText: 'All' }), MOST);
    await enter(ada, 'Today 0', ada.getByTestId('couple').or(ada.getByRole('main')).first(), MOST);
    await ada.getByTestId('couple').waitFor({ state: 'detached' });
    await kept(ada);
    await enter(ada, 'All 1', ada.getByTestId('couple'), MOST);
    await follow(ada, ada.getByRole('link', { name: /^Their file/ }));
    await ada.getByRole('heading', { name: 'Talks so far' }).waitFor();

    const homework = ada.getByRole('region', { name: 'Between meetings' });
    await choose(ada, homework, 'Reach and respond');
    await enter(ada, 'Suggest this talk', homework.getByText(/^Reach and respond, suggested on/), MOST);
    await kept(ada);
    await enter(ada, 'Put it away', homework.getByRole('button', { name: 'Suggest this talk' }), MOST);
    await kept(ada);
    const meeting = ada.getByRole('region', { name: 'Next meeting' });
    await tabTo(ada, meeting.getByRole('button', { name: 'Set this time' }), MOST);
    await ada.keyboard.press('Enter');
    await meeting.getByText('Please choose a day and a time first.').first().waitFor();
    await kept(ada);

    const talk = ada.getByRole('region', { name: 'Open a talk' });
    await choose(ada, talk.getByRole('group').first(), 'Five-part check-in');
    await enter(ada, 'Open this talk', ada.getByTestId('console'), MOST);
  });

  it('R23 writes a progress note and takes it along', async () => {
    const couple = await aFacilitatedCouple(journey.server);
    const conversationId = await openLed(couple, 'heard');
    await beginLed(couple, conversationId);
    accepted(await couple.a.do(conversationId, { type: 'Stop' }));
    await playTo(journey.server, couple, conversationId, 'end');
    const ada = await journey.device({ cookie: couple.facilitator.cookie });
    await ada.goto(`/caseload/${couple.spaceId}`);
    await follow(ada, ada.getByRole('link', { name: /^Progress note/ }));
    const data = ada.getByRole('textbox', { name: 'Data' });
    await expect.poll(() => data.inputValue()).toContain('Led by: Ada');
    const plan = ada.getByRole('textbox', { name: 'Plan' });
    await tabTo(ada, plan);
    await ada.keyboard.type('Slower next time.');
    await ada.locator('[data-testid="saved"][data-state="saved"]').first().waitFor();
    const saving = ada.waitForEvent('download');
    await tabTo(ada, ada.getByRole('button', { name: 'Save as Markdown' }));
    await ada.keyboard.press('Enter');
    expect((await saving).suggestedFilename()).toBe('progress-note.md');
    await kept(ada);
  });

  it('R23 an observer comes to all that is shown, and stops with one press', async () => {
    const couple = await aFacilitatedCouple(journey.server);
    const conversationId = await openLed(couple, 'heard');
    await beginLed(couple, conversationId);
    const { person } = await aGuest(couple, 'observer');
    const ulli = await journey.device({ cookie: person.cookie });
    await ulli.goto(`/observe/${conversationId}`);
    await ulli.getByTestId('observed').waitFor();
    person.disconnect();
    await enter(ulli, 'Stop reading along', ulli.getByRole('link', { name: 'I accompany couples' }), MOST);
    expect(new URL(ulli.url()).pathname).toBe('/');
  });

  it('R23 begins a rehearsal', async () => {
    const eva = await journey.device();
    await eva.goto('/rehearse');
    await tabTo(eva, eva.getByLabel('Your first name'));
    await eva.keyboard.type('Eva');
    await choose(eva, eva.getByRole('main'), 'Heard');
    await tabTo(eva, eva.getByRole('button', { name: 'Begin the rehearsal' }));
    await eva.keyboard.press('Enter');
    await eva.getByTestId('console').waitFor();
  });
});
