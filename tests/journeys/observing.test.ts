import { describe, expect, it } from 'vitest';
import { accepted, playTo } from '../kit/couple.ts';
import { aGuest } from '../kit/facilitated.ts';
import { aJourney } from '../kit/journey.ts';
import { act, begunLed, line, openTalk, stepOn, whisperFromLead } from '../kit/journey-facilitated.ts';
import { aRoomOfTwo, askBoth, comesIn, confirm, inviteGuest } from '../kit/journey-guests.ts';
import { listened } from '../kit/journey-line.ts';
import { atStep, box, holds, press, say, turnOf } from '../kit/journey-room.ts';

const journey = aJourney();
const SAID = 'Sundays are long for me.';
const WHISPERED = 'Slowly, canary four';

describe('an observer', () => {
  it('ME1 ME5 ME9 is confirmed by both by name, reads along, and is gone with one press of one of the two', async () => {
    const room = await aRoomOfTwo(journey);
    const { ada, ben, spaceId } = room;
    const eva = await journey.device();
    await comesIn(room, eva, 'Eva', 'facilitator');
    const ulli = await journey.device();
    listened(ulli);
    await askBoth(ulli, await inviteGuest(ada, 'observer'), 'Ulli', 'observer');
    await confirm(ada, 'Ulli');
    await ada.getByText('You have confirmed.').waitFor();
    await ulli.getByRole('heading', { name: 'Waiting until both have confirmed you' }).waitFor();
    await confirm(ben, 'Ulli');
    await ulli.waitForURL(/\/observe\/space\//);

    const id = await openTalk(eva, 'Heard');
    await ulli.getByTestId('observed').waitFor();
    for (const page of [ada, ben]) await page.goto(`/talk/${id}`);
    await ada.getByTestId('in-room').filter({ hasText: 'Ulli' }).waitFor();
    await ulli.getByTestId('seen-by').getByText('You are shown by name to Ada, Ben').waitFor();
    expect(await ulli.getByRole('textbox').count()).toBe(0);
    expect(await ulli.getByRole('main').getByRole('button').allInnerTexts()).toEqual(['Stop reading along']);

    const other = await ben.context().newPage();
    await other.goto(`/space/${spaceId}`);
    await other.getByRole('button', { name: 'Remove Ulli' }).click();
    await ulli.getByTestId('observed').waitFor({ state: 'detached' });
    expect(await holds(ulli, 'Heard')).toBe(false);
    const heard = listened(ulli).received.length;
    await ada.getByTestId('in-room').filter({ hasText: 'Ulli' }).waitFor({ state: 'detached' });
    const events = listened(ulli)
      .received.slice(heard)
      .filter(({ name }) => name === 'events');
    expect(events).toEqual([]);
  });
});

describe('an observer in the middle of a talk', () => {
  it('ME2 ME5 reads what both read and nothing beside it; removed by one, their page is empty at once', async () => {
    const { couple, conversationId, lead, robin, kim } = await begunLed(journey, 'heard');
    const { person } = await aGuest(couple, 'observer');
    const ulli = await journey.device({ cookie: person.cookie });
    listened(ulli);
    await ulli.goto(`/observe/${conversationId}`);
    await ulli.getByTestId('observed').waitFor();
    person.disconnect();
    await playTo(journey.server, couple, conversationId, 'share');
    await stepOn(lead, 'share');
    await act(lead, 'ReturnFloor');
    await whisperFromLead(lead, 'a', WHISPERED);
    for (const page of [robin, kim]) await page.getByTestId('held').waitFor({ state: 'detached' });
    await say(robin, 'Share this', SAID);
    await ulli.getByRole('article').filter({ hasText: SAID }).waitFor();
    await line(ulli, 'Ada gave the floor back.').waitFor();
    expect(listened(ulli).received.filter(({ raw }) => /aside|own\//.test(raw))).toEqual([]);

    const other = await kim.context().newPage();
    await other.goto(`/space/${couple.spaceId}`);
    await other.getByRole('button', { name: 'Remove Ulli' }).click();
    await ulli.getByTestId('observed').waitFor({ state: 'detached' });
    expect(await holds(ulli, SAID)).toBe(false);
    await atStep(robin, 'hear.mirror');
    await lead.getByTestId('console').waitFor();
  });
});

describe('freezing in the middle of a talk', () => {
  it('ME2 ME3 closes the console at once, and the talk goes on', async () => {
    const { couple, conversationId, lead, robin, kim } = await begunLed(journey, 'heard');
    await playTo(journey.server, couple, conversationId, 'share');
    await stepOn(lead, 'share');
    await act(lead, 'ReturnFloor');
    for (const page of [robin, kim]) await page.getByTestId('held').waitFor({ state: 'detached' });
    const turn = await turnOf(robin);
    await box(robin).fill('Half a');
    await act(lead, 'HoldFloor');
    for (const page of [robin, kim]) await page.getByTestId('held').waitFor();

    const other = await kim.context().newPage();
    await other.goto(`/space/${couple.spaceId}`);
    await other.getByRole('button', { name: 'Freeze Ada’s place at once' }).click();
    await lead.getByTestId('console').waitFor({ state: 'detached' });
    const heard = listened(lead).received.length;
    for (const page of [robin, kim]) await page.getByTestId('held').waitFor({ state: 'detached' });
    expect(await turnOf(robin)).toBe(turn);
    expect(await box(robin).inputValue()).toBe('Half a');
    await say(robin, 'Share this', SAID);
    for (const page of [robin, kim]) await atStep(page, 'hear.mirror');
    await say(kim, 'Say it back', 'Sundays are long for you.');
    await press(robin, 'Yes, that is it');
    await atStep(kim, 'hear.more');

    expect(await holds(lead, SAID)).toBe(false);
    expect(listened(lead).received.filter(({ raw }) => raw.includes(SAID))).toEqual([]);
    const late = listened(lead).received.slice(heard);
    expect(late.filter(({ name }) => name === 'events' || name === 'presence')).toEqual([]);
    await lead.reload();
    await expect.poll(() => lead.getByTestId('console').count()).toBe(0);
    expect(await holds(lead, SAID)).toBe(false);
    accepted(await couple.b.do(conversationId, { type: 'Pause' }));
  });
});
