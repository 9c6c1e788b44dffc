import type { Page } from 'playwright-core';
import { aCouple, begin, type Couple, open } from './couple.ts';
import type { Device, Journey } from './journey.ts';
import { Person } from './person.ts';

/** Robin (a) and Kim (b), each on a screen; the sockets of the same two play what needs no screen. */
export type AtTheTable = { couple: Couple; conversationId: string; robin: Page; kim: Page };

type Views = { robin?: Device; kim?: Device };

/** Two people who belong to one room, each signed in on a device that has not opened a page yet. */
async function twoDevices(journey: Journey, views: Views = {}): Promise<Omit<AtTheTable, 'conversationId'>> {
  const couple = await aCouple(journey.server);
  const robin = await journey.device({ width: 390, ...views.robin, cookie: couple.a.cookie });
  const kim = await journey.device({ width: 1280, ...views.kim, cookie: couple.b.cookie });
  return { couple, robin, kim };
}

/** Both in the gathering room of a guide. Robin tells first. */
export async function gathered(journey: Journey, guideId: string, views: Views = {}): Promise<AtTheTable> {
  const { couple, robin, kim } = await twoDevices(journey, views);
  const conversationId = await open(couple, guideId);
  for (const page of [robin, kim]) await page.goto(`/talk/${conversationId}`);
  for (const page of [robin, kim]) await page.getByRole('button', { name: 'I am ready' }).waitFor();
  return { couple, conversationId, robin, kim };
}

/** The first step is on both screens. */
export async function begun(journey: Journey, guideId: string, views: Views = {}): Promise<AtTheTable> {
  const table = await gathered(journey, guideId, views);
  await begin(table.couple, table.conversationId);
  for (const page of [table.robin, table.kim]) await page.getByTestId('room').waitFor();
  return table;
}

/** The sockets of people whose screens these are, for a part of the talk that needs no screen. */
export async function takeOver(journey: Journey, conversationId: string, robin: Page, kim: Page): Promise<Couple> {
  const sockets = async (page: Page) => {
    const [cookie] = await page.context().cookies();
    const person = await new Person(journey.server.origin, `${cookie?.name}=${cookie?.value}`).connect();
    await person.follow('conversation', conversationId);
    return person;
  };
  return { spaceId: '', a: await sockets(robin), b: await sockets(kim) };
}

export const idOf = (page: Page): string => new URL(page.url()).pathname.split('/').at(-1) ?? '';
