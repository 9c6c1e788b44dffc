import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { DocumentCouple } from '../kit/document-couple.ts';
import { until } from '../kit/person.ts';
import { startServer, type TestServer } from '../kit/server.ts';

/** How often a reader that does not read asks for a document of nearly 512 KiB: more than the kernel takes in. */
const ASKS = 40;

describe('a reader of a document that does not read', () => {
  let server: TestServer;
  let two: DocumentCouple;
  beforeAll(async () => {
    server = await startServer();
    two = await DocumentCouple.gather(server);
  });
  afterAll(async () => {
    two.leave();
    await server.close();
  });

  it('DO15 is cut off, while the others get everything; it comes back and has it all', async () => {
    const a = await two.device('a');
    for (let chunk = 0; chunk < 10; chunk++) {
      a.text('card/x').insert(0, `${chunk}${'x'.repeat(50_000)}`);
      await a.saved();
      server.advance(2_000);
    }
    const b = await two.device('b');
    const stalled = await two.line('b');
    stalled.eyes([1234, 1, '{"on":"stalled"}']);
    const shown = () => a.others().filter((state) => JSON.stringify(state).includes('stalled')).length;
    await until(() => expect(shown()).toBe(1));
    stalled.socket.pause();
    const before = process.memoryUsage().rss;
    for (let ask = 0; ask < ASKS; ask++) stalled.sync(0, Y.encodeStateVector(new Y.Doc()));
    await until(() => expect(shown()).toBe(0));
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
    stalled.socket.resume();
    expect(await stalled.closed()).toBe(1006);
    expect(stalled.all('step2').length).toBeLessThan(ASKS);

    a.text('card/y').insert(0, 'for all');
    await until(() => expect(b.text('card/y').toString()).toBe('for all'));
    const back = await two.line('b');
    expect((await back.content()).getText('card/x').length).toBe(a.text('card/x').length);
    expect([a.closes, b.closes]).toEqual([[], []]);
  });
});
