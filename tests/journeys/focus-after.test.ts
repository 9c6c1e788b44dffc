import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { PIN } from '../kit/app-lock.ts';
import { aJourney } from '../kit/journey.ts';
import { faultless } from '../kit/journey-accessible.ts';
import { tabTo } from '../kit/journey-keyboard.ts';
import { lockScreen } from '../kit/journey-lock.ts';
import { aKeptTalk } from '../kit/kept-talk.ts';

const journey = aJourney();

/** Robin on a phone, in a room with one kept talk. */
async function atHome() {
  const couple = await aKeptTalk(journey.server);
  const page = await journey.device({ width: 390, cookie: couple.a.cookie });
  await page.goto(`/space/${couple.spaceId}`);
  return { couple, page };
}

async function press(page: Page, control: Locator): Promise<void> {
  await tabTo(page, control, 120);
  await page.keyboard.press('Enter');
}

/** What has the focus: `H1 Our room`. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const on = document.activeElement as HTMLElement | null;
    return `${on?.tagName} ${on instanceof HTMLInputElement ? on.labels?.[0]?.innerText : on?.innerText.trim()}`;
  });

const isOn = (page: Page, expected: string | RegExp) =>
  expect.poll(() => focused(page), { timeout: 10_000 }).toMatch(expected);

describe('the keyboard goes on where it was', () => {
  it('R23 after announcing, keeping, erasing and agreeing in the room: on the button, or on the heading where that is gone', async () => {
    const { page } = await atHome();
    const leaving = page.getByRole('region', { name: 'Leaving and deleting' });
    const dialog = page.getByRole('dialog');
    const remove = leaving.getByRole('button', { name: 'Delete this room', exact: true });
    const erase = leaving.getByRole('button', { name: 'Destroy my words everywhere' });
    await press(page, leaving.locator('summary'));
    await press(page, remove);
    await press(page, dialog.getByRole('button', { name: 'Announce it for in 14 days' }));
    await isOn(page, 'BUTTON Delete this room');
    await page.getByRole('heading', { level: 1 }).focus();
    await press(page, page.getByRole('button', { name: 'Keep this room' }));
    await isOn(page, /^H1 /);

    await press(page, erase);
    await isOn(page, /^SECTION /);
    await page.keyboard.press('Escape');
    await isOn(page, 'BUTTON Destroy my words everywhere');
    await press(page, erase);
    await press(page, dialog.getByRole('button', { name: 'Destroy my words' }));
    await isOn(page, 'BUTTON Destroy my words everywhere');

    await press(page, remove);
    await press(page, dialog.getByRole('button', { name: 'Agree to delete it' }));
    await isOn(page, 'BUTTON Delete this room');
    await page.getByRole('heading', { level: 1 }).focus();
    const agreed = page.getByRole('region', { name: 'What you both agreed to' });
    await press(page, agreed.getByRole('button', { name: 'Take this back' }));
    await isOn(page, /^H[123] /);
    expect(await agreed.evaluate((card) => card.contains(document.activeElement))).toBe(true);

    await press(page, leaving.getByRole('button', { name: 'Leave this room' }));
    await press(page, dialog.getByRole('button', { name: 'Leave for good' }));
    await page.waitForURL('/');
    await isOn(page, /^H1 /);
  }, 60_000);

  it('R23 ER1 ER2 after folding and taking back in a kept talk', async () => {
    const { couple, page } = await atHome();
    await page.goto(`/kept/${couple.spaceId}/${couple.conversationId}`);
    await press(page, page.getByRole('button', { name: 'Open this talk' }));
    await isOn(page, /^H1 /);
    const mine = page.locator('li[data-seat="a"]').first();
    await press(page, mine.locator('summary', { hasText: 'Change what you said here' }));
    await press(page, mine.getByRole('button', { name: 'Fold away' }));
    await isOn(page, 'BUTTON Show again');
    await press(page, mine.getByRole('button', { name: 'Take back for good' }));
    await isOn(page, /^SECTION /);
    await page.keyboard.press('Escape');
    await isOn(page, 'BUTTON Take back for good');
    await page.keyboard.press('Enter');
    await press(page, page.getByRole('dialog').getByRole('button', { name: 'Destroy these words' }));
    await mine.getByText(/^Robin took these words back/).waitFor();
    await isOn(page, /^H[123] /);
  });

  it('R23 SE7 LK2 after ending a session, changing one’s mind, setting a PIN, locking and opening', async () => {
    const { couple, page } = await atHome();
    await couple.a.otherDevice();
    await page.goto('/account');
    const sessions = page.getByRole('region', { name: 'Where you are signed in' });
    const others = sessions.locator('[data-here="false"]');
    await others.first().waitFor();
    const before = await others.count();
    await press(page, others.first().getByRole('button'));
    await expect.poll(() => others.count()).toBe(before - 1);
    await isOn(page, 'H2 Where you are signed in');
    await press(page, sessions.getByRole('button', { name: 'Sign out on this device' }));
    await press(page, sessions.getByRole('button', { name: 'Stay', exact: true }));
    await isOn(page, 'H2 Where you are signed in');

    await page.goto('/settings');
    await press(page, page.locator('summary', { hasText: 'Set a PIN' }));
    for (const label of ['New PIN', 'The same once more']) {
      await tabTo(page, page.getByLabel(label, { exact: true }));
      await page.keyboard.type(PIN);
    }
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Lock now' }).waitFor();
    await isOn(page, /^(?!BODY)/);
    await faultless('settings with a PIN', page);
    await press(page, page.getByRole('button', { name: 'Lock now' }));
    await lockScreen(page).waitFor();
    await isOn(page, 'INPUT Your PIN');
    await page.keyboard.type(PIN);
    await page.keyboard.press('Enter');
    await isOn(page, 'H1 Settings');
  });
});
