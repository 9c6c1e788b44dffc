import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blobs, held, traces } from '../contracts/traces.ts';
import { aCouple, begin, open } from '../kit/couple.ts';
import { aJourney } from '../kit/journey.ts';
import { listenTo, wasHeard } from '../kit/journey-heard.ts';
import { leftBehind } from '../kit/journey-left-behind.ts';
import { arriveAtShare, atStep, box, holds, press } from '../kit/journey-room.ts';
import { type ServerProcess, startProcess } from '../kit/process.ts';

const journey = aJourney();
let server: ServerProcess;
beforeAll(async () => {
  server = await startProcess({ env: { EXIT_URL: journey.elsewhere } });
});
afterAll(() => server?.remove());

/** Robin on a phone and a laptop, Kim on one device; Robin has the floor. Their pages alone hold a line to the server. */
async function atTheTable() {
  const couple = await aCouple(server);
  const conversationId = await open(couple, 'heard');
  await begin(couple, conversationId);
  const other = await couple.a.otherDevice();
  for (const person of [couple.a, couple.b]) person.disconnect();
  const at = { baseURL: server.origin };
  const phone = await journey.device({ ...at, width: 390, cookie: couple.a.cookie });
  const laptop = await journey.device({ ...at, cookie: other.cookie });
  const kim = await journey.device({ ...at, cookie: couple.b.cookie });
  const heard = listenTo(kim);
  for (const page of [phone, laptop, kim]) await page.goto(`/talk/${conversationId}`);
  await arriveAtShare([phone, kim]);
  await atStep(laptop, 'share');
  return { conversationId, phone, laptop, kim, heard };
}

/** The box of each of these pages says the same. */
async function allSay(pages: readonly Page[], words: string): Promise<void> {
  for (const page of pages) await expect.poll(() => box(page).inputValue(), { timeout: 15_000 }).toBe(words);
}

const saved = (page: Page, timeout = 15_000) =>
  page.getByText('Saved on your devices. Only you see it until you share it.').waitFor({ timeout });

/** Writes behind what stands in the box, key by key. */
async function goOn(page: Page, words: string): Promise<void> {
  await box(page).focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(words);
}

/** What the data folder holds of one document, as it lies there. Read from a copy: the server keeps its files to itself. */
async function sealedRows(name: string): Promise<Buffer[]> {
  const folder = await mkdtemp(join(tmpdir(), 'turnward-copy-'));
  for (const file of ['turnward.db', 'turnward.db-wal']) await cp(join(server.dataDir, file), join(folder, file));
  const database = new DatabaseSync(join(folder, 'turnward.db'));
  try {
    return blobs(
      database,
      `SELECT sealed AS blob FROM document_row JOIN document ON document.id = document_id WHERE name = '${name}'`,
    );
  } finally {
    database.close();
    await rm(folder, { recursive: true });
  }
}

describe('a draft', () => {
  it('DO5 DO6 DO12 DP4 follows me to my laptop, through a kill and a lost line, and is gone once it is shared', async () => {
    const { conversationId, phone, laptop, kim, heard } = await atTheTable();
    await goOn(phone, 'I lie awake');
    await allSay([laptop], 'I lie awake');
    await goOn(laptop, ' and listen');
    await allSay([phone], 'I lie awake and listen');
    for (const page of [phone, laptop]) await saved(page);
    await laptop.reload();
    await allSay([laptop], 'I lie awake and listen');

    await server.end('SIGKILL');
    await phone.getByText('The connection is lost.').waitFor();
    await goOn(phone, ' for your key');
    await server.start();
    await allSay([laptop], 'I lie awake and listen for your key');

    await phone.context().setOffline(true);
    await phone.getByText('This device is offline.').waitFor();
    await goOn(phone, ' in the door.');
    await goOn(laptop, ' At night.');
    await phone.context().setOffline(false);
    await expect.poll(async () => (await box(phone).inputValue()).length, { timeout: 15_000 }).toBe(58);
    const words = await box(phone).inputValue();
    expect(words).toMatch(/^I lie awake and listen for your key( in the door\.| At night\.){2}$/);
    await allSay([laptop], words);
    for (const page of [phone, laptop]) await saved(page);

    for (const part of ['I lie awake', 'and listen', 'for your key', 'in the door', 'At night']) {
      expect([part, wasHeard(heard, part), await holds(kim, part)]).toEqual([part, false, false]);
    }
    expect(heard.edits.filter(({ document }) => !document.endsWith('/b'))).toEqual([]);
    expect(await leftBehind(kim)).not.toContain('awake');
    const draft = await sealedRows(`draft/${conversationId}/a`);
    expect(held(server.dataDir, draft)).toBe(draft.length);
    expect(draft.length).toBeGreaterThan(0);

    await press(laptop, 'Share this');
    await kim.getByText(words).waitFor();
    await atStep(phone, 'hear.mirror');
    expect(await phone.getByRole('textbox').count()).toBe(0);
    expect(await phone.getByTestId('unsent').count()).toBe(0);
    await expect.poll(() => held(server.dataDir, draft), { timeout: 20_000, interval: 200 }).toBe(0);
    expect(traces(server.dataDir, words)).toEqual([]);
  });

  it('R5 DP4 leaves the page at once where its author leaves quickly', async () => {
    const { laptop, phone, kim } = await atTheTable();
    await goOn(laptop, 'Words that nobody shall see');
    await saved(laptop);
    await allSay([phone], 'Words that nobody shall see');
    const left = await laptop.getByRole('button', { name: 'Leave quickly' }).evaluate((button) => {
      const area = document.querySelector('textarea');
      (button as HTMLElement).click();
      return { shown: document.body.innerText, area: document.querySelector('textarea')?.value, kept: area?.value };
    });
    expect(left.shown).toBe('');
    expect(left.area).toBeUndefined();
    await laptop.waitForURL(journey.elsewhere);
    await laptop.goto('/');
    expect(await leftBehind(laptop)).not.toMatch(/nobody|draft/);
    expect(await holds(laptop, 'nobody shall see')).toBe(false);
    await kim.getByRole('heading', { name: 'Taking a pause. Nothing is lost.' }).waitFor();
    expect(await holds(kim, 'nobody shall see')).toBe(false);
  });
});
