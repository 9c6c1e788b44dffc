import { describe, it } from 'vitest';
import { accepted } from '../kit/couple.ts';
import { aFacilitatedCouple, openLed } from '../kit/facilitated.ts';
import { aJourney } from '../kit/journey.ts';
import { faultless } from '../kit/journey-accessible.ts';
import { reword } from '../kit/journey-cards.ts';

const journey = aJourney();

describe('R23 nobody who helps is shut out', () => {
  it('of the cards, for whoever leads', async () => {
    const couple = await aFacilitatedCouple(journey.server);
    const conversationId = await openLed(couple, 'heard');
    const ada = await journey.device({ cookie: couple.facilitator.cookie });
    await ada.goto(`/talk/${conversationId}/cards`);
    await ada.getByTestId('cards').waitFor();
    await faultless('cards, for whoever leads', ada);
    await reword(ada, 'Tell what you miss most between you.');
    await faultless('cards, rewording for both', ada);
  });

  it('of the page that says how they stand', async () => {
    const { facilitator, facilitatorId: memberId, a, b, spaceId } = await aFacilitatedCouple(journey.server);
    const ada = await journey.device({ cookie: facilitator.cookie });
    accepted(await a.ask(spaceId, { type: 'FreezeMember', memberId }));
    await ada.goto(`/guest/${spaceId}`);
    await ada.getByRole('heading', { name: 'Your place in “Our room” is frozen' }).waitFor();
    await faultless('a guest’s place, frozen', ada);
    await ada.getByRole('button', { name: 'Withdraw' }).click();
    await faultless('a guest’s place, asked whether to withdraw', ada);
    accepted(await b.ask(spaceId, { type: 'EndMembership', memberId }));
    await ada.getByRole('heading', { name: 'Your place in “Our room” has ended' }).waitFor();
    await faultless('a guest’s place, ended', ada);
  });
});
