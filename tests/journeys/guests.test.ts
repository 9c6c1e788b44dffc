import { describe, expect, it } from 'vitest';
import { aJourney } from '../kit/journey.ts';
import { aRoomOfTwo, askBoth, changed, comesIn, confirm, inviteGuest } from '../kit/journey-guests.ts';
import { button, enter, hasFocus } from '../kit/journey-keyboard.ts';

const journey = aJourney();

describe('a couple lets somebody in', () => {
  it('ME1 a therapist waits until both have said yes, each alone, and neither reads what the other said', async () => {
    const room = await aRoomOfTwo(journey);
    const { ada, ben } = room;
    const eva = await journey.device();
    await askBoth(eva, await inviteGuest(ada, 'facilitator'), 'Eva', 'facilitator');
    await changed(ben, 'Ada made a link for a therapist or other helper.').waitFor();

    const asked = ben.getByRole('region', { name: 'Eva asks to accompany you' });
    await asked.getByText('Eva keeps no secrets between you.').waitFor();
    const before = await asked.innerText();
    await confirm(ada, 'Eva');
    await ada.getByText('You have confirmed.').waitFor();
    expect(await asked.innerText()).toBe(before);
    await eva.goto(`/space/${room.spaceId}`);
    await eva.getByRole('heading', { name: 'Waiting until both have confirmed you' }).waitFor();

    await confirm(ben, 'Eva');
    await eva.waitForURL(`**/caseload/${room.spaceId}`);
    for (const page of [ada, ben]) await changed(page, 'You both confirmed Eva.').waitFor();
    await eva.goto(`/space/${room.spaceId}`);
    await eva.waitForURL(`**/caseload/${room.spaceId}`);
  });

  it('ME1 a no needs one, is said by name in the room, and gives no name to whoever asked', async () => {
    const { ada, ben } = await aRoomOfTwo(journey);
    const eva = await journey.device();
    await askBoth(eva, await inviteGuest(ben, 'facilitator'), 'Eva', 'facilitator');
    await confirm(ada, 'Eva');
    await ben.getByRole('button', { name: 'Not now' }).click();
    await changed(ada, 'Ben said “not now” to Eva.').waitFor();
    await eva.getByRole('heading', { name: 'Not this time' }).waitFor();
    expect(await eva.getByRole('main').innerText()).not.toMatch(/Ben|Ada/);
  });

  it('ME4 a partner who opens the link is refused plainly, and it still opens for the one it is for', async () => {
    const { ada, ben } = await aRoomOfTwo(journey);
    const link = await inviteGuest(ada, 'facilitator');
    await ben.goto(link);
    await ben.getByLabel('Your name').fill('Ben');
    await ben.getByLabel('It stays with me').check();
    await ben.getByRole('button', { name: 'Ask both to confirm me' }).click();
    await ben.getByText('You belong to this room already.').waitFor();
    await askBoth(await journey.device(), link, 'Eva', 'facilitator');
  });
});

describe('either partner, alone', () => {
  it('ME3 freezes at once, by name; it goes on only once both confirm anew, and either ends it', async () => {
    const room = await aRoomOfTwo(journey);
    const { ada, ben } = room;
    const eva = await journey.device();
    await comesIn(room, eva, 'Eva', 'facilitator');

    await enter(ada, 'Freeze Eva’s place at once', ada.getByText('Frozen: nothing of this room reaches Eva.'));
    expect(await hasFocus(ada.getByRole('heading', { name: 'Who accompanies you' }))).toBe(true);
    await ben.getByTestId('polite').getByText('Ada froze Eva’s place here.').waitFor({ state: 'attached' });
    await eva.goto('/');
    await eva.getByRole('link', { name: '“Kitchen table”: frozen' }).click();
    await eva.getByRole('heading', { name: 'Your place in “Kitchen table” is frozen' }).waitFor();

    await confirm(ada, 'Eva anew');
    await ada.getByText('You have confirmed.').waitFor();
    await eva.getByRole('heading', { name: 'Your place in “Kitchen table” is frozen' }).waitFor();
    await confirm(ben, 'Eva anew');
    await eva.waitForURL(/\/caseload\//);

    await button(ben, 'End it with Eva').click();
    await button(ben, 'Yes, end it with Eva').click();
    await ben.getByText('Nobody. You are by yourselves here.').waitFor();
    await changed(ada, 'Ben ended Eva’s place here.').waitFor();
    await eva.goto(`/space/${room.spaceId}`);
    await eva.getByRole('heading', { name: 'Your place in “Kitchen table” has ended' }).waitFor();
  });

  it('ME5 removes an observer with one press', async () => {
    const room = await aRoomOfTwo(journey);
    const olli = await journey.device();
    await comesIn(room, olli, 'Olli', 'observer');
    await button(room.ben, 'Remove Olli').click();
    await changed(room.ada, 'Ben ended Olli’s place here.').waitFor();
  });

  it('ME10 sets when they meet next, and takes it away', async () => {
    const { ada, ben } = await aRoomOfTwo(journey);
    const next = new Date(Date.now() + 7 * 24 * 60 * 60_000).toISOString().slice(0, 10);
    await button(ben, 'Set a time').click();
    await button(ben, 'Set it').click();
    await ben.getByText('Please choose a day and a time.').waitFor();
    await ben.getByLabel('Day and time').fill(`${next}T18:30`);
    await button(ben, 'Set it').click();
    await ada.getByText('Set by Ben').waitFor();
    await button(ada, 'Take it away').click();
    await ben.getByText('Nothing is planned.').waitFor();
    await changed(ben, 'Ada took your next meeting away.').waitFor();
  });
});
