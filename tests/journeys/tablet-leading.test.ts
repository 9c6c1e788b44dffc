import type { Page } from 'playwright-core';
import { describe, it } from 'vitest';
import { accepted, playTo } from '../kit/couple.ts';
import { aJourney } from '../kit/journey.ts';
import { allInSight, faultless } from '../kit/journey-accessible.ts';
import { begunLed, gatheredLed, stepOn, whisperFromLead } from '../kit/journey-facilitated.ts';

const journey = aJourney();
const tablet = { lead: { width: 820 } };
const CARDS = 'Look at the cards, reword one';

async function faultlessHere(screen: string, page: Page): Promise<void> {
  await faultless(`${screen}, on a tablet`, page, [820]);
  await allInSight(page);
}

describe('R23 the console on a tablet: nothing is cut off, nothing scrolls sideways, and all of it is there', () => {
  it('before a talk, with the way to the cards', async () => {
    const { couple, conversationId, lead } = await gatheredLed(journey, 'heard', tablet);
    accepted(await couple.a.do(conversationId, { type: 'AskForHelp' }));
    await lead.getByTestId('help-a').waitFor();
    await faultlessHere('console, gathering', lead);
    await lead.getByRole('link', { name: CARDS }).click();
    await lead.getByTestId('cards').waitFor();
  });

  it('in a talk, with the guide and the cards behind the sign of the floor, and in a pause', async () => {
    const { couple, conversationId, lead } = await begunLed(journey, 'heard', tablet);
    await playTo(journey.server, couple, conversationId, 'share');
    await stepOn(lead, 'share');
    await whisperFromLead(lead, 'a', 'Take your time.');
    await faultlessHere('console, whispering', lead);
    await lead.getByTestId('floor').getByRole('button', { name: 'More' }).click();
    const guide = lead.getByRole('dialog');
    await guide.locator('[data-step="share"] > button').click();
    await guide.getByTestId('peek').waitFor();
    await guide.getByRole('link', { name: CARDS }).waitFor();
    await faultlessHere('console, the guide', lead);
    await lead.keyboard.press('Escape');
    await guide.waitFor({ state: 'detached' });
    for (const act of ['InsertStep', 'SkipStep', 'TimeOut']) {
      await lead.locator(`[data-act="${act}"] button`).click();
      await lead.getByTestId('asked').waitFor();
      await faultlessHere(`console, ${act}`, lead);
      await lead.keyboard.press('Escape');
    }
    accepted(await couple.b.do(conversationId, { type: 'Pause' }));
    await lead.getByTestId('paused').waitFor();
    await faultlessHere('console, paused', lead);
  });
});
