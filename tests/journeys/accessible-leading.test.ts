import { describe, it } from 'vitest';
import { accepted, playTo } from '../kit/couple.ts';
import { aGuest } from '../kit/facilitated.ts';
import { aJourney } from '../kit/journey.ts';
import { faultless } from '../kit/journey-accessible.ts';
import { act, begunLed, gatheredLed, stepOn, whisperFromLead } from '../kit/journey-facilitated.ts';

const journey = aJourney();

describe('R23 nobody is shut out of a talk that somebody leads', () => {
  it('of the rooms of their own', async () => {
    const { robin, kim } = await gatheredLed(journey, 'heard');
    await robin.getByTestId('waiting-room').waitFor();
    await robin.getByText('What Ada can and can’t see').click();
    await faultless('waiting room', robin);
    await robin.getByTestId('check-yes').click();
    await faultless('private check', robin);
    await robin.getByLabel('Where are you today?').fill('At home');
    await robin.getByTestId('check-send').click();
    await robin.getByTestId('check-told').waitFor();
    await faultless('private check, told', robin);
    await kim.getByTestId('check-no').click();
    await faultless('private check, not safe', kim);
  });

  it('of the console before a talk and at its steps', async () => {
    const { couple, conversationId, lead } = await gatheredLed(journey, 'heard');
    accepted(await couple.a.do(conversationId, { type: 'ShareRatings', on: true }));
    accepted(await couple.a.do(conversationId, { type: 'AskForHelp' }));
    await lead.getByTestId('help-a').waitFor();
    await faultless('console, gathering', lead);
  });

  it('of the console in a talk', async () => {
    const { couple, conversationId, lead } = await begunLed(journey, 'heard');
    accepted(await couple.a.do(conversationId, { type: 'ShareRatings', on: true }));
    await playTo(journey.server, couple, conversationId, 'share');
    await stepOn(lead, 'share');
    await lead.locator('[data-step="share"] > button').click();
    await whisperFromLead(lead, 'a', 'Take your time.');
    accepted(await couple.b.do(conversationId, { type: 'AskForHelp' }));
    await lead.getByTestId('help-b').waitFor();
    await faultless('console, held by the guide, peeking, whispering', lead);
    await lead.locator('[data-act="SkipStep"] button').click();
    await lead.getByTestId('asked').waitFor();
    await faultless('console, asked why', lead);
    await lead.keyboard.press('Escape');
    await act(lead, 'SettleBoth');
    await stepOn(lead, 'between.settle');
    await faultless('console, a step in between', lead);
  });

  it('of the console in a pause and at the end', async () => {
    const { couple, conversationId, lead } = await begunLed(journey, 'heard');
    await lead.locator('[data-act="TimeOut"] button').click();
    await lead.getByTestId('asked').waitFor();
    await faultless('console, time-out', lead);
    await act(lead, 'TimeOut', /^In 20 minutes/);
    await lead.getByTestId('paused').waitFor();
    await faultless('console, paused', lead);
    accepted(await couple.a.do(conversationId, { type: 'Stop' }));
    await playTo(journey.server, couple, conversationId, 'end');
    await lead.getByTestId('ended').waitFor();
    await faultless('console, ended', lead);
    await lead.getByRole('link', { name: 'Write the progress note' }).click();
    await lead.getByRole('textbox', { name: 'Plan' }).waitFor();
    await faultless('progress note', lead);
    await lead.goto(`/caseload/${couple.spaceId}`);
    await lead.getByRole('heading', { name: 'Talks so far' }).waitFor();
    await faultless('a couple’s file', lead);
  });

  it('of what partners see of it', async () => {
    const { couple, conversationId, lead, robin, kim } = await begunLed(journey, 'heard');
    await playTo(journey.server, couple, conversationId, 'share');
    await stepOn(lead, 'share');
    await robin.getByTestId('held').waitFor();
    await whisperFromLead(lead, 'a', 'Take your time.');
    await robin.getByTestId('whisper-sign').waitFor();
    await faultless('room, held, a whisper waits', robin);
    await robin.getByTestId('whisper-sign').click();
    await robin.getByTestId('whisper').waitFor();
    await faultless('whispers', robin);
    await lead.getByTestId('admission-b').getByRole('button').click();
    await kim.getByTestId('sent-back').waitFor();
    await faultless('sent back', kim);
  });

  it('of reading along and of several couples', async () => {
    const { couple, conversationId, lead } = await begunLed(journey, 'heard');
    const { person } = await aGuest(couple, 'observer');
    const ulli = await journey.device({ cookie: person.cookie });
    await ulli.goto(`/observe/space/${couple.spaceId}`);
    await ulli.getByTestId('observed').waitFor();
    await faultless('observed', ulli);
    await lead.goto('/caseload');
    accepted(await couple.a.do(conversationId, { type: 'AskForHelp' }));
    await lead.getByTestId('couple').getByText('asks for help').waitFor();
    await faultless('caseload, a talk on', lead);
    accepted(await couple.a.do(conversationId, { type: 'Stop' }));
    await playTo(journey.server, couple, conversationId, 'end');
    await ulli.getByRole('heading', { name: 'This talk has ended' }).waitFor();
    await faultless('observed, over', ulli);
    await lead.locator('[data-testid="couple"]:not([data-live])').waitFor();
    await faultless('caseload, no talk on', lead);
    const nobody = await journey.device();
    await nobody.goto('/caseload');
    await nobody.getByRole('heading', { level: 1 }).waitFor();
    await faultless('caseload, nobody yet', nobody);
    await nobody.goto('/rehearse');
    await nobody.getByRole('button', { name: 'Begin the rehearsal' }).click();
    await faultless('rehearse', nobody);
  });
});
