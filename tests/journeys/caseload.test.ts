import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { aCouple, accepted, plainAnswer, playTo, stepNow } from '../kit/couple.ts';
import { aGuest, beginLed, type FacilitatedCouple, openLed } from '../kit/facilitated.ts';
import { aJourney } from '../kit/journey.ts';
import { act, stepOn } from '../kit/journey-facilitated.ts';
import { listened } from '../kit/journey-line.ts';
import { holds } from '../kit/journey-room.ts';
import { Person } from '../kit/person.ts';

const journey = aJourney();
const SAID = 'I keep my voice down, canary three';

type InATalk = { couple: FacilitatedCouple; conversationId: string };

/** Ada leads two couples at once; both stand where one tells, the floor open. */
async function twoTalks(): Promise<{ ada: Page; one: InATalk; other: InATalk }> {
  const facilitator = new Person(journey.server.origin);
  const talks: InATalk[] = [];
  const both: [string, string][] = [
    ['Robin', 'Kim'],
    ['Noor', 'Toni'],
  ];
  for (const names of both) {
    const couple = await aCouple(journey.server, names);
    const { memberId } = await aGuest(couple, 'facilitator', facilitator);
    const led = { ...couple, facilitator, facilitatorId: memberId };
    const conversationId = await openLed(led, 'heard');
    await beginLed(led, conversationId);
    await playTo(journey.server, led, conversationId, 'share');
    const turnId = led.a.stateOf(conversationId).turn?.turnId ?? '';
    accepted(await facilitator.do(conversationId, { type: 'ReturnFloor', turnId }));
    talks.push({ couple: led, conversationId });
  }
  const ada = await journey.device({ cookie: facilitator.cookie });
  listened(ada);
  await ada.goto('/caseload');
  facilitator.disconnect();
  const [one, other] = talks;
  if (!one || !other) throw new Error('two talks');
  for (const name of ['Robin', 'Noor']) await row(ada, name).getByText(`${name} has the floor`).waitFor();
  return { ada, one, other };
}

const row = (page: Page, name: string): Locator => page.getByTestId('couple').filter({ hasText: name });

describe('two couples at once', () => {
  it('CA1 CA2 shows of both who has the floor, who asks for help and what rests, at once and without a word of theirs', async () => {
    const { ada, one, other } = await twoTalks();
    const robin = row(ada, 'Robin');
    const noor = row(ada, 'Noor');
    for (const each of [robin, noor]) await each.getByText('less than a minute').waitFor();

    const { a, b } = one.couple;
    const tells = () => {
      const state = a.stateOf(one.conversationId);
      return a.do(one.conversationId, plainAnswer(stepNow(state), state.turn?.turnId ?? '', SAID));
    };
    await tells();
    await robin.getByText('Kim has the floor').waitFor();
    await other.couple.b.do(other.conversationId, { type: 'AskForHelp' });
    await noor.getByText('asks for help').waitFor();
    await b.do(one.conversationId, { type: 'Pause' });
    await ada.locator('[data-testid="couple"][data-live="paused"]').waitFor();
    await other.couple.a.do(other.conversationId, { type: 'Whisper', text: SAID });
    await noor.getByText('whispered to you').waitFor();
    other.couple.a.disconnect();
    await noor.getByText('Noor: connection lost').waitFor();
    await noor.getByText('Noor has the floor').waitFor();
    await ada.getByText(/^Toni asks for help/).waitFor();

    expect(await holds(ada, SAID)).toBe(false);
    expect(listened(ada).received.filter(({ raw }) => raw.includes(SAID))).toEqual([]);
    await ada.getByRole('button', { name: 'In a talk now 2' }).waitFor();
  });

  it('CA4 goes from one talk to the other and back: each is as it was left', async () => {
    const { ada } = await twoTalks();
    await row(ada, 'Robin').getByRole('link', { name: 'Go to the talk' }).click();
    await stepOn(ada, 'share');
    const whisper = ada.getByTestId('whispers-b');
    await whisper.locator('summary').click();
    await whisper.getByRole('textbox').fill('Kim, in a moment');
    await ada.locator('[data-step="share"] > button').click();
    await ada.getByTestId('peek').waitFor();

    await ada.goBack();
    await row(ada, 'Noor').getByRole('link', { name: 'Go to the talk' }).click();
    await stepOn(ada, 'share');
    await ada.getByTestId('partner-b').getByText('Toni').first().waitFor();
    expect(await ada.getByTestId('peek').count()).toBe(0);
    expect(await holds(ada, 'Kim, in a moment')).toBe(false);
    await act(ada, 'HoldFloor');
    await ada.getByTestId('held').waitFor();

    await ada.goBack();
    await row(ada, 'Noor').getByText('The floor is held').waitFor();
    await row(ada, 'Robin').getByRole('link', { name: 'Go to the talk' }).click();
    await ada.getByTestId('partner-b').getByText('Kim').first().waitFor();
    await ada.getByTestId('peek').waitFor();
    expect(await whisper.getByRole('textbox').inputValue()).toBe('Kim, in a moment');
    expect(await ada.getByTestId('held').count()).toBe(0);
  });
});
