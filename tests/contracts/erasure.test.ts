import type { Append } from '@turnward/server/ports/event-store.ts';
import type { StreamName } from '@turnward/shared/kernel/stream.ts';
import { expect, it, vi } from 'vitest';
import { copy, record, said, words } from './appends.ts';
import { dataFolder, openFolder } from './data-folder.ts';
import { written } from './documents.ts';
import { blobs, held, traces } from './traces.ts';

const CANARY = 'I was afraid that you would not come home';
const STREAMS: StreamName[] = ['space:s1', 'talk:c1', 'own/a:c1', 'own/b:c1', 'talk:c2'];
const AUTHORS = ['ada', 'ben'];

/** How soon nothing may be readable any more, and how soon no file may hold a byte of the keys. In ms. */
const UNREADABLE = 10_000;
const NO_BYTE_LEFT = 60_000;

const ways: [string, NonNullable<Append['destroy']>, gone: string, documents: string][] = [
  ['of one author', { authors: STREAMS.map((stream) => ({ stream, author: 'ada' })) }, "author = 'ada'", 'FALSE'],
  [
    'of one talk',
    { streams: ['talk:c1', 'own/a:c1', 'own/b:c1'], documents: ['deck/c1'] },
    "stream LIKE '%:c1'",
    "stream LIKE 'document:%'",
  ],
  ['of the whole space', { streams: STREAMS, documents: ['deck/c1'] }, 'TRUE', 'TRUE'],
];

it.each(ways)(
  'KE8 words %s can’t be read at once, and no byte of their keys is in any file soon after',
  async (_, destroy, gone, documents) => {
    const folder = dataFolder();
    const store = await openFolder(folder);
    const { events, files } = store;
    for (const author of AUTHORS) {
      await record(events, {
        author,
        streams: STREAMS.map((stream) => ({ stream, events: [said(`${author}: ${CANARY}`)] })),
      });
    }
    await record(events, { author: 'ben', streams: [{ stream: 'talk:c2', events: [copy('own/a:c1', 1)] }] });
    await written(store.documents, 'deck/c1', CANARY);

    const keys = `stream_key WHERE live = 1 AND (stream NOT LIKE 'document:%' AND ${gone} OR ${documents})`;
    const bodyKeys = `body_key WHERE stream_key_id IN (SELECT id FROM ${keys})`;
    const secrets = [
      ...blobs(files.keys, `SELECT wrapped AS blob FROM ${keys}`),
      ...blobs(files.keys, `SELECT wrapped AS blob FROM ${bodyKeys}`),
    ].map((each) => each.subarray(13, 33));
    const ids = files.keys
      .prepare(`SELECT body_id AS id FROM ${bodyKeys}`)
      .all()
      .map(({ id }) => id);
    const all = blobs(files.keys, 'SELECT wrapped AS blob FROM stream_key UNION ALL SELECT wrapped FROM body_key');
    const others = all.map((each) => each.subarray(13, 33)).filter((each) => !secrets.some((one) => one.equals(each)));
    expect(ids.length).toBeGreaterThan(4);
    expect(held(folder, secrets)).toBe(secrets.length);

    const before = await Promise.all(STREAMS.map((stream) => words(events, stream)));
    const asked = Date.now();
    await record(events, { author: 'ada', streams: [], destroy });
    const after = await Promise.all(STREAMS.map((stream) => words(events, stream)));
    expect(Date.now() - asked).toBeLessThan(UNREADABLE);
    expect(after.flat().filter((each) => each === null)).toHaveLength(ids.length);
    expect(after.map((each) => each.length)).toEqual(before.map((each) => each.length));
    expect(blobs(files.events, `SELECT sealed AS blob FROM body WHERE id IN (${ids.join()})`)).toEqual([]);

    await vi.waitFor(() => expect(held(folder, secrets)).toBe(0), { timeout: NO_BYTE_LEFT, interval: 100 });
    expect(held(folder, others)).toBe(others.length);
    await store.close();
    expect(held(folder, secrets)).toBe(0);
    expect(traces(folder, CANARY)).toEqual([]);
    const again = (await openFolder(folder)).events;
    expect(await Promise.all(STREAMS.map((stream) => words(again, stream)))).toEqual(after);
  },
  90_000,
);
