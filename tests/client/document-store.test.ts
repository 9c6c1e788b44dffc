import { openDocumentStore } from '@turnward/client/documents/document-store.ts';
import type { OpenDocument } from '@turnward/client/documents/open-document.ts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aCouple, type Couple, open } from '../kit/couple.ts';
import { until } from '../kit/person.ts';
import { startServer, type TestServer } from '../kit/server.ts';
import { openTab } from './document-tab.ts';
import { type LooseLine, looseLine } from './loose-line.ts';

let server: TestServer;
let couple: Couple;
let line: LooseLine;
let opened: OpenDocument[];
let store: ReturnType<typeof openDocumentStore>;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  couple = await aCouple(server);
  line = await looseLine(server.origin);
  const talk = await open(couple, 'heard');
  opened = [];
  store = openDocumentStore(() => {
    const document = openTab(couple.a, `draft/${talk}/a`, line.origin);
    opened.push(document);
    return document;
  }, 0);
});
afterEach(async () => {
  for (const document of opened) document.close();
  couple.a.disconnect();
  couple.b.disconnect();
  await line.close();
});

const ready = () => until(() => expect(store.snapshot()).toMatchObject({ phase: 'ready', saved: 'saved' }));
const write = (words: string) => store.snapshot()?.doc.getText('share/text').insert(0, words);

describe('a document that is read', () => {
  it('DP4 is opened for its first reader, shared by all, and closed after the last', async () => {
    expect(store.snapshot()).toBe(null);
    const leave = [store.subscribe(() => undefined), store.subscribe(() => undefined)];
    await ready();
    expect(opened).toHaveLength(1);
    for (const each of leave) each();
    await until(() => expect(store.snapshot()).toBe(null));
  });

  it('DP4 stays open beyond its last reader until what was written is saved', async () => {
    const leave = store.subscribe(() => undefined);
    await ready();
    line.cut();
    write('Offline.');
    leave();
    await until(() => expect(store.snapshot()).toMatchObject({ saved: 'not-saved' }));
    expect(store.unsaved()).toBe(true);
    line.mend();
    opened[0]?.wake();
    await until(() => expect(store.snapshot()).toBe(null));
    expect(store.unsaved()).toBe(false);
    store.subscribe(() => undefined);
    await until(() => expect(store.snapshot()?.doc.getText('share/text').toString()).toBe('Offline.'));
    expect(opened).toHaveLength(2);
  });

  it('DP4 draws again after every edit, with a value that reads anew', async () => {
    let drawn = 0;
    store.subscribe(() => {
      drawn += 1;
    });
    await ready();
    const [before, count] = [store.snapshot(), drawn];
    write('A');
    expect(drawn).toBeGreaterThan(count);
    expect(store.snapshot()).not.toBe(before);
  });
});
