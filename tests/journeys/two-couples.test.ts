import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { aCouple, accepted } from '../kit/couple.ts';
import { aGuest, beginLed, type FacilitatedCouple, openLed } from '../kit/facilitated.ts';
import { aJourney } from '../kit/journey.ts';
import { act, line, stepOn } from '../kit/journey-facilitated.ts';
import { listened, pressUntilSent } from '../kit/journey-line.ts';
import { atStep, holds, turnOf } from '../kit/journey-room.ts';
import { Person } from '../kit/person.ts';

const journey = aJourney();
/** Longer than a talk does without whoever leads it, in ms. */
const LONG = 31_000;
const NOT_HERE = 'Ada is not in this talk just now. Nothing is lost.';
const WHISPER = 'Kim, in a moment';

type Talk = { couple: FacilitatedCouple; conversationId: string; a: Page; b: Page };

/** One more couple whom Ada leads: gathering, each on a screen of their own. */
async function aTalk(ada: Person, names: [string, string], guideId: string): Promise<Talk> {
  const couple = await aCouple(journey.server, names);
  const { memberId } = await aGuest(couple, 'facilitator', ada);
  const led = { ...couple, facilitator: ada, facilitatorId: memberId };
  const conversationId = await openLed(led, guideId);
  const [a, b] = [await journey.device({ cookie: couple.a.cookie }), await journey.device({ cookie: couple.b.cookie })];
  for (const page of [a, b]) {
    listened(page);
    await page.goto(`/talk/${conversationId}`);
    await page.getByTestId('waiting-room').waitFor();
  }
  return { couple: led, conversationId, a, b };
}

/** The first step is on both screens. */
async function begins({ couple, conversationId, a, b }: Talk): Promise<void> {
  await beginLed(couple, conversationId);
  for (const page of [a, b]) await atStep(page, 'ready');
}

/** Ada's one browser, with the list of her couples open. No other line of hers is left. */
async function listOf(ada: Person): Promise<Page> {
  const page = await journey.device({ cookie: ada.cookie });
  listened(page);
  await page.goto('/caseload');
  await page.getByTestId('couple').nth(1).waitFor();
  ada.disconnect();
  return page;
}

const row = (list: Page, name: string) => list.getByTestId('couple').filter({ hasText: name });
const goTo = (list: Page, name: string) => row(list, name).getByRole('link', { name: 'Go to the talk' }).click();

/** Ada is elsewhere, as these two read it: a page keeps what it left for a few seconds. */
const isAway = ({ a }: Talk): Promise<void> =>
  a.getByTestId('in-room').filter({ hasText: 'Ada' }).getByText('leads this talk · away').waitFor();

/** Nobody was ever told on this page that a line is lost, nor let to rest. */
async function neverLost({ a, b, couple, conversationId }: Talk): Promise<void> {
  for (const person of [couple.a, couple.b]) {
    await person.caughtUp();
    const lost = person.eventsOf(conversationId).filter(({ event }) => event.type === 'LeadLost');
    expect(lost.filter(({ event }) => !('near' in event))).toEqual([]);
    expect(person.stateOf(conversationId).pause).toBeNull();
  }
  for (const page of [a, b]) {
    expect(await holds(page, 'connection is lost')).toBe(false);
    expect(await page.locator('[data-testid="pause"]').count()).toBe(0);
  }
}

describe('two couples at once, in one browser', () => {
  it('FA9 CA4 moves between two talks for as long as each needs: nobody reads that the line is lost, and nothing rests', async () => {
    const ada = new Person(journey.server.origin);
    const one = await aTalk(ada, ['Robin', 'Kim'], 'reach-and-respond');
    const other = await aTalk(ada, ['Noor', 'Toni'], 'heard');
    await begins(one);
    await begins(other);
    const list = await listOf(ada);

    await goTo(list, 'Robin');
    await stepOn(list, 'ready');
    const whisper = list.getByTestId('whispers-b');
    await whisper.locator('summary').click();
    await whisper.getByRole('textbox').fill(WHISPER);
    await list.locator('[data-step="ready"] > button').click();
    await list.getByTestId('peek').waitFor();
    const turn = await turnOf(one.a);

    await list.goBack();
    await goTo(list, 'Noor');
    await stepOn(list, 'ready');
    await isAway(one);
    journey.server.advance(LONG);
    for (const page of [one.a, one.b]) {
      await page.getByTestId('lead-lost').getByText(NOT_HERE).waitFor();
      await page.getByText('The two of you can go on.', { exact: false }).waitFor();
    }
    journey.server.advance(LONG);
    await act(list, 'SetSlowMode');
    for (const page of [other.a, other.b]) {
      await line(page, 'Ada asked for short pieces and more time to read.').waitFor();
      expect(await page.getByTestId('lead-lost').count()).toBe(0);
    }
    await neverLost(one);
    await neverLost(other);
    expect(await holds(list, WHISPER)).toBe(false);
    expect(await turnOf(one.a)).toBe(turn);

    await list.goBack();
    await goTo(list, 'Robin');
    await stepOn(list, 'ready');
    for (const page of [one.a, one.b]) {
      await page.getByTestId('lead-lost').waitFor({ state: 'detached' });
      await line(page, 'Ada is back and leads as before.').waitFor();
    }
    await list.getByTestId('peek').waitFor();
    expect(await whisper.getByRole('textbox').inputValue()).toBe(WHISPER);
    await pressUntilSent(list, 'Whisper', () => whisper.locator('button[type="submit"]').click({ timeout: 2000 }));
    await one.b
      .getByTestId('whisper-sign')
      .or(one.b.locator('[data-testid="beside"][data-unread="1"]'))
      .first()
      .waitFor();
    await act(list, 'HoldFloor');
    for (const page of [one.a, one.b]) await page.locator('[data-testid="held"][data-why="held"]').waitFor();
  });

  it('FA5 FA9 waiting rooms stay closed while whoever leads is at their list or with another couple', async () => {
    const ada = new Person(journey.server.origin);
    const one = await aTalk(ada, ['Robin', 'Kim'], 'heard');
    const other = await aTalk(ada, ['Noor', 'Toni'], 'heard');
    await begins(other);
    const list = await listOf(ada);
    const stillWaiting = async () => {
      await one.b.reload();
      for (const page of [one.a, one.b]) {
        await page.getByTestId('waiting-room').waitFor();
        expect(await page.getByTestId('ready').count()).toBe(0);
        expect(await page.getByTestId('lead-lost').count()).toBe(0);
      }
      const ready = await one.couple.a.do(one.conversationId, { type: 'SetReady', ready: true });
      expect(ready).toMatchObject({ ok: false, refusal: 'not-admitted' });
      await neverLost(one);
    };

    for (const talk of [one, other]) await isAway(talk);
    journey.server.advance(LONG);
    await other.a.getByTestId('lead-lost').getByText(NOT_HERE).waitFor();
    await stillWaiting();
    await goTo(list, 'Noor');
    await stepOn(list, 'ready');
    await line(other.a, 'Ada is back and leads as before.').waitFor();
    journey.server.advance(LONG);
    await act(list, 'HoldFloor');
    await other.a.locator('[data-testid="held"][data-why="held"]').waitFor();
    await stillWaiting();

    await list.goBack();
    await goTo(list, 'Robin');
    await list.getByTestId('gather-a').waitFor();
    const door = list.getByTestId('admission-a');
    await pressUntilSent(list, 'Admit', () => door.getByRole('button').click({ timeout: 2000 }));
    await one.a.getByTestId('ready').waitFor();
    await one.b.getByTestId('waiting-room').waitFor();
    accepted(await one.couple.a.do(one.conversationId, { type: 'SetReady', ready: true }));
  });
});
