import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { playTo } from '../kit/couple.ts';
import { aJourney } from '../kit/journey.ts';
import { takeOver } from '../kit/journey-couple.ts';
import { act, aFoundedRoom, line, openTalk, stepOn } from '../kit/journey-facilitated.ts';
import { listened } from '../kit/journey-line.ts';
import { arriveAtShare, atStep, holds, say } from '../kit/journey-room.ts';
import { readPdf } from '../kit/note-sheet.ts';

const journey = aJourney();
const PLACE = 'Mill Lane four';
const WORDS = 'I lie awake on Sunday nights.';

/** Answers the private questions, telling where they are. */
async function checkIn(page: Page, place: string): Promise<void> {
  await page.getByTestId('check-yes').click();
  await page.getByLabel('Where are you today?').fill(place);
  await page.getByTestId('check-send').click();
  await page.locator('[data-testid="check-told"][data-alone="true"]').waitFor();
}

/** Lets one in by the button on their card. */
async function letIn(lead: Page, name: string, page: Page): Promise<void> {
  await expect
    .poll(
      async () => {
        await lead
          .getByRole('button', { name: `Let ${name} in` })
          .click({ timeout: 1000 })
          .catch(() => undefined);
        return page.getByTestId('ready').isVisible();
      },
      { timeout: 20_000 },
    )
    .toBe(true);
}

/** What a press on this button saves on the device, and under which name. */
async function downloaded(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const file = await saving;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

describe('a therapist leads the first talk', () => {
  it('ME7 FA5 FA3 NO1 NO3 from an empty room to a note that holds no word of theirs', async () => {
    const { lead, robin, kim } = await aFoundedRoom(journey);
    const both = [robin, kim];
    const conversationId = await openTalk(lead, 'Heard');

    for (const page of both) {
      await page.getByRole('link', { name: 'Go to the talk' }).click();
      await page.getByTestId('waiting-room').waitFor();
    }
    await checkIn(robin, PLACE);
    await checkIn(kim, 'The train');
    await lead.locator('[data-testid="check-a"][data-alone="true"]').getByText('What was answered alone').click();
    await lead.getByTestId('check-a').getByText(PLACE).waitFor();
    expect(await holds(kim, PLACE)).toBe(false);

    await letIn(lead, 'Robin', robin);
    await kim.getByTestId('waiting-room').waitFor();
    await robin.getByTestId('ready').click();
    await letIn(lead, 'Kim', kim);
    await kim.getByTestId('ready').click();
    await act(lead, 'Begin');
    await stepOn(lead, 'ready');
    for (const page of both) await atStep(page, 'ready');

    const sent = listened(lead).sent.length;
    await lead.getByTestId('guide-rail').getByText('Tell one thing', { exact: false }).first().click();
    await lead.locator('[data-step="share"] > button').click();
    await lead.getByTestId('peek').getByText('Your job is to listen. You will speak after.').waitFor();
    expect(
      listened(lead)
        .sent.slice(sent)
        .filter(({ name }) => name === 'command'),
    ).toEqual([]);
    for (const page of both) await atStep(page, 'ready');

    await arriveAtShare(both);
    await robin.locator('[data-testid="held"][data-why="guide"]').waitFor();
    await act(lead, 'ReturnFloor');
    for (const page of both) await line(page, 'Eva gave the floor back.').waitFor();
    await say(robin, 'Share this', WORDS);
    await lead.getByRole('article').filter({ hasText: WORDS }).waitFor();
    for (const page of both) await atStep(page, 'hear.mirror');

    await act(lead, 'MoveOn', 'Yes, move both on');
    await stepOn(lead, 'hear.check');
    for (const page of both) {
      await line(page, 'Eva moved the talk on.').waitFor();
      await atStep(page, 'hear.check');
    }
    await act(lead, 'EndGently', 'Yes, go to the close');
    for (const page of both) {
      await atStep(page, 'thank');
      await line(page, 'Eva brought the talk to its close.').waitFor();
    }
    const sockets = await takeOver(journey, conversationId, robin, kim);
    await playTo(journey.server, sockets, conversationId, 'end');
    for (const page of both) await page.getByTestId('ended').waitFor();
    await lead.locator('[data-testid="ended"][data-words="kept"]').waitFor();
    expect(await holds(lead, WORDS)).toBe(false);

    await lead.getByRole('link', { name: 'Write the progress note' }).click();
    const data = lead.getByRole('textbox', { name: 'Data' });
    await expect.poll(() => data.inputValue()).toContain('Led by: Eva');
    await lead.getByRole('textbox', { name: 'Assessment' }).fill('They can wait for each other.');
    await expect.poll(() => data.inputValue()).toContain('Moved on once.');
    await expect.poll(() => data.inputValue()).toContain('Brought the talk to its close early.');

    const markdown = await downloaded(lead, 'Save as Markdown');
    const pdf = await downloaded(lead, 'Save as PDF');
    expect([markdown.name, pdf.name]).toEqual(['progress-note.md', 'progress-note.pdf']);
    for (const text of [
      markdown.bytes.toString('utf8'),
      (await readPdf(new Uint8Array(pdf.bytes))).text.replaceAll(/\s+/g, ' '),
    ]) {
      expect(text).toContain('They can wait for each other.');
      expect(text).toContain('Led by: Eva');
      for (const word of [WORDS, PLACE, 'The train', 'patience']) expect(text).not.toContain(word);
    }
    for (const person of [sockets.a, sockets.b]) person.disconnect();
  });
});
