import type { GuestRole } from '@turnward/shared/kernel/stream.ts';
import type { Locator, Page } from 'playwright-core';
import type { Journey } from './journey.ts';

export type RoomOfTwo = { ada: Page; ben: Page; spaceId: string };

/** Ada on a phone and Ben on a desktop, both on the page of their room. */
export async function aRoomOfTwo(journey: Journey): Promise<RoomOfTwo> {
  const [ada, ben] = await Promise.all([journey.device({ width: 390 }), journey.device({ width: 1280 })]);
  await ada.goto('/begin');
  await ada.getByLabel('A name for the room').fill('Kitchen table');
  await ada.getByLabel('Your first name').fill('Ada');
  await ada.getByRole('button', { name: 'Make the room' }).click();
  await ada.getByRole('button', { name: 'Make a link' }).click();
  await join(ben, await ada.getByTestId('made-link').locator('output').innerText(), 'Ben');
  return { ada, ben, spaceId: new URL(ada.url()).pathname.split('/')[2] ?? '' };
}

/** Comes in as a partner. */
export async function join(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Your first name').fill(name);
  await page.getByRole('button', { name: 'Join the room' }).click();
  await page.getByText(`${name} (you)`).waitFor();
}

const INVITE = {
  facilitator: { button: 'Invite a therapist or other helper', link: 'Link for a therapist or other helper' },
  observer: { button: 'Invite an observer', link: 'Link for an observer' },
} as const;

/** Makes a link for a guest and reads it from the page. */
export async function inviteGuest(page: Page, role: GuestRole): Promise<string> {
  const button = page.getByRole('button', { name: INVITE[role].button });
  if (!(await button.isVisible())) await page.getByText('Invite somebody').click();
  await button.click();
  return page.getByLabel(INVITE[role].link).innerText();
}

/** Asks both by a guest's link, and waits. */
export async function askBoth(page: Page, link: string, name: string, role: GuestRole): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Your name').fill(name);
  if (role === 'facilitator') await page.getByLabel('I keep no secrets between them').check();
  await page.getByRole('button', { name: 'Ask both to confirm me' }).click();
  await page.getByRole('heading', { name: 'Waiting until both have confirmed you' }).waitFor();
}

export const confirm = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name: `Confirm ${name}` }).click();

/** A guest whom both have confirmed, on the page that their role leads to. */
export async function comesIn({ ada, ben }: RoomOfTwo, guest: Page, name: string, role: GuestRole): Promise<void> {
  await askBoth(guest, await inviteGuest(ada, role), name, role);
  for (const page of [ada, ben]) await confirm(page, name);
  await guest.waitForURL(role === 'facilitator' ? /\/caseload\// : /\/observe\/space\//);
}

/** The line that says who changed what. */
export const changed = (page: Page, words: string): Locator =>
  page.getByRole('region', { name: 'What changed here' }).getByRole('listitem').filter({ hasText: words });
