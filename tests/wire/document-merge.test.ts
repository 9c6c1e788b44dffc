import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DocumentCouple } from '../kit/document-couple.ts';
import { type DocumentDevice, expectSame } from '../kit/document-device.ts';
import { until } from '../kit/person.ts';
import { startServer, type TestServer } from '../kit/server.ts';

describe('a document on several devices', () => {
  let server: TestServer;
  let two: DocumentCouple;
  let devices: DocumentDevice[];
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    two = await DocumentCouple.gather(server);
    devices = [];
  });
  afterEach(() => two.leave());
  const on = async (who: 'a' | 'b'): Promise<DocumentDevice> => {
    const device = await two.device(who);
    devices.push(device);
    return device;
  };
  const same = () => until(() => expectSame(...devices));

  it('DO5 merges what three devices write at once, and says saved once it is', async () => {
    const [a, b, laptop] = [await on('a'), await on('b'), await on('a')];
    for (const [at, device] of [a, b, laptop].entries()) {
      for (const letter of 'merge') device.text('card/x').insert(0, `${letter}${at}`);
      device.text('card/x').delete(1, 1);
    }
    await same();
    for (const device of devices) await device.saved();
    await server.restart();
    const late = await on('b');
    await same();
    expect(late.text('card/x').toString()).toHaveLength(27);
  });

  it('DO5 merges what was written for hours offline, on both sides, over a restart', async () => {
    const [a, b] = [await on('a'), await on('b')];
    a.text('card/x').insert(0, 'together ');
    await same();
    await a.saved();
    await a.goOffline();
    a.text('card/x').insert(9, 'away');
    a.text('card/x').delete(0, 4);
    b.text('card/x').insert(0, 'here ');
    await b.saved();
    server.advance(60 * 60_000);
    await server.restart();
    a.provider.connect();
    await a.saved();
    await same();
    expect(b.text('card/x').toString()).toBe('here ther away');
  });

  it('DO6 says saved for a deletion, which moves no state vector', async () => {
    const [a, b] = [await on('a'), await on('b')];
    a.text('card/x').insert(0, 'words');
    await a.saved();
    await until(() => expect(b.text('card/x').length).toBe(5));
    b.text('card/x').delete(0, 5);
    expect(b.isSaved).toBe(false);
    await b.saved();
    await server.restart();
    expect((await on('a')).text('card/x').toString()).toBe('');
  });
});
