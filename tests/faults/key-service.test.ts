import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openFiles, openStores } from '@turnward/server/adapters/sqlite/open-sqlite.ts';
import { openKeys } from '@turnward/server/keys/open-keys.ts';
import { describe, expect, it, onTestFinished } from 'vitest';
import { record, said, TALK, text, words } from '../contracts/appends.ts';
import { dataFolder } from '../contracts/data-folder.ts';
import { traces } from '../contracts/traces.ts';
import { KMS_TOKEN, startKeyService } from '../kit/key-service.ts';

const CANARY = 'I was afraid that you would not come home';
const ONE = Buffer.alloc(32, 1);
const TWO = Buffer.alloc(32, 2);

async function openWith(DATA_DIR: string, KMS_URL: string, token = KMS_TOKEN) {
  const keys = await openKeys({ DATA_DIR, KEY_PROVIDER: 'kms', KMS_URL, KMS_TOKEN: token });
  const files = await openFiles(DATA_DIR, keys);
  const stores = openStores(files, keys);
  onTestFinished(() => stores.close());
  return { ...stores, files };
}

/** Answers every door as told. */
async function answering(status: number, said: unknown): Promise<string> {
  const server = createServer((_, response) => response.writeHead(status).end(JSON.stringify(said)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('a key service (fault 21)', () => {
  it('KE10 stores nothing while it is down, neither plain nor sealed, and goes on once it is back', async () => {
    const folder = dataFolder();
    const service = await startKeyService([ONE]);
    const { events, files } = await openWith(folder, service.settings.KMS_URL);
    await record(events, { streams: [{ stream: TALK, events: [said('before')] }] });
    await service.stop();
    const append = () => record(events, { author: 'ben', streams: [{ stream: TALK, events: [said(CANARY)] }] });
    await expect(append()).rejects.toThrow('does not answer');
    expect(traces(folder, CANARY)).toEqual([]);
    expect(files.events.prepare('SELECT count(*) AS n FROM body').get()).toEqual({ n: 1 });
    // What was unwrapped before stays in use.
    await record(events, { streams: [{ stream: TALK, events: [said('meanwhile')] }] });
    await startKeyService([ONE], service.port);
    await append();
    expect(await words(events, TALK)).toEqual([text('before'), text('meanwhile'), text(CANARY)]);
    expect(traces(folder, CANARY)).toEqual([]);
  }, 20_000);

  it('KE10 does not start without it, nor with the key of another', async () => {
    const folder = dataFolder();
    const service = await startKeyService([ONE]);
    const { settings, port } = service;
    const first = await openWith(folder, settings.KMS_URL);
    await record(first.events, { streams: [{ stream: TALK, events: [said('one')] }] });
    await first.close();
    await expect(openWith(folder, settings.KMS_URL, 'another-token-of-mine')).rejects.toThrow('refused (401)');
    await service.stop();
    await expect(openWith(folder, settings.KMS_URL)).rejects.toThrow('does not answer');
    const wrong = await startKeyService([TWO], port);
    await expect(openWith(folder, settings.KMS_URL)).rejects.toThrow('does not belong to this data folder');
    await wrong.stop();
    await startKeyService([ONE], port);
    expect(await words((await openWith(folder, settings.KMS_URL)).events, TALK)).toEqual([text('one')]);
  }, 20_000);

  it('KE9 KE10 wraps everything anew when the service has a new current key, which alone opens it all later', async () => {
    const folder = dataFolder();
    const service = await startKeyService([ONE]);
    const { events, rewrap, close } = await openWith(folder, service.settings.KMS_URL);
    const talks = Array.from({ length: 40 }, (_, index) => `talk:${index}` as const);
    await Promise.all(talks.map((stream) => record(events, { streams: [{ stream, events: [said(stream)] }] })));
    await service.stop();
    await expect(rewrap()).rejects.toThrow('does not answer');
    const both = await startKeyService([TWO, ONE], service.port);
    expect(await rewrap()).toMatchObject({ rewrapped: 40, left: 0 });
    await close();
    await both.stop();
    await startKeyService([TWO], service.port);
    const again = await openWith(folder, service.settings.KMS_URL);
    for (const stream of talks) expect(await words(again.events, stream)).toEqual([text(stream)]);
  }, 30_000);

  it.each([
    ['an error', 500, {}, 'refused (500)'],
    ['no JSON of ours', 200, ['no'], 'an answer that is none'],
    ['what it never wrapped', 200, { kekId: 'k', wrapped: 'AAAA', key: 'AAAA' }, 'does not give back what it wrapped'],
  ])('KE10 stores nothing where it answers with %s', async (_, status, answer, sentence) => {
    const folder = dataFolder();
    await expect(openWith(folder, await answering(status, answer))).rejects.toThrow(sentence);
    expect(traces(folder, CANARY)).toEqual([]);
  });
});
