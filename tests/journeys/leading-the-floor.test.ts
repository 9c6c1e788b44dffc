import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { aJourney } from '../kit/journey.ts';
import { act, line, openAtShare, stepOn, whisperFromLead } from '../kit/journey-facilitated.ts';
import { listened, pressUntilSent } from '../kit/journey-line.ts';
import { atStep, box, comeBack, floorOf, holds, say, turnOf } from '../kit/journey-room.ts';

const journey = aJourney();
const MINUTE = 60_000;
const ASKED = 'My chest is tight, canary one';
const ANSWERED = 'Both feet on the ground, canary two';

const closed = (lead: Page, act: string, why: string): Locator =>
  lead.locator(`[data-act="${act}"][data-closed="${why}"]`).first();

describe('hands the floor, whispers, slows down', () => {
  it('FA6 FA8 holds and hands over: what was being written waits, and the same turn goes on', async () => {
    const { lead, robin, kim, both } = await openAtShare(journey);
    const turn = await turnOf(robin);
    await box(robin).fill('Half a sentence');
    await act(lead, 'HoldFloor');
    for (const page of both) {
      await page.locator('[data-testid="held"][data-why="held"]').waitFor();
      await line(page, 'Ada held the floor.').waitFor();
    }
    await act(lead, 'ReturnFloor');
    for (const page of both) await page.getByTestId('held').waitFor({ state: 'detached' });

    await act(lead, 'HandFloor', 'Kim speaks, Robin listens');
    for (const page of both) await atStep(page, 'between.floor');
    expect([await floorOf(robin), await floorOf(kim)]).toEqual(['theirs', 'mine']);
    await say(kim, 'Share this', 'I am glad you are here.');
    for (const page of both) {
      await atStep(page, 'share');
      await page.getByRole('article').filter({ hasText: 'I am glad you are here.' }).waitFor();
    }
    expect([await turnOf(robin), await turnOf(kim), await floorOf(robin)]).toEqual([turn, turn, 'mine']);
    expect(await box(robin).inputValue()).toBe('Half a sentence');
    await say(robin, 'Share this', 'A whole sentence.');
    await stepOn(lead, 'hear.mirror');
  });

  it('WH1 a whisper, both ways, is on no screen and in no frame of the other partner', async () => {
    const { lead, robin, kim } = await openAtShare(journey);
    const before = listened(kim).received.length;
    await robin.getByTestId('whisper-open').click();
    await robin.getByTestId('whispers').getByRole('textbox').fill(ASKED);
    await pressUntilSent(robin, 'Whisper', () => robin.getByTestId('whisper-send').click({ timeout: 2000 }));
    await robin.getByTestId('whisper').filter({ hasText: ASKED }).waitFor();
    await robin.keyboard.press('Escape');
    await lead.getByTestId('whispers-a').getByText('1 new').waitFor();
    await whisperFromLead(lead, 'a', ANSWERED);
    await lead.getByTestId('whispers-a').getByText(ASKED).waitFor();
    await robin.locator('[data-testid="beside"][data-unread="1"]').waitFor();
    expect(await holds(robin, ANSWERED)).toBe(false);
    await robin.getByTestId('whisper-open').click();
    await robin.getByTestId('whisper').filter({ hasText: ANSWERED }).waitFor();

    // What came to Kim since: this act, and nothing that a whisper brought.
    await act(lead, 'HoldFloor');
    await kim.getByTestId('held').waitFor();
    const came = listened(kim).received.slice(before);
    const told = came.filter(({ name }) => name === 'events').map(({ raw }) => raw);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('FloorHeld');
    for (const words of [ASKED, ANSWERED]) {
      expect(listened(kim).received.filter(({ raw }) => raw.includes(words))).toEqual([]);
      expect(await holds(kim, words)).toBe(false);
    }
    expect(listened(robin).received.some(({ raw }) => raw.includes(ANSWERED))).toBe(true);
    expect(listened(kim).received.filter(({ raw }) => raw.includes('aside/a'))).toEqual([]);
  });

  it('WH5 asks for help: whoever leads sees it at once, and the other partner is not told', async () => {
    const { lead, robin, kim } = await openAtShare(journey);
    const before = await kim.getByRole('main').innerText();
    await pressUntilSent(robin, 'AskForHelp', () => robin.getByTestId('ask-help').click({ timeout: 2000 }));
    await lead.getByTestId('help-a').getByText('Kim is not told.').waitFor();
    await act(lead, 'AnswerHelp');
    await lead.getByTestId('help-a').waitFor({ state: 'detached' });
    await robin.getByTestId('ask-help').waitFor();
    expect(await kim.getByRole('main').innerText()).toBe(before);
  });

  it('FA12 asks for a smaller piece, and for short pieces altogether', async () => {
    const { lead, robin, both } = await openAtShare(journey);
    await act(lead, 'AskSmaller');
    await robin.getByText('Short pieces here: at most 280 characters.').waitFor();
    for (const page of both) await line(page, 'Ada asked for a smaller piece.').waitFor();
    await box(robin).fill('too long '.repeat(40));
    await robin
      .getByText(/too long|shorter/i)
      .first()
      .waitFor();
    await act(lead, 'SetSlowMode');
    for (const page of both) await line(page, 'Ada asked for short pieces and more time to read.').waitFor();
    await say(robin, 'Share this', 'A small piece.');
    for (const page of both) await atStep(page, 'hear.mirror');
  });

  it('FA8 FA13 puts in a moment to settle, and a time-out that both come back from', async () => {
    const { lead, both, robin } = await openAtShare(journey);
    const turn = await turnOf(robin);
    await act(lead, 'SettleBoth');
    for (const page of both) {
      await atStep(page, 'between.settle');
      await line(page, 'Ada put in a moment to settle.').waitFor();
    }
    await act(lead, 'ReturnFloor');
    for (const page of both) await atStep(page, 'share');

    await act(lead, 'TimeOut', /^In 20 minutes/);
    for (const page of both) {
      await page.locator('[data-testid="pause"][data-asked="facilitator"]').waitFor();
      await page.getByText('Ada paused the talk.', { exact: false }).first().waitFor();
      expect(await page.getByRole('button', { name: 'I am ready to come back' }).count()).toBe(0);
    }
    await closed(lead, 'MoveOn', 'paused').waitFor();
    journey.server.advance(21 * MINUTE);
    for (const page of both) {
      await page.reload();
      await comeBack(page);
    }
    for (const page of both) await atStep(page, 'share');
    expect(await turnOf(robin)).toBe(turn);
    await stepOn(lead, 'share');
  });

  it('FA13 a pause of a partner is the partners’: the console has nothing that ends it', async () => {
    const { lead, robin, kim, both } = await openAtShare(journey);
    await kim.getByRole('navigation').getByRole('button', { name: 'Pause' }).click();
    await lead.getByTestId('paused').getByText('Kim paused the talk.').waitFor();
    for (const act of ['MoveOn', 'StepBack', 'HoldFloor', 'HandFloor', 'SettleBoth', 'EndGently', 'Pause'])
      await closed(lead, act, 'paused').waitFor();
    const acts = lead.locator('[data-act] button:not([aria-disabled="true"])');
    for (const name of await acts.allInnerTexts()) expect(name).toMatch(/^Ask (Robin|Kim) into the waiting room$/);
    for (const page of both) await comeBack(page);
    await atStep(robin, 'share');
    await lead.getByTestId('paused').waitFor({ state: 'detached' });
  });
});
