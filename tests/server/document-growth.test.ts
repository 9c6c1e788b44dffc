import { expect, it } from 'vitest';
import { DocumentDesk } from '../kit/document-desk.ts';
import { syncBytes } from '../kit/document-line.ts';
import { until } from '../kit/person.ts';

const KEYSTROKES = 100_000;
/** Half of what was typed is taken back every so often, as by somebody who looks for words. */
const EVERY = 500;

it('DS3 a document that saw 100,000 keystrokes lies in the room of its size, not of its history', async () => {
  const desk = new DocumentDesk();
  const a = await desk.enter('a');
  a.doc.on('update', (update: Uint8Array) => a.say(syncBytes(2, update)));
  const text = a.doc.getText('text');
  let most = 0;
  for (let typed = 1; typed <= KEYSTROKES; typed += 1) {
    text.insert(text.length, String.fromCharCode(97 + (typed % 26)));
    if (typed % EVERY > 0) continue;
    text.delete(0, text.length - EVERY / 2);
    await until(() => expect(a.saved).toBe(a.device.heard));
    most = Math.max(most, (await desk.store.find('deck/c'))?.rows.length ?? 0);
  }
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThan(250);

  a.leave();
  await desk.isEmpty();
  const stored = await desk.store.find('deck/c');
  expect(stored?.rows).toHaveLength(1);
  expect(await desk.stored()).toBe(text.toString());
  expect(stored?.rows[0]?.update.byteLength).toBeLessThan(2 * EVERY);
  expect(desk.faults).toEqual([]);
}, 60_000);
