import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { aCouple } from '../kit/couple.ts';
import { AT_EASE, answerFit } from '../kit/fit.ts';
import { aJourney } from '../kit/journey.ts';
import { faultless } from '../kit/journey-accessible.ts';

const journey = aJourney();
const QUESTIONS = 9;

async function atTheQuestions() {
  const couple = await aCouple(journey.server);
  const robin = await journey.device({ width: 390, cookie: couple.a.cookie });
  await robin.goto(`/space/${couple.spaceId}`);
  await robin.getByRole('link', { name: 'Look at the questions' }).click();
  await robin.getByRole('heading', { name: 'Some private questions' }).waitFor();
  return { couple, robin };
}

async function answerAll(page: Page, answers: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: 'Begin the questions' }).click();
  for (let at = 0; at < QUESTIONS; at++) {
    await page.getByRole('heading', { name: `Question ${at + 1} of ${QUESTIONS}` }).waitFor();
    const answer = answers[at] ?? 'No';
    if (answer === 'skip') await page.getByRole('button', { name: 'Skip this question' }).click();
    else {
      await page.getByRole('radio', { name: answer, exact: true }).check({ force: true });
      await page.getByRole('button', { name: at + 1 === QUESTIONS ? 'Finish' : 'Next' }).click();
    }
  }
}

describe('the private questions', () => {
  it('R1 R3 FI5 a worrying answer leads to private help, and the other sees nothing of it', async () => {
    const { couple, robin } = await atTheQuestions();
    const kim = await journey.device({ width: 1280, cookie: couple.b.cookie });
    await kim.goto(`/space/${couple.spaceId}`);
    const deep = kim.getByRole('article', { name: 'Reach and respond' });
    await deep.getByText('This talk needs a facilitator for now.').waitFor();
    const before = await kim.locator('main').innerText();
    const heard = couple.b.heard.length;

    await answerAll(robin, ['Yes', 'skip']);
    await robin.getByRole('heading', { name: 'Something here deserves care first' }).waitFor();
    expect(await robin.title()).toBe('Turnward');
    expect(new URL(robin.url()).pathname).toBe(`/space/${couple.spaceId}/own`);
    await robin.getByRole('button', { name: 'People you can talk to' }).click();
    await robin.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    expect(await robin.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toMatch(
      /afraid|fit/,
    );

    await couple.b.caughtUp();
    expect(couple.b.heard.slice(heard).filter(({ name }) => name === 'events')).toEqual([]);
    await kim.reload();
    await deep.getByText('This talk needs a facilitator for now.').waitFor();
    await kim.getByText('connection lost').waitFor({ state: 'detached' });
    expect((await kim.locator('main').innerText()).replace(/ · here/g, '')).toBe(before.replace(/ · here/g, ''));
  });

  it('FI3 FI5 every other set ends on the same page; the deep talk opens once both have answered at ease', async () => {
    const { couple, robin } = await atTheQuestions();
    await answerAll(
      robin,
      Array.from({ length: QUESTIONS }, () => 'skip'),
    );
    await robin.getByRole('heading', { name: 'That is all' }).waitFor();
    const skipped = await robin.locator('main').innerText();
    await robin.reload();
    await robin.getByRole('button', { name: 'Answer them anew' }).waitFor();
    await robin.getByRole('button', { name: 'Remove my answers' }).click();
    await robin.getByText('Your answers are removed.').waitFor();
    await answerAll(robin, []);
    await robin.getByRole('heading', { name: 'That is all' }).waitFor();
    expect(await robin.locator('main').innerText()).toBe(skipped);
    await answerFit(couple.b, couple.spaceId, AT_EASE);
    await robin.getByRole('link', { name: 'Back to the room' }).click();
    const deep = robin.getByRole('article', { name: 'Reach and respond' });
    await deep.getByRole('button', { name: 'Choose' }).waitFor();
    expect(await deep.getByText('needs a facilitator').count()).toBe(0);
  });

  it('R5 whoever leaves in the middle of a worry has closed the deep talks already', async () => {
    const { couple, robin } = await atTheQuestions();
    for (const person of [couple.a, couple.b]) await answerFit(person, couple.spaceId, AT_EASE);
    await robin.getByRole('button', { name: 'Begin the questions' }).click();
    await robin.getByRole('radio', { name: 'Sometimes' }).check({ force: true });
    await robin.getByRole('button', { name: 'Next' }).click();
    await expect
      .poll(async () => (await couple.b.door('GET', `/api/spaces/${couple.spaceId}/fit`)).text)
      .toContain('needs-a-facilitator');
    await robin.getByRole('main').getByRole('button', { name: 'Leave quickly' }).click();
    await robin.getByText('Sunny.').waitFor();
  });

  it('R23 are answered by keyboard alone, and the next question is where the focus goes', async () => {
    const { robin } = await atTheQuestions();
    await robin.getByRole('button', { name: 'Begin the questions' }).focus();
    await robin.keyboard.press('Enter');
    for (let at = 1; at <= QUESTIONS; at++) {
      const heading = robin.getByRole('heading', { name: `Question ${at} of ${QUESTIONS}` });
      await heading.waitFor();
      await expect.poll(() => heading.evaluate((it) => it === document.activeElement)).toBe(true);
      await robin.keyboard.press('Tab');
      await robin.keyboard.press('Space');
      await robin.keyboard.press('Tab');
      await robin.keyboard.press('Enter');
    }
    await robin.getByRole('heading', { name: 'That is all' }).waitFor();
  });

  it('R2 R23 says who should not use it now, before anybody joins; no screen of it shuts anybody out', async () => {
    const { robin } = await atTheQuestions();
    await faultless('fit welcome', robin);
    await robin.getByRole('button', { name: 'Begin the questions' }).click();
    await robin.getByRole('button', { name: 'Next' }).click();
    await robin.getByText('Choose one, or skip.').waitFor();
    await faultless('fit question', robin);
    await robin.goBack();
    await robin.getByRole('heading', { name: 'Before your first talk: a few private questions' }).waitFor();
    await faultless('fit offer and lock', robin);
    await robin.goForward();
    await answerAll(robin, ['Yes']);
    await robin.getByRole('heading', { name: 'Something here deserves care first' }).waitFor();
    await faultless('fit care', robin);
    for (const path of ['/', '/begin', '/help']) {
      await robin.goto(path);
      await robin.getByRole('link', { name: 'When this is not for you now' }).click();
      await robin.getByText('you are afraid of your partner, or have to pay for what you say').waitFor();
    }
    await faultless('not now', robin);
  });
});
