import { describe, it } from 'vitest';
import { aJourney } from '../kit/journey.ts';
import { faultless } from '../kit/journey-accessible.ts';
import { aRoomOfTwo, askBoth, comesIn, confirm, inviteGuest } from '../kit/journey-guests.ts';

const journey = aJourney();

describe('R23 nobody is shut out', () => {
  it('of letting a guest in', async () => {
    const room = await aRoomOfTwo(journey);
    const { ada, ben } = room;
    const [eva, olli] = [await journey.device(), await journey.device()];
    const link = await inviteGuest(ada, 'facilitator');
    await faultless('space, a guest invited', ada);
    await eva.goto(link);
    await eva.getByRole('button', { name: 'Ask both to confirm me' }).click();
    await faultless('join, as a guest', eva);
    await askBoth(eva, link, 'Eva', 'facilitator');
    await faultless('waiting to be confirmed', eva);
    await confirm(ada, 'Eva');
    await ada.getByText('You have confirmed.').waitFor();
    await faultless('space, a guest confirmed by me', ada);
    await faultless('space, a guest asks', ben);
    await confirm(ben, 'Eva');
    await comesIn(room, olli, 'Olli', 'observer');
    await ben.getByText('What Eva sees and can do').click();
    await ben.getByRole('button', { name: 'Set a time' }).click();
    await faultless('space, two guests', ben);
    await ada.getByRole('button', { name: 'Freeze Eva’s place at once' }).click();
    await ben.getByText('Frozen: nothing of this room reaches Eva.').waitFor();
    await ben.getByRole('button', { name: 'End it with Eva' }).click();
    await faultless('space, a guest frozen', ben);
  });

  it('of opening a room for a couple', async () => {
    const eva = await journey.device();
    await eva.goto('/therapist');
    await eva.getByRole('button', { name: 'Open the room' }).click();
    await faultless('therapist', eva);
    await eva.getByLabel('A name for the room').fill('Garden');
    await eva.getByLabel('Your name').fill('Eva');
    await eva.getByLabel('It stays with me').check();
    await eva.getByRole('button', { name: 'Open the room' }).click();
    const one = eva.getByRole('region', { name: 'Link for one of them' });
    await one.getByRole('button', { name: 'Make the link' }).click();
    await one.locator('output').waitFor();
    await faultless('therapist, two links', eva);
    await eva.getByRole('link', { name: 'your devices and your way back' }).click();
    await eva.getByRole('heading', { name: 'Coming back as you' }).waitFor();
    await faultless('devices', eva);
  });
});
