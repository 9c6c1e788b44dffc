import type { Page } from 'playwright-core';
import { describe, it } from 'vitest';
import { begin, open, playTo } from '../kit/couple.ts';
import { aJourney } from '../kit/journey.ts';
import { faultless } from '../kit/journey-accessible.ts';
import { type AtTheTable, begun, gathered } from '../kit/journey-couple.ts';
import { atStep, box, press, rate, say } from '../kit/journey-room.ts';
import { begin as beginRoom, inviteByCode, inviteByLink } from './room-steps.ts';

const journey = aJourney();
const MINUTE = 60_000;

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).first().waitFor();
const pause = (page: Page) => page.getByRole('navigation').getByRole('button', { name: 'Pause' }).click();

describe('R23 nobody is shut out', () => {
  it('of the way in and of the room', async () => {
    const [ada, ben, phone] = [await journey.device(), await journey.device(), await journey.device()];
    await beginRoom(ada);
    await ada.getByRole('heading', { name: 'Invite your partner' }).waitFor();
    await faultless('space, alone', ada);
    const url = await inviteByLink(ada);
    await ada.getByText('Open invitations').click();
    await faultless('space, invited by link', ada);
    await ben.goto(url);
    await heading(ben, 'Ada invites you');
    await faultless('join', ben);
    await ben.getByRole('button', { name: 'This is not a good time' }).click();
    await heading(ben, 'That is all right');
    await faultless('join, another time', ben);

    await ben.goto('/code');
    await ben.getByLabel('The code').fill(await inviteByCode(ada));
    await ben.getByLabel('Your first name').fill('Ben');
    await ben.getByRole('button', { name: 'Ask to come in' }).click();
    await heading(ben, 'Your partner can let you in now');
    await faultless('waiting to be let in', ben);
    await ada.getByRole('button', { name: 'Let Ben in' }).waitFor();
    await faultless('space, somebody asks to come in', ada);
    await ada.getByRole('button', { name: 'Let Ben in' }).click();
    await ada.getByRole('article', { name: 'Heard' }).getByRole('button', { name: 'Choose' }).click();
    await ada.getByRole('button', { name: 'Show a QR code' }).click();
    const device = await ada.getByLabel('Link for your other device').innerText();
    await ada.getByRole('button', { name: 'Make my way back' }).click();
    await faultless('space, a guide chosen', ada);
    await phone.goto(device);
    await heading(phone, 'Come in on this device');
    await faultless('device', phone);
    await ada.getByRole('link', { name: 'Read kept talks' }).click();
    await ada.getByText('Nothing is kept yet.').waitFor();
    await faultless('kept talks, none', ada);
  });

  it('of a talk, from gathering to reading it again', async () => {
    const { couple, conversationId, robin, kim } = await gathered(journey, 'heard');
    await robin.getByText('Check this device').click();
    await faultless('gathering', robin);
    await begin(couple, conversationId);
    await atStep(robin, 'ready');
    await faultless('a choice of each', robin);
    await playTo(journey.server, couple, conversationId, 'rate');
    await atStep(robin, 'rate');
    await faultless('a private number', robin);
    await rate(robin, 'How stirred up', 3);
    await press(robin, 'Save this');
    await faultless('answered, waiting', robin);
    await rate(kim, 'How stirred up', 3);
    await press(kim, 'Save this');
    await atStep(robin, 'intend');
    await playTo(journey.server, couple, conversationId, 'share');
    await atStep(robin, 'share');
    await box(robin).fill('Near the limit. '.repeat(36));
    await faultless('sharer', robin);
    await atStep(kim, 'share');
    await faultless('listener', kim);
    await say(robin, 'Share this', 'I feel alone on Sundays.');
    await playTo(journey.server, couple, conversationId, 'hear.check');
    await atStep(robin, 'hear.check');
    await faultless('check', robin);
    await playTo(journey.server, couple, conversationId, 'respond.check');
    await atStep(robin, 'respond.check');
    await faultless('check with a number', robin);
    await playTo(journey.server, couple, conversationId, 'keep');
    await atStep(robin, 'keep');
    await robin.getByRole('radio', { name: 'Keep this talk' }).check({ force: true });
    await faultless('what may be kept', robin);
    await playTo(journey.server, couple, conversationId, 'plan');
    await atStep(kim, 'plan');
    await faultless('together', kim);
    await say(kim, 'Suggest this', 'In the coming hour we walk the dog.');
    await faultless('suggested', kim);
    await robin.getByRole('button', { name: 'I agree' }).waitFor();
    await faultless('the other’s suggestion', robin);
    await press(robin, 'I agree');
    await heading(robin, 'That is all for today');
    await faultless('ended, kept', robin);
    await robin.getByRole('link', { name: 'Read this talk' }).click();
    await heading(robin, 'Open when you are ready');
    await faultless('before a hard talk', robin);
    await robin.getByRole('button', { name: 'Open this talk' }).click();
    await robin.getByTestId('transcript').waitFor();
    await robin.getByText('What landed', { exact: true }).click();
    await faultless('transcript', robin);
    await robin.goto(`/kept/${couple.spaceId}`);
    await robin.getByText('with Kim').waitFor();
    await faultless('kept talks', robin);
  });

  it('of a pause, of being offline, and of endings', async () => {
    const table = await begun(journey, 'reach-and-respond');
    const { couple, conversationId, robin, kim } = table;
    await playTo(journey.server, couple, conversationId, 'underneath');
    await atStep(robin, 'underneath');
    await faultless('written for oneself', robin);
    await playTo(journey.server, couple, conversationId, 'hear.mirror');
    await kim.getByRole('button', { name: 'Open it' }).waitFor();
    await faultless('folded heavy words', kim);
    await kim.getByRole('button', { name: 'Open it' }).click();
    await box(kim).fill('What I took in is that silence frightens you.');
    await kim.locator('[data-testid="give"][aria-disabled="false"]').waitFor();
    await faultless('responder', kim);
    await kim.context().setOffline(true);
    await kim.getByText('What is saved, and what is not yet').click();
    await faultless('offline', kim);
    await kim.context().setOffline(false);
    await kim.getByTestId('connection').getByText('Connected', { exact: true }).waitFor();

    await pause(kim);
    await robin.getByText('Kim chooses how long. Rest for now.').waitFor();
    await faultless('pause, who asked', kim);
    await faultless('pause, the other', robin);
    await kim.getByRole('button', { name: /A break of 20 minutes or more/ }).click();
    await faultless('pause, how long', kim);
    await kim.getByRole('button', { name: 'Take this break' }).click();
    await robin.getByText(/A break until/).waitFor();
    await faultless('pause, a break', robin);
    journey.server.advance(21 * MINUTE);
    await kim.reload();
    await press(kim, 'I am ready to come back');
    await faultless('pause, coming back', kim);
    await rate(kim, 'How stirred up is your body now?', 3);
    await press(kim, 'Come back');
    await faultless('pause, waiting', kim);
    await robin.getByRole('button', { name: 'Stop for today' }).click();
    await robin.getByRole('dialog').waitFor();
    await faultless('stop for today?', robin);
    await robin.getByRole('button', { name: 'Yes, stop for today' }).click();
    for (const page of [robin, kim]) {
      await page.getByRole('radio', { name: 'Let it go' }).check({ force: true });
      await press(page, 'Give my answer');
    }
    await heading(robin, 'You stopped for today');
    await faultless('ended, not kept', robin);
    await putOff(table);
  });
});

async function putOff({ couple, robin }: AtTheTable): Promise<void> {
  const conversationId = await open(couple, 'five-part-check-in');
  await robin.goto(`/talk/${conversationId}`);
  await robin.getByRole('button', { name: 'Not today' }).click();
  await press(robin, 'Put it off');
  await heading(robin, 'Not now');
  await faultless('ended, put off', robin);
}
