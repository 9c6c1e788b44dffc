import { copyFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { documentKeys } from '@turnward/server/adapters/sqlite/document-keys.ts';
import { EVENT_MIGRATIONS } from '@turnward/server/adapters/sqlite/event-migrations.ts';
import { KEY_MIGRATIONS } from '@turnward/server/adapters/sqlite/key-migrations.ts';
import { migrate } from '@turnward/server/adapters/sqlite/migrate.ts';
import { openDatabase } from '@turnward/server/adapters/sqlite/open-database.ts';
import { openFiles, openStores } from '@turnward/server/adapters/sqlite/open-sqlite.ts';
import { openFileKeys } from '@turnward/server/keys/file-key-provider.ts';
import type { KeyProvider } from '@turnward/server/ports/key-provider.ts';
import { describe, expect, it, onTestFinished } from 'vitest';
import { append, record, said, TALK, text, words } from './appends.ts';
import { dataFolder, filesBelow, openFolder } from './data-folder.ts';
import { appended, DECK, DRAFT, STORY, saysNow, update, written } from './documents.ts';

describe('documents after a restart', () => {
  it('DS1 DS2 are the same documents, and go on after their last row', async () => {
    const folder = dataFolder();
    const first = await openFolder(folder);
    const deck = await written(first.documents, DECK, 'one', 'two', 'three');
    const empty = await first.documents.open(STORY, 's1');
    await first.documents.compact(DECK, deck.incarnation, deck.rows.slice(0, 2), update('both'));
    const before = await first.documents.find(DECK);
    await first.close();
    const { documents } = await openFolder(folder);
    expect(await documents.open(DECK, 's1')).toEqual(before);
    expect(await documents.open(STORY, 's1')).toEqual(empty);
    expect(await appended(documents, DECK, deck.incarnation, 'four')).toBeGreaterThan(deck.rows[2] ?? 0);
    expect(await saysNow(documents, DECK)).toEqual(['both', 'three', 'four']);
  });

  it('DS4 seals nothing while keys are due to be destroyed and cannot be', async () => {
    const { documents, files } = await openFolder(dataFolder());
    await written(documents, DRAFT, 'one');
    const story = await written(documents, STORY, 'ours');
    files.keys.exec(`CREATE TRIGGER full BEFORE UPDATE ON stream_key BEGIN SELECT raise(ABORT, 'disk full'); END`);
    await documents.destroy([DRAFT]);
    expect(await documents.find(DRAFT)).toBeUndefined();
    await expect(appended(documents, STORY, story.incarnation, 'two')).rejects.toThrow('disk full');
    files.keys.exec('DROP TRIGGER full');
    await appended(documents, STORY, story.incarnation, 'three');
    expect(files.keys.prepare('SELECT id FROM stream_key WHERE live = 1').all()).toEqual([{ id: 2 }]);
    expect(await saysNow(documents, STORY)).toEqual(['ours', 'three']);
  });
});

it('DS4 DS7 keeps no key of a document that was destroyed while that key was being made', async () => {
  const folder = dataFolder();
  const keys = await openFileKeys(folder);
  const files = await openFiles(folder, keys);
  const asked = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<void>();
  const slow: KeyProvider = {
    currentKekId: keys.currentKekId,
    unwrap: (...wrapped) => keys.unwrap(...wrapped),
    refresh: () => keys.refresh(),
    keepOnly: (ids) => keys.keepOnly(ids),
    async wrap(key) {
      asked.resolve();
      await answer.promise;
      return keys.wrap(key);
    },
  };
  const { documents, close } = openStores(files, slow);
  onTestFinished(close);
  const { incarnation } = await documents.open(DECK, 's1');
  const waiting = documents.append(DECK, incarnation, update('late'));
  await asked.promise;
  await documents.destroy([DECK]);
  answer.resolve();
  expect(await waiting).toEqual({ outcome: 'gone' });
  const story = await written(documents, STORY, 'ours');
  expect(files.keys.prepare('SELECT stream FROM stream_key').all()).toEqual([
    { stream: documentKeys(story.incarnation) },
  ]);
});

describe('documents in an older copy of the data', () => {
  it('DS4 follow the log of what was destroyed since; all others are as they were', async () => {
    const folder = dataFolder();
    const path = join(folder, 'turnward.db');
    const first = await openFolder(folder);
    const draft = await written(first.documents, DRAFT, 'mine');
    const deck = await written(first.documents, DECK, 'one', 'two');
    await written(first.documents, STORY, 'ours');
    await first.close();
    copyFileSync(path, `${path}.backup`);
    const second = await openFolder(folder);
    await record(second.events, { streams: [], destroy: { documents: [DRAFT] } });
    // Its old key is gone, and with it what was written under that.
    await second.documents.compact(DECK, deck.incarnation, deck.rows, update('both'));
    await second.close();
    renameSync(`${path}.backup`, path);
    const { documents, files } = await openFolder(folder);
    expect(await documents.find(DRAFT)).toBeUndefined();
    expect(await documents.find(DECK)).toBeUndefined();
    expect(await saysNow(documents, STORY)).toEqual(['ours']);
    expect(files.events.prepare('SELECT count(*) AS n FROM document_row').get()).toEqual({ n: 1 });
    expect(await documents.append(DRAFT, draft.incarnation, update('late'))).toEqual({ outcome: 'gone' });
    expect((await documents.open(DECK, 's1')).incarnation).not.toBe(deck.incarnation);
  });

  it('DS2 are made anew where their key is not there', async () => {
    const folder = dataFolder();
    const first = await openFolder(folder);
    const deck = await written(first.documents, DECK, 'one');
    first.files.keys.exec('DELETE FROM stream_key');
    await first.close();
    const { documents } = await openFolder(folder);
    expect(await documents.find(DECK)).toBeUndefined();
    expect(await documents.append(DECK, deck.incarnation, update('two'))).toEqual({ outcome: 'gone' });
    const again = await documents.open(DECK, 's1');
    expect(again.incarnation).not.toBe(deck.incarnation);
    await appended(documents, DECK, again.incarnation, 'anew');
    expect(await saysNow(documents, DECK)).toEqual(['anew']);
  });
});

describe('documents when something fails', () => {
  const statements = [
    ['keys', 'stream_key', 'INSERT'],
    ['events', 'document', 'UPDATE'],
    ['events', 'document_row', 'INSERT'],
  ] as const;

  it.each(statements)('DS1 ES10 saves nothing of a group where %s.%s refuses an %s', async (file, table, act) => {
    const { documents, files } = await openFolder(dataFolder());
    const deck = await documents.open(DECK, 's1');
    const story = await documents.open(STORY, 's1');
    files[file].exec(`CREATE TRIGGER failpoint BEFORE ${act} ON ${table} BEGIN SELECT raise(ABORT, 'disk full'); END`);
    const group = () => [
      documents.append(DECK, deck.incarnation, update('one')),
      documents.append(STORY, story.incarnation, update('ours')),
      documents.append(DECK, deck.incarnation, update('two')),
    ];
    const failed = await Promise.allSettled(group());
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(await saysNow(documents, DECK)).toEqual([]);
    files[file].exec('DROP TRIGGER failpoint');
    await Promise.all(group());
    expect(await saysNow(documents, DECK)).toEqual(['one', 'two']);
    expect(await saysNow(documents, STORY)).toEqual(['ours']);
  });

  it.each([
    ['keys', 'stream_key', 'INSERT'],
    ['events', 'document', 'UPDATE'],
    ['events', 'document_row', 'INSERT'],
    ['events', 'document_row', 'UPDATE'],
    ['events', 'document_row', 'DELETE'],
    ['events', 'shred_due', 'INSERT'],
  ] as const)('DS3 ES10 leaves all rows as they were where %s.%s refuses an %s', async (file, table, act) => {
    const { documents, files } = await openFolder(dataFolder());
    const { incarnation, rows } = await written(documents, DECK, 'one', 'two', 'three');
    files[file].exec(`CREATE TRIGGER failpoint BEFORE ${act} ON ${table} BEGIN SELECT raise(ABORT, 'disk full'); END`);
    const compact = () => documents.compact(DECK, incarnation, rows.slice(0, 2), update('both'));
    await expect(compact()).rejects.toThrow('disk full');
    expect(await saysNow(documents, DECK)).toEqual(['one', 'two', 'three']);
    files[file].exec('DROP TRIGGER failpoint');
    await appended(documents, DECK, incarnation, 'four');
    expect((await compact()).outcome).toBe('saved');
    expect(await saysNow(documents, DECK)).toEqual(['both', 'three', 'four']);
    expect(files.keys.prepare('SELECT count(*) AS n FROM stream_key WHERE live = 1').get()).toEqual({ n: 1 });
  });

  it.each([
    ['document', 'DELETE'],
    ['shred_due', 'INSERT'],
  ])('DS4 ES10 destroys nothing and records nothing where %s refuses a %s', async (table, act) => {
    const { documents, events, files } = await openFolder(dataFolder());
    await written(documents, DECK, 'one');
    files.events.exec(`CREATE TRIGGER failpoint BEFORE ${act} ON ${table} BEGIN SELECT raise(ABORT, 'disk full'); END`);
    const order = append({ streams: [{ stream: TALK, events: [said('over')] }], destroy: { documents: [DECK] } });
    await expect(events.append(order)).rejects.toThrow('disk full');
    await expect(documents.destroy([DECK])).rejects.toThrow('disk full');
    expect(await saysNow(documents, DECK)).toEqual(['one']);
    expect(await words(events, TALK)).toEqual([]);
    files.events.exec('DROP TRIGGER failpoint');
    await events.append(order);
    expect(await documents.find(DECK)).toBeUndefined();
    expect(await words(events, TALK)).toEqual([text('over')]);
  });

  it('DS1 ES10 refuses while the disk is full, and goes on once there is room', async () => {
    const { documents, files } = await openFolder(dataFolder());
    const { incarnation } = await written(documents, DECK, 'one');
    const { page_count } = files.events.prepare('PRAGMA page_count').get() as { page_count: number };
    files.events.exec(`PRAGMA max_page_count = ${page_count}`);
    const large = 'much to say '.repeat(2_000);
    await expect(appended(documents, DECK, incarnation, large)).rejects.toThrow('full');
    files.events.exec('PRAGMA max_page_count = 1000000');
    await appended(documents, DECK, incarnation, large);
    expect(await saysNow(documents, DECK)).toEqual(['one', large]);
  });
});

it('ES12 gives a data folder from before documents its tables, and keeps its events', async () => {
  const now = dataFolder();
  const source = await openFolder(now);
  await record(source.events, { commandId: 'c', streams: [{ stream: TALK, events: [said('one'), said('two')] }] });
  await record(source.events, { streams: [], destroy: { events: [{ stream: TALK, seq: 2 }] } });
  await source.close();

  // The same rows in a folder that only ever saw the first migration.
  const before = dataFolder();
  await openFileKeys(before);
  copyFileSync(join(now, 'secrets/kek.json'), join(before, 'secrets/kek.json'));
  for (const [file, migrations] of [
    ['turnward.db', EVENT_MIGRATIONS],
    ['keys.db', KEY_MIGRATIONS],
  ] as const) {
    const database = openDatabase(join(before, file));
    await migrate(database, join(before, file), {
      '0001-first': migrations['0001-first'] as (typeof migrations)[string],
    });
    database.exec(`ATTACH '${join(now, file)}' AS source`);
    const tables = database.prepare(
      "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'kysely%'",
    );
    for (const { name } of tables.all()) {
      const columns = database.prepare('SELECT name FROM pragma_table_info(?)').all(name as string);
      const listed = columns.map((each) => each.name).join();
      database.exec(`DELETE FROM ${name}; INSERT INTO ${name} (${listed}) SELECT ${listed} FROM source.${name}`);
    }
    database.close();
  }

  const { events, documents } = await openFolder(before);
  expect(await words(events, TALK)).toEqual([text('one'), null]);
  expect((await events.append(append({ commandId: 'c', streams: [{ stream: TALK, events: [] }] }))).outcome).toBe(
    'repeated',
  );
  expect(filesBelow(before).some(({ path }) => path.endsWith('turnward.db.before-0002-documents'))).toBe(true);
  await record(events, { streams: [], destroy: { streams: [TALK] } });
  await written(documents, DECK, 'one');
  expect(await saysNow(documents, DECK)).toEqual(['one']);
  expect(await words(events, TALK)).toEqual([null, null]);
});
