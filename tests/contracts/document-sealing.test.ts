import type { DatabaseSync } from 'node:sqlite';
import { documentKeys } from '@turnward/server/adapters/sqlite/document-keys.ts';
import { describe, expect, it, vi } from 'vitest';
import { record } from './appends.ts';
import { dataFolder, openFolder } from './data-folder.ts';
import { DECK, DRAFT, STORY, saysNow, update, written } from './documents.ts';
import { blobs, held, swap, traces } from './traces.ts';

const CANARY = 'I had begun to write that I am still afraid';
const ROWS = 'SELECT sealed AS blob FROM document_row';
const KEYS = "SELECT wrapped AS blob FROM stream_key WHERE stream LIKE 'document:%' AND live = 1";

describe('documents at rest', () => {
  it('DS6 leaves no byte of a document readable in any file, while open and after close', async () => {
    const folder = dataFolder();
    const { documents, close } = await openFolder(folder);
    const { incarnation, rows } = await written(documents, DRAFT, CANARY, `${CANARY}, and more.`);
    expect(await saysNow(documents, DRAFT)).toEqual([CANARY, `${CANARY}, and more.`]);
    expect(traces(folder, CANARY)).toEqual([]);
    await documents.compact(DRAFT, incarnation, rows, update(`All of it: ${CANARY}.`));
    expect(traces(folder, CANARY)).toEqual([]);
    await close();
    expect(traces(folder, CANARY)).toEqual([]);
  });

  it('DS6 KE3 never uses a nonce twice, and no key for two documents or after a compaction', async () => {
    const { documents, files } = await openFolder(dataFolder());
    const deck = await written(documents, DECK, ...Array(500).fill('same'));
    await written(documents, STORY, ...Array(500).fill('same'));
    const keys = blobs(files.keys, KEYS);
    const sealed = blobs(files.events, ROWS);
    await documents.compact(DECK, deck.incarnation, deck.rows.slice(0, 400), update('same'));
    keys.push(...blobs(files.keys, KEYS));
    sealed.push(...blobs(files.events, `${ROWS} WHERE document_id = 1`));
    expect(new Set(sealed.map((each) => each.subarray(1, 13).toString('hex'))).size).toBe(1_101);
    // The key of the story is there before and after.
    expect(new Set(keys.map((each) => each.toString('hex'))).size).toBe(3);
  });
});

describe('rows that were tampered with', () => {
  const tampering: [string, (files: { events: DatabaseSync; keys: DatabaseSync }) => void][] = [
    ['two rows of a document swapped', ({ events }) => swap(events, 'document_row', 'sealed', 'id')],
    ['a row of another document', ({ events }) => events.exec('UPDATE document_row SET document_id = 1 WHERE id = 3')],
    ['rows moved to another place', ({ events }) => events.exec('UPDATE document_row SET id = id + 5')],
    ['a row cut short', ({ events }) => events.exec('UPDATE document_row SET sealed = substr(sealed, 1, 30)')],
    ['a row cut to nothing', ({ events }) => events.exec("UPDATE document_row SET sealed = x''")],
    ['another incarnation', ({ events }) => events.exec("UPDATE document SET incarnation = 'other' WHERE id = 1")],
    ['another document’s key', ({ events }) => events.exec('UPDATE document SET key_id = 2 WHERE id = 1')],
    ['a key cut short', ({ keys }) => keys.exec('UPDATE stream_key SET wrapped = substr(wrapped, 1, 40)')],
  ];

  it.each(tampering)('DS6 refuses to open %s', async (_, tamper) => {
    const folder = dataFolder();
    const first = await openFolder(folder);
    await written(first.documents, DECK, 'one', 'two');
    await written(first.documents, STORY, 'three');
    tamper(first.files);
    await first.close();
    const { documents } = await openFolder(folder);
    await expect(documents.find(DECK)).rejects.toThrow('A sealed form');
    await expect(documents.open(DECK, 's1')).rejects.toThrow('A sealed form');
  });

  it('DS6 refuses to open rows put back after a compaction, those in the place of the snapshot too', async () => {
    const { documents, files } = await openFolder(dataFolder());
    const { incarnation, rows } = await written(documents, DECK, 'one', 'two', 'three');
    const before = blobs(files.events, `${ROWS} ORDER BY id`);
    const result = await documents.compact(DECK, incarnation, rows.slice(0, 2), update('one and two'));
    expect(result).toEqual({ outcome: 'saved', row: rows[1] });
    const [snapshot] = blobs(files.events, ROWS) as [Buffer];
    const put = files.events.prepare('INSERT OR REPLACE INTO document_row (id, document_id, sealed) VALUES (?, 1, ?)');
    for (const [at, row] of rows.entries()) {
      const now = files.events.prepare('SELECT sealed FROM document_row WHERE id = ?').get(row);
      put.run(row, before[at] as Buffer);
      await expect(documents.find(DECK)).rejects.toThrow('A sealed form');
      if (now) put.run(row, now.sealed as Buffer);
      else files.events.prepare('DELETE FROM document_row WHERE id = ?').run(row);
      expect(await saysNow(documents, DECK)).toEqual(['one and two', 'three']);
    }
    expect(blobs(files.events, ROWS)[0]).toEqual(snapshot);
  });

  it('DS6 reads nothing where a whole document is put back from before a compaction, while open and after', async () => {
    const folder = dataFolder();
    const { documents, files, close } = await openFolder(folder);
    const { incarnation, rows } = await written(documents, DECK, 'one', 'two');
    expect(await saysNow(documents, DECK)).toEqual(['one', 'two']);
    const before = blobs(files.events, `${ROWS} ORDER BY id`);
    await documents.compact(DECK, incarnation, rows, update('both'));
    const put = files.events.prepare('INSERT OR REPLACE INTO document_row (id, document_id, sealed) VALUES (?, 1, ?)');
    for (const [at, row] of rows.entries()) put.run(row, before[at] as Buffer);
    files.events.exec('UPDATE document SET key_id = 1');
    expect(await documents.find(DECK)).toBeUndefined();
    await close();
    expect(await (await openFolder(folder)).documents.find(DECK)).toBeUndefined();
  });

  it('DS6 DS5 refuses the document whose key was changed, and saves the others that wait beside it', async () => {
    const folder = dataFolder();
    const first = await openFolder(folder);
    const deck = await written(first.documents, DECK, 'one');
    const story = await written(first.documents, STORY, 'ours');
    first.files.keys.exec('UPDATE stream_key SET wrapped = substr(wrapped, 1, 40) WHERE id = 1');
    await first.close();
    const { documents } = await openFolder(folder);
    const results = await Promise.allSettled([
      documents.append(DECK, deck.incarnation, update('two')),
      documents.append(STORY, story.incarnation, update('and more')),
      documents.compact(DECK, deck.incarnation, deck.rows, update('all')),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected']);
    expect(await saysNow(documents, STORY)).toEqual(['ours', 'and more']);
  });
});

describe('documents that were compacted or destroyed', () => {
  it('DS3 KE8 leaves no byte of the old key and no old ciphertext in any file, what came meanwhile included', async () => {
    const folder = dataFolder();
    const { documents, files, close } = await openFolder(folder);
    const { incarnation, rows } = await written(documents, DRAFT, CANARY, CANARY, CANARY);
    const gone = [...blobs(files.keys, KEYS), ...blobs(files.events, ROWS)];
    expect(held(folder, gone)).toBe(4);
    await documents.compact(DRAFT, incarnation, rows.slice(0, 2), update('short'));
    await vi.waitFor(() => expect(held(folder, gone)).toBe(0), { timeout: 5_000 });
    expect(await saysNow(documents, DRAFT)).toEqual(['short', CANARY]);
    await close();
    expect(held(folder, gone)).toBe(0);
    const reopened = (await openFolder(folder)).documents;
    expect(await saysNow(reopened, DRAFT)).toEqual(['short', CANARY]);
  }, 10_000);

  it.each(['alone', 'with an append'])(
    'DS4 KE8 leaves no key and no ciphertext of what was destroyed %s',
    async (how) => {
      const folder = dataFolder();
      const { documents, events, files } = await openFolder(folder);
      await written(documents, DRAFT, CANARY);
      await written(documents, DECK, CANARY);
      const gone = [...blobs(files.keys, KEYS), ...blobs(files.events, ROWS)];
      await written(documents, STORY, 'stays');
      if (how === 'alone') await documents.destroy([DRAFT, DECK]);
      else await record(events, { streams: [], destroy: { documents: [DRAFT, DECK] } });
      expect(blobs(files.keys, KEYS)).toHaveLength(1);
      expect(files.keys.prepare('SELECT kind, object_id FROM shred_log').all()).toEqual([
        { kind: 'stream_key', object_id: 1 },
        { kind: 'stream_key', object_id: 2 },
      ]);
      await vi.waitFor(() => expect(held(folder, gone)).toBe(0), { timeout: 5_000 });
      expect(await saysNow(documents, STORY)).toEqual(['stays']);
    },
    10_000,
  );

  it('DS4 KE8 leaves no byte of a key, whatever was written, compacted and destroyed around it', async () => {
    const folder = dataFolder();
    const { documents, files, close } = await openFolder(folder);
    const gone: Buffer[] = [];
    for (let round = 0; round < 10; round += 1) {
      const names = Array.from({ length: 20 }, (_, at) => `draft/${round}-${at}/a`);
      await Promise.all(names.map((name) => written(documents, name, ...Array(10).fill(CANARY))));
      for (const [at, name] of names.entries()) {
        const { incarnation, rows } = await documents.open(name, 's1');
        gone.push(...blobs(files.keys, `${KEYS} AND stream = '${documentKeys(incarnation)}'`));
        const given = rows.slice(0, 8).map(({ row }) => row);
        if (at % 3 === 0) await documents.destroy([name]);
        else await documents.compact(name, incarnation, given, update('short'));
      }
    }
    await close();
    expect(gone).toHaveLength(200);
    const cores = gone.map((each) => each.subarray(13, 33));
    expect(held(folder, cores)).toBe(0);
  }, 60_000);
});
