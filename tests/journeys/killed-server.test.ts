import { afterAll, beforeAll, expect, it } from 'vitest';
import { aCouple, begin, open } from '../kit/couple.ts';
import { aJourney } from '../kit/journey.ts';
import { arriveAtShare, box, floorOf, press, turnOf } from '../kit/journey-room.ts';
import { type ServerProcess, startProcess } from '../kit/process.ts';

const journey = aJourney();
/** Longer than the first quick attempts to come back, so that the pages are at their slowest. In ms. */
const DOWN = 4000;
let server: ServerProcess;
beforeAll(async () => {
  server = await startProcess();
});
afterAll(() => server?.remove());

it('ES1 the server is killed in the middle of a turn: two seconds after it is up, both are where they were', async () => {
  const couple = await aCouple(server);
  const conversationId = await open(couple, 'heard');
  await begin(couple, conversationId);
  for (const person of [couple.a, couple.b]) person.disconnect();
  const robin = await journey.device({ width: 390, baseURL: server.origin, cookie: couple.a.cookie });
  const kim = await journey.device({ baseURL: server.origin, cookie: couple.b.cookie });
  const both = [robin, kim];
  for (const page of both) await page.goto(`/talk/${conversationId}`);
  await arriveAtShare(both);
  const turn = await turnOf(robin);
  await box(robin).fill('Still in the box.');

  await server.end('SIGKILL');
  const killed = performance.now();
  for (const page of both) await page.getByText('The connection is lost.').waitFor();
  await expect.poll(() => performance.now() - killed, { timeout: 2 * DOWN }).toBeGreaterThan(DOWN);
  await server.start();

  for (const page of both) {
    await page.getByTestId('connection').getByText('Connected', { exact: true }).waitFor({ timeout: 4000 });
  }
  expect([await turnOf(robin), await turnOf(kim)]).toEqual([turn, turn]);
  expect([await floorOf(robin), await floorOf(kim)]).toEqual(['mine', 'theirs']);
  await press(robin, 'Share this');
  for (const page of both) {
    await page.getByRole('article').filter({ hasText: 'Still in the box.' }).waitFor();
    expect(await page.getByText('I want to bring patience.').count()).toBe(2);
    expect(await page.getByText('Still in the box.').count()).toBe(1);
  }
});
