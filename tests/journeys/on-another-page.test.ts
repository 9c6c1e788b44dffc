import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { aJourney } from '../kit/journey.ts';
import { begun } from '../kit/journey-couple.ts';
import { openAtShare } from '../kit/journey-facilitated.ts';
import { listened } from '../kit/journey-line.ts';
import { setHidden } from '../kit/journey-lock.ts';

const journey = aJourney();
/** How long the line of whoever leads may be gone before the talk goes on without them, in ms. */
const GRACE = 31_000;

const presenceOf = (page: Page, name: string) => page.getByTestId('in-room').filter({ hasText: name });

/** As a link of ours does: without loading the page anew. */
const goTo = (page: Page, path: string): Promise<void> => page.evaluate((to) => history.pushState(null, '', to), path);

/** What the line of this page was told of everybody’s presence, each message as it came. */
const told = (page: Page): unknown[] =>
  listened(page)
    .received.filter(({ name }) => name === 'presence')
    .map(({ body }) => body['members']);

describe('whoever goes to another page of ours in the midst of a talk', () => {
  it('PR8 R8 is away to the other as with a hidden page, whichever page it is, and is back at once', async () => {
    const { couple, conversationId, robin, kim } = await begun(journey, 'heard');
    couple.a.disconnect();
    couple.b.disconnect();
    listened(kim);
    await kim.reload();
    await presenceOf(kim, 'Robin').getByText('here', { exact: true }).waitFor();
    const away = async (): Promise<unknown> => {
      await presenceOf(kim, 'Robin').getByText('away', { exact: true }).waitFor();
      return told(kim).at(-1);
    };
    const back = () => presenceOf(kim, 'Robin').getByText('here', { exact: true }).waitFor();

    await setHidden(robin, true);
    const hidden = await away();
    await setHidden(robin, false);
    await back();
    const before = told(kim).length;

    await robin.getByRole('button', { name: 'Settings' }).click();
    await robin.getByRole('link', { name: 'My account' }).click();
    await robin.getByRole('heading', { level: 1, name: 'Your account' }).waitFor();
    expect(await away()).toEqual(hidden);
    await goTo(robin, `/talk/${conversationId}`);
    await back();
    for (const path of ['/help', '/my-data', `/kept/${couple.spaceId}`]) {
      await goTo(robin, path);
      expect(await away()).toEqual(hidden);
      await goTo(robin, `/talk/${conversationId}`);
      await back();
    }
    expect(JSON.stringify(told(kim).slice(before))).not.toContain('lost');
    expect(await robin.getByTestId('room').getAttribute('data-turn')).toBe(
      await kim.getByTestId('room').getAttribute('data-turn'),
    );
  });

  it('PR8 FA9 is elsewhere where they lead, and nothing pauses', async () => {
    const { lead, robin, kim, conversationId } = await openAtShare(journey);
    await goTo(lead, '/account');
    await lead.getByRole('heading', { level: 1, name: 'Your account' }).waitFor();
    await presenceOf(kim, 'Ada').getByText('leads this talk · away').waitFor();
    journey.server.advance(GRACE);
    for (const page of [robin, kim]) await page.getByText('Ada is not in this talk just now.').first().waitFor();
    expect(await robin.getByTestId('pause').count()).toBe(0);
    expect(JSON.stringify(told(kim))).not.toContain('lost');
    await goTo(lead, `/lead/${conversationId}`);
    await lead.getByTestId('console').waitFor();
    await presenceOf(kim, 'Ada').getByText('leads this talk · here').waitFor();
  });
});
