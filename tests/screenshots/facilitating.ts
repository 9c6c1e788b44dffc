import type { Page } from 'playwright-core';
import { askBoth, confirm, inviteGuest, join } from '../kit/journey-guests.ts';
import { arriveAtShare, atStep, box, press } from '../kit/journey-room.ts';
import { picture } from './picture.ts';

type Device = (width: number) => Promise<Page>;
/** Lets so many minutes go by on the server’s clock. */
type Pass = (minutes: number) => void;
type Couple = { one: Page; other: Page; file: string };

const TOLD = 'I feel alone when I lie awake on Sunday nights, and I don’t dare to wake you.';

/** A couple who accompanies whom somebody helps, for the guide for therapists: she is on a desktop, so is one of the two. */
export async function takeFacilitating(device: Device, pass: Pass): Promise<void> {
  const eva = await device(1280);
  const robinAndKim = await aCouple(device, eva, ['Robin', 'Kim', 'Kitchen table'], 'facilitating-confirm');
  const noorAndSam = await aCouple(device, eva, ['Noor', 'Sam', 'Garden']);

  await eva.goto(noorAndSam.file);
  await eva.getByLabel('Day and time').fill(tomorrowAt('10:30'));
  await eva.getByRole('button', { name: 'Set this time' }).click();
  await eva.getByRole('button', { name: 'Suggest this talk' }).click();
  await eva.getByRole('button', { name: 'Put it away' }).waitFor();

  await leadToTheHeldFloor(eva, robinAndKim, pass);
  await picture(eva, 'facilitating-console');
  await picture(robinAndKim.other, 'facilitating-held-phone');

  await robinAndKim.other.getByRole('button', { name: 'Ask for help' }).click();
  await eva.goto('/caseload');
  await eva.getByRole('main').getByText('Kim asks for help').waitFor();
  await picture(eva, 'facilitating-caseload');

  pass(2);
  await stopForToday(robinAndKim);
  await eva.goto(robinAndKim.file);
  await eva.getByRole('link', { name: 'Progress note' }).click();
  await eva.getByRole('textbox', { name: 'Assessment' }).fill('Both slowed down once the floor was held.');
  await eva.locator('[data-testid="saved"][data-state="saved"]').waitFor();
  await picture(eva, 'facilitating-note');
}

/** Two who came together, and confirmed whoever accompanies them. `asked`: the picture of being asked. */
async function aCouple(device: Device, eva: Page, names: [string, string, string], asked?: string): Promise<Couple> {
  const [one, other, room] = names;
  const [desktop, phone] = [await device(1280), await device(390)];
  await desktop.goto('/begin');
  await desktop.getByLabel('A name for the room').fill(room);
  await desktop.getByLabel('Your first name').fill(one);
  await desktop.getByRole('button', { name: 'Make the room' }).click();
  await desktop.getByRole('button', { name: 'Make a link' }).click();
  await join(phone, await desktop.getByTestId('made-link').locator('output').innerText(), other);
  await askBoth(eva, await inviteGuest(desktop, 'facilitator'), 'Eva', 'facilitator');
  await phone.getByRole('button', { name: 'Confirm Eva' }).waitFor();
  const part = phone.getByRole('region', { name: 'Eva asks to accompany you' });
  if (asked) await picture(phone, `${asked}-phone`, { part });
  for (const page of [desktop, phone]) await confirm(page, 'Eva');
  await eva.waitForURL(/\/caseload\//);
  return { one: desktop, other: phone, file: new URL(eva.url()).pathname };
}

async function leadToTheHeldFloor(eva: Page, { one, other, file }: Couple, pass: Pass): Promise<void> {
  const both = [one, other];
  await eva.goto(file);
  await eva.getByRole('button', { name: 'Open this talk' }).click();
  await eva.waitForURL(/\/lead\//);
  for (const page of both) await page.getByRole('link', { name: 'Go to the talk' }).click();
  for (const name of ['Robin', 'Kim']) await act(eva, `Let ${name} in`);
  for (const page of both) await act(page, 'I am ready');
  await act(eva, 'Begin');
  pass(4);
  await arriveAtShare(both);
  pass(2);
  // The guide waits for whoever leads before the first words.
  await act(eva, 'Open the floor');
  await box(one).fill(TOLD);
  pass(6);
  await press(one, 'Share this');
  await atStep(other, 'hear.mirror');
  await box(other).fill('What I took in is that the nights are long for you');
  pass(3);
  await act(eva, 'Hold the floor');
  await other.getByText('Eva held the floor').first().waitFor();
}

/** Presses a button until it is gone: a press within a moment of a change is ignored there on purpose. */
async function act(page: Page, name: string): Promise<void> {
  const button = page.getByRole('main').getByRole('button', { name, exact: true });
  for (let tries = 0; tries < 12; tries += 1) {
    await button.click();
    const gone = button.waitFor({ state: 'detached', timeout: 1000 }).then(
      () => true,
      () => false,
    );
    if (await gone) return;
  }
  throw new Error(`Nothing came of pressing ${name}.`);
}

async function stopForToday({ one, other }: Couple): Promise<void> {
  await one.getByRole('button', { name: 'Pause', exact: true }).click();
  await one.getByRole('button', { name: 'Stop for today' }).click();
  await one.getByRole('dialog').getByRole('button', { name: 'Yes, stop for today' }).click();
  for (const page of [one, other]) {
    await atStep(page, 'keep');
    await page.getByRole('radio').first().check({ force: true });
    await press(page, 'Give my answer');
  }
  await one.getByRole('heading', { name: 'You stopped for today' }).waitFor();
}

/** As a box for day and time takes it, on the clock of this device. */
function tomorrowAt(clock: string): string {
  const day = new Date(Date.now() + 24 * 60 * 60_000);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}T${clock}`;
}
