import { MAX_DOCUMENT_FRAME } from '@turnward/shared/wire/document-line.ts';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { aCouple, type Couple, open } from '../kit/couple.ts';
import { startServer, type TestServer } from '../kit/server.ts';
import { DocumentTab } from './document-tab.ts';
import { type LooseLine, looseLine } from './loose-line.ts';

let server: TestServer;
let couple: Couple;
let line: LooseLine;
let robin: DocumentTab;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  couple = await aCouple(server);
  line = await looseLine(server.origin);
  robin = new DocumentTab(couple.a, `draft/${await open(couple, 'heard')}/a`, line.origin);
  await robin.says({ phase: 'ready', access: 'write' });
});
afterEach(async () => {
  robin.close();
  await line.close();
  couple.a.disconnect();
  couple.b.disconnect();
});

it('DP1 says that it is too much to save at once, keeps the words, and does not try for ever', async () => {
  robin.write('x'.repeat(MAX_DOCUMENT_FRAME + 1));
  await robin.says({ phase: 'ready', saved: 'too-much' });
  expect(robin.words).toHaveLength(MAX_DOCUMENT_FRAME + 1);
  expect(robin.document.unsaved()).toBe(true);
  const opened = line.opened();
  robin.write('And on.');
  expect(robin.now.saved).toBe('too-much');
  expect(line.opened()).toBe(opened);
});

it('DP1 is saved again where it was shortened and the page woke', async () => {
  robin.write('x'.repeat(MAX_DOCUMENT_FRAME + 1));
  await robin.says({ saved: 'too-much' });
  robin.delete(5, MAX_DOCUMENT_FRAME - 4);
  robin.wake();
  await robin.says({ saved: 'saved' });
  expect(robin.words).toBe('xxxxx');
});
