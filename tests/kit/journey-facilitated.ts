import type { Seat } from '@turnward/shared/kernel/stream.ts';
import type { Locator, Page } from 'playwright-core';
import { type Couple, playTo } from './couple.ts';
import { aFacilitatedCouple, beginLed, type FacilitatedCouple, openLed } from './facilitated.ts';
import type { Device, Journey } from './journey.ts';
import { confirm, join } from './journey-guests.ts';
import { listened, pressUntilSent } from './journey-line.ts';
import { atStep } from './journey-room.ts';

/** A facilitator and two partners, each on a device of their own. */
export type ThreeScreens = { lead: Page; robin: Page; kim: Page };
export type LedTable = ThreeScreens & { couple: FacilitatedCouple; conversationId: string };

type Views = { lead?: Device; robin?: Device; kim?: Device };

/** Eva opens a room and sends two links; Robin and Kim come in by them and confirm her. By clicks alone; she is in their file. */
export async function aFoundedRoom(journey: Journey): Promise<ThreeScreens> {
  const lead = await journey.device();
  listened(lead);
  const robin = await journey.device({ width: 390 });
  const kim = await journey.device();
  await lead.goto('/');
  await lead.getByRole('link', { name: 'I accompany couples' }).click();
  await lead.getByLabel('A name for the room').fill('Garden');
  await lead.getByLabel('Your name').fill('Eva');
  await lead.getByLabel('It stays with me').check();
  await lead.getByRole('button', { name: 'Open the room' }).click();
  for (const [link, page, name] of [
    ['Link for one of them', robin, 'Robin'],
    ['Link for the other', kim, 'Kim'],
  ] as const) {
    const seat = lead.getByRole('region', { name: link });
    await seat.getByRole('button', { name: 'Make the link' }).click();
    await join(page, await seat.locator('output').innerText(), name);
  }
  for (const page of [robin, kim]) await confirm(page, 'Eva');
  await lead.waitForURL(/\/caseload\//);
  return { lead, robin, kim };
}

/** Opens a talk from the couple's file; its id. */
export async function openTalk(lead: Page, guide: string): Promise<string> {
  const card = lead.getByRole('region', { name: 'Open a talk' });
  await card.getByRole('radio', { name: new RegExp(`^${guide}\\b`) }).check({ force: true });
  await card.getByRole('button', { name: 'Open this talk' }).click();
  await lead.waitForURL(/\/lead\//);
  await lead.getByTestId('console').waitFor();
  return new URL(lead.url()).pathname.split('/').at(-1) ?? '';
}

/** Ada leads, Robin and Kim wait in rooms of their own. Signed in by the doors; the couple's sockets play what needs no screen. */
export async function gatheredLed(journey: Journey, guideId: string, views: Views = {}): Promise<LedTable> {
  const couple = await aFacilitatedCouple(journey.server);
  const conversationId = await openLed(couple, guideId);
  return { ...(await threeScreens(journey, couple, conversationId, views)), couple, conversationId };
}

/** The first step is on all three screens. Of Ada's lines, only that of her page is left. */
export async function begunLed(journey: Journey, guideId: string, views: Views = {}): Promise<LedTable> {
  const couple = await aFacilitatedCouple(journey.server);
  const conversationId = await openLed(couple, guideId);
  await beginLed(couple, conversationId);
  const screens = await threeScreens(journey, couple, conversationId, views);
  await stepOn(screens.lead, 'ready');
  for (const page of [screens.robin, screens.kim]) await page.getByTestId('room').waitFor();
  return { ...screens, couple, conversationId };
}

/** Robin has the floor at the step that tells, and the guide does not hold it any more. */
export async function openAtShare(journey: Journey, views: Views = {}): Promise<LedTable & { both: Page[] }> {
  const table = await begunLed(journey, 'heard', views);
  const { couple, conversationId, lead, robin, kim } = table;
  await playTo(journey.server, couple, conversationId, 'share');
  await stepOn(lead, 'share');
  await act(lead, 'ReturnFloor');
  const both = [robin, kim];
  for (const page of both) {
    await atStep(page, 'share');
    await page.getByTestId('held').waitFor({ state: 'detached' });
  }
  return { ...table, both };
}

async function threeScreens(
  journey: Journey,
  couple: Couple & Pick<FacilitatedCouple, 'facilitator'>,
  conversationId: string,
  views: Views,
): Promise<ThreeScreens> {
  const lead = await journey.device({ ...views.lead, cookie: couple.facilitator.cookie });
  const robin = await journey.device({ width: 390, ...views.robin, cookie: couple.a.cookie });
  const kim = await journey.device({ ...views.kim, cookie: couple.b.cookie });
  for (const page of [lead, robin, kim]) listened(page);
  await lead.goto(`/lead/${conversationId}`);
  await lead.getByTestId('console').waitFor();
  couple.facilitator.disconnect();
  for (const page of [robin, kim]) await page.goto(`/talk/${conversationId}`);
  return { lead, robin, kim };
}

/** Waits until the console stands at this step. */
export const stepOn = (lead: Page, stepId: string): Promise<void> =>
  lead.locator(`[data-testid="step-now"][data-step="${stepId}"]`).waitFor();

/** One act of the console, and what it asks where it asks once more. Pressed until it has gone out, and only once. */
export async function act(lead: Page, name: string, answer?: string | RegExp): Promise<void> {
  const button = lead.locator(`[data-act="${name}"] button`);
  const asked = lead.getByTestId('asked');
  await pressUntilSent(lead, name === 'SettleBoth' ? 'InsertStep' : name, async () => {
    if (answer === undefined) return button.click();
    if (!(await asked.isVisible())) await button.click();
    await asked.getByRole('button', { name: answer }).click({ timeout: 2000 });
  });
}

/** The line that everybody in the talk reads about an act of a facilitator. */
export const line = (page: Page, words: string): Locator => page.getByTestId('act').filter({ hasText: words }).last();

/** Writes to one of the two alone. */
export async function whisperFromLead(lead: Page, seat: Seat, words: string): Promise<void> {
  const part = lead.getByTestId(`whispers-${seat}`);
  if (!(await part.getByRole('textbox').isVisible())) await part.locator('summary').click();
  await part.getByRole('textbox').fill(words);
  await pressUntilSent(lead, 'Whisper', () => part.locator('button[type="submit"]').click({ timeout: 2000 }));
  await part.getByRole('log').getByText(words).waitFor();
}
