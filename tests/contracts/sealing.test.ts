import { createSecretKey, randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { seal } from '@turnward/server/keys/seal.ts';
import { describe, expect, it, vi } from 'vitest';
import { append, copy, OWN, record, said, TALK, text, words } from './appends.ts';
import { dataFolder, filesBelow, openFolder } from './data-folder.ts';
import { blobs, held, swap, traces } from './traces.ts';

const CANARY = 'I was afraid that you would not come home';

describe('words at rest', () => {
  it('KE1 R19 leaves no readable word in any file, while open and after close', async () => {
    const folder = dataFolder();
    const { events, close } = await openFolder(folder);
    await record(events, { streams: [{ stream: OWN, events: [said(CANARY)] }] });
    await record(events, { streams: [{ stream: TALK, events: [copy(OWN, 1), said(`${CANARY}, ever.`)] }] });
    expect(await words(events, TALK)).toEqual([text(CANARY), text(`${CANARY}, ever.`)]);
    expect(traces(folder, CANARY)).toEqual([]);
    await close();
    expect(traces(folder, CANARY)).toEqual([]);
  });

  it('KE3 never uses a nonce or a body key twice', async () => {
    const { events, files } = await openFolder(dataFolder());
    const many = Array.from({ length: 200 }, () =>
      append({ streams: [{ stream: TALK, events: Array(50).fill(said('so')) }] }),
    );
    await Promise.all(many.map((each) => events.append(each)));
    const bodies = blobs(files.events, 'SELECT sealed AS blob FROM body');
    const keys = blobs(files.keys, 'SELECT wrapped AS blob FROM body_key');
    const nonce = (sealed: Buffer) => sealed.subarray(1, 13).toString('hex');
    expect(bodies).toHaveLength(10_000);
    expect(new Set([...bodies, ...keys].map(nonce)).size).toBe(20_000);
    expect(new Set(bodies.map((each) => each.subarray(13).toString('hex'))).size).toBe(10_000);
  }, 20_000);

  it('KE3 no nonce comes twice in a million (row 38)', { timeout: 120_000 }, () => {
    const key = createSecretKey(randomBytes(32));
    const nonces = new Set<string>();
    for (let n = 0; n < 1_000_000; n++) nonces.add(seal(key, '', 'here').toString('latin1', 1, 13));
    expect(nonces.size).toBe(1_000_000);
  });

  it('KE4 makes one person’s words in one stream unreadable once that one key is gone', async () => {
    const folder = dataFolder();
    const { events, files, close } = await openFolder(folder);
    await record(events, {
      author: 'ada',
      streams: [
        { stream: TALK, events: [said('ada')] },
        { stream: OWN, events: [said('own')] },
      ],
    });
    await record(events, { author: 'ben', streams: [{ stream: TALK, events: [said('ben'), copy(OWN, 1)] }] });
    files.keys.exec(`DELETE FROM stream_key WHERE stream = '${TALK}' AND author = 'ada'`);
    await close();
    const reopened = (await openFolder(folder)).events;
    // What Ben's command copied of Ada's is hers, too.
    expect(await words(reopened, TALK)).toEqual([null, text('ben'), null]);
    expect(await words(reopened, OWN)).toEqual([text('own')]);
  });

  it('KE7 closes the folder and every file to other users', async () => {
    const folder = dataFolder();
    const { events } = await openFolder(folder);
    await record(events, { streams: [{ stream: TALK, events: [said('one')] }] });
    expect(filesBelow(folder).map(({ mode }) => mode.toString(8))).toEqual(filesBelow(folder).map(() => '600'));
    for (const each of [folder, join(folder, 'secrets')]) expect(statSync(each).mode & 0o777).toBe(0o700);
  });
});

describe('sealed rows that were tampered with (security 38)', () => {
  const tampering: [string, (files: { events: DatabaseSync; keys: DatabaseSync }) => void][] = [
    ['two bodies swapped', ({ events }) => swap(events, 'body', 'sealed', 'id')],
    ['two body keys swapped', ({ keys }) => swap(keys, 'body_key', 'wrapped', 'body_id')],
    [
      'bodies swapped with their keys',
      ({ events, keys }) => {
        swap(events, 'body', 'sealed', 'id');
        swap(keys, 'body_key', 'wrapped', 'body_id');
      },
    ],
    ['a body cut short', ({ events }) => events.exec('UPDATE body SET sealed = substr(sealed, 1, length(sealed) - 1)')],
    ['a body cut to nothing', ({ events }) => events.exec("UPDATE body SET sealed = x''")],
    [
      'an unknown alg byte',
      ({ events }) => events.exec("UPDATE body SET sealed = CAST(x'00' || substr(sealed, 2) AS BLOB)"),
    ],
    ['a key cut short', ({ keys }) => keys.exec('UPDATE body_key SET wrapped = substr(wrapped, 1, 40)')],
    ['an event pointed at another’s body', ({ events }) => events.exec('UPDATE event SET body_id = 1')],
    ['events moved to another seq', ({ events }) => events.exec('UPDATE event SET seq = seq + 5')],
    ['a stream moved to another space', ({ events }) => events.exec("UPDATE stream SET space_id = 'other'")],
  ];

  it.each(tampering)('KE2 refuses to open %s', async (_, tamper) => {
    const folder = dataFolder();
    const first = await openFolder(folder);
    await record(first.events, { streams: [{ stream: TALK, events: [said('one'), said('two')] }] });
    tamper(first.files);
    await first.close();
    const { events } = await openFolder(folder);
    await expect(events.read(TALK, 0)).rejects.toThrow('A sealed form');
  });

  it('KE2 refuses to open any changed byte, and an older body put back', async () => {
    const { events, files } = await openFolder(dataFolder());
    await record(events, { streams: [{ stream: TALK, events: [said('no')] }] });
    const [sealed] = blobs(files.events, 'SELECT sealed AS blob FROM body') as [Buffer];
    const put = files.events.prepare('UPDATE body SET sealed = ?');
    for (const index of sealed.keys()) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(sealed.readUInt8(index) ^ 1, index);
      put.run(changed);
      await expect(events.read(TALK, 0)).rejects.toThrow('A sealed form');
    }
    put.run(sealed);
    expect(await words(events, TALK)).toEqual([text('no')]);
    await record(events, { streams: [{ stream: TALK, events: [said('yes')] }] });
    files.events.prepare('UPDATE body SET sealed = ? WHERE id = 2').run(sealed);
    await expect(events.read(TALK, 1)).rejects.toThrow('A sealed form');
  });
});

describe('destroyed words', () => {
  it('KE8 leaves no ciphertext, no key and no way to read them after a restart', async () => {
    const folder = dataFolder();
    const { events, files, close } = await openFolder(folder);
    await record(events, { author: 'ada', streams: [{ stream: TALK, events: [said(CANARY)] }] });
    await record(events, {
      author: 'ben',
      streams: [
        { stream: TALK, events: [said('yes')] },
        { stream: OWN, events: [said('stays')] },
      ],
    });
    const gone = [
      ...blobs(files.events, 'SELECT sealed AS blob FROM body WHERE id < 3'),
      ...blobs(files.keys, 'SELECT wrapped AS blob FROM body_key WHERE body_id < 3'),
      ...blobs(files.keys, `SELECT wrapped AS blob FROM stream_key WHERE stream = '${TALK}'`),
    ];
    expect(gone).toHaveLength(6);
    expect(held(folder, gone)).toBe(6);
    await record(events, { streams: [], destroy: { streams: [TALK] } });
    expect(files.events.prepare('SELECT count(*) AS n FROM body').get()).toEqual({ n: 1 });
    expect(files.keys.prepare('SELECT kind, count(*) AS n FROM shred_log GROUP BY kind').all()).toEqual([
      { kind: 'body', n: 2 },
      { kind: 'stream_key', n: 2 },
    ]);
    await close();
    expect(held(folder, gone)).toBe(0);
    const reopened = (await openFolder(folder)).events;
    expect(await words(reopened, TALK)).toEqual([null, null]);
    expect(await words(reopened, OWN)).toEqual([text('stays')]);
  });

  it('KE8 empties the logs of destroyed keys and words while the store stays open', async () => {
    const folder = dataFolder();
    const { events, files } = await openFolder(folder);
    await record(events, { streams: [{ stream: TALK, events: [said(CANARY)] }] });
    const gone = [
      ...blobs(files.events, 'SELECT sealed AS blob FROM body'),
      ...blobs(files.keys, 'SELECT wrapped AS blob FROM body_key UNION ALL SELECT wrapped FROM stream_key'),
    ];
    expect(held(folder, gone)).toBe(3);
    await record(events, { streams: [], destroy: { streams: [TALK] } });
    await vi.waitFor(() => expect(held(folder, gone)).toBe(0), { timeout: 5_000 });
  }, 10_000);

  it('KE8 leaves no byte of a destroyed key in any file, whatever was written and destroyed around it', async () => {
    const folder = dataFolder();
    const { events, files, close } = await openFolder(folder);
    const gone: Buffer[] = [];
    for (let round = 0; round < 12; round += 1) {
      const conversations = Array.from({ length: 20 }, (_, index) => `talk:${round}-${index}` as const);
      await Promise.all(
        conversations.map((stream) => record(events, { streams: [{ stream, events: Array(10).fill(said('so')) }] })),
      );
      for (const stream of conversations.filter((_, index) => index % 3 !== round % 3)) {
        const [key] = files.keys.prepare(`SELECT id, wrapped FROM stream_key WHERE stream = '${stream}'`).all();
        const { id, wrapped } = key as { id: number; wrapped: Uint8Array };
        gone.push(
          Buffer.from(wrapped),
          ...blobs(files.keys, `SELECT wrapped AS blob FROM body_key WHERE stream_key_id = ${id}`),
        );
        await record(events, { streams: [], destroy: { streams: [stream] } });
      }
    }
    await close();
    const keys = readFileSync(join(folder, 'keys.db'));
    expect(gone.length).toBeGreaterThan(1_500);
    expect(gone.filter((each) => keys.includes(each.subarray(13, 33)))).toEqual([]);
  }, 30_000);
});
