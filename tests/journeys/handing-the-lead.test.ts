import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { begin, open } from '../kit/couple.ts';
import { aFacilitatedCouple, aGuest } from '../kit/facilitated.ts';
import { aJourney } from '../kit/journey.ts';
import { act, begunLed, type LedTable, line, stepOn } from '../kit/journey-facilitated.ts';
import { listened } from '../kit/journey-line.ts';
import { Person } from '../kit/person.ts';

const journey = aJourney();
/** How long the line of whoever leads may be gone before the lead may be taken, in ms. */
const GRACE = 31_000;

/** Eva, a second facilitator of this couple, at the console of a talk that Ada leads. */
async function evaToo({ couple, conversationId }: LedTable): Promise<Page> {
  const { person } = await aGuest(couple, 'facilitator', new Person(journey.server.origin), 'Eva');
  const eva = await journey.device({ cookie: person.cookie });
  listened(eva);
  await eva.goto(`/lead/${conversationId}`);
  await stepOn(eva, 'ready');
  person.disconnect();
  return eva;
}

const closed = (page: Page, why: string): Promise<void> =>
  page.locator(`[data-testid="closed"][data-closed="${why}"]`).waitFor();

/** What this page says of a facilitator: that they lead, or accompany. */
const leads = (page: Page, name: string): Promise<void> =>
  page.locator('[data-testid="in-room"][data-part="leads"]').filter({ hasText: name }).waitFor();

describe('the lead goes from hand to hand', () => {
  it('FA4 FA3 is handed over by name: both partners read it, and only who leads then acts', async () => {
    const table = await begunLed(journey, 'heard');
    const { lead, robin, kim } = table;
    const both = [robin, kim];
    const eva = await evaToo(table);
    await closed(eva, 'others-lead');
    expect(await eva.getByRole('button', { name: 'Hand the lead over' }).count()).toBe(0);
    await leads(kim, 'Ada');

    await act(lead, 'HandLead', 'Eva leads');
    for (const page of both) await line(page, 'Ada handed the lead to Eva.').waitFor();
    await leads(kim, 'Eva');
    await closed(lead, 'others-lead');
    await eva.getByTestId('closed').waitFor({ state: 'detached' });
    await act(eva, 'HoldFloor');
    for (const page of both) {
      await line(page, 'Eva held the floor.').waitFor();
      await page.getByTestId('held').waitFor();
    }
    await act(eva, 'HandLead', 'Ada leads');
    for (const page of both) await line(page, 'Eva handed the lead to Ada.').waitFor();
    await act(lead, 'ReturnFloor');
    for (const page of both) await line(page, 'Ada gave the floor back.').waitFor();
  });

  it('FA4 FA9 is taken where the line of who led is gone; back again, they read who leads', async () => {
    const table = await begunLed(journey, 'heard');
    const { lead, robin, kim } = table;
    const eva = await evaToo(table);
    await lead.context().setOffline(true);
    await lead.getByTestId('line-lost').waitFor();
    await kim.getByTestId('in-room').filter({ hasText: 'Ada' }).getByText('connection lost').waitFor();
    journey.server.advance(GRACE);
    await closed(eva, 'nobody-leads');
    await act(eva, 'TakeLead');
    for (const page of [robin, kim]) {
      await line(page, 'Eva leads this talk now.').waitFor();
      await page.getByTestId('lead-lost').waitFor({ state: 'detached' });
    }
    await lead.context().setOffline(false);
    await closed(lead, 'others-lead');
    await leads(kim, 'Eva');
  });

  it('FA4 FA3 is taken where nobody leads', async () => {
    const couple = await aFacilitatedCouple(journey.server);
    const conversationId = await open(couple, 'heard');
    await begin(couple, conversationId);
    const [robin, kim, ada] = [
      await journey.device({ width: 390, cookie: couple.a.cookie }),
      await journey.device({ cookie: couple.b.cookie }),
      await journey.device({ cookie: couple.facilitator.cookie }),
    ];
    listened(ada);
    for (const page of [robin, kim]) await page.goto(`/talk/${conversationId}`);
    for (const page of [robin, kim]) await page.getByTestId('room').waitFor();
    await ada.goto(`/lead/${conversationId}`);
    await closed(ada, 'nobody-leads');
    await ada.locator('[data-act="HoldFloor"][data-closed="nobody-leads"]').waitFor();
    await act(ada, 'TakeLead');
    for (const page of [robin, kim]) await line(page, 'Ada leads this talk now.').waitFor();
    await leads(kim, 'Ada');
    await act(ada, 'HoldFloor');
    for (const page of [robin, kim]) await page.locator('[data-testid="held"][data-why="held"]').waitFor();
  });
});
