import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { migrate } from '@turnward/server/adapters/sqlite/migrate.ts';
import { openDatabase } from '@turnward/server/adapters/sqlite/open-database.ts';
import { isSafeSqlite } from '@turnward/server/adapters/sqlite/sqlite-version.ts';
import type { EventStore } from '@turnward/server/ports/event-store.ts';
import { describe, expect, it } from 'vitest';
import { append, bare, copy, heads, OWN, record, said, TALK, text, words } from './appends.ts';
import { dataFolder, filesBelow, openFolder } from './data-folder.ts';
import { appended, DECK, saysNow, update } from './documents.ts';
import { runUntilKilled } from './killed-process.ts';

const APPEND_UNTIL_KILLED = new URL('append-until-killed.ts', import.meta.url);

describe('SQLite after a restart', () => {
  it('ES1 has everything that was there before', async () => {
    const folder = dataFolder();
    const first = await openFolder(folder);
    await record(first.events, {
      commandId: 'c',
      streams: [{ stream: TALK, events: [said('one'), bare(), said('two')] }],
    });
    await record(first.events, { streams: [], destroy: { events: [{ stream: TALK, seq: 3 }] } });
    const before = await first.events.read(TALK, 0);
    await first.close();
    const { events } = await openFolder(folder);
    expect(await events.read(TALK, 0)).toEqual(before);
    expect(await events.append(append({ commandId: 'c', streams: [{ stream: TALK, events: [bare()] }] }))).toEqual({
      outcome: 'repeated',
      stream: TALK,
      seq: 3,
    });
    expect((await record(events, { streams: [{ stream: TALK, events: [said('next')] }] }))[0]?.seq).toBe(4);
  });

  it('ES1 has every answered event exactly once after the process was killed in the middle of appends', async () => {
    const folder = dataFolder();
    const answered: string[] = [];
    for (const run of ['first', 'second', 'third'])
      answered.push(...(await runUntilKilled(APPEND_UNTIL_KILLED, [folder, run], 300)));
    const { events, files } = await openFolder(folder);
    const recorded: string[] = [];
    for (const stream of [TALK, OWN]) {
      const all = await events.read(stream, 0, 1_000_000);
      expect(all.map(({ seq }) => seq)).toEqual(all.map((_, index) => index + 1));
      recorded.push(...all.map((event) => event.words?.text?.said ?? 'no words'));
    }
    expect(new Set(recorded).size).toBe(recorded.length);
    expect(answered.length).toBeGreaterThanOrEqual(900);
    expect(answered.filter((each) => !new Set(recorded).has(each))).toEqual([]);
    for (const file of [files.events, files.keys]) {
      expect(file.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
      expect(file.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
    }
  }, 60_000);

  it('ES5 finishes a destruction that a crash left half done', async () => {
    const folder = dataFolder();
    const first = await openFolder(folder);
    await record(first.events, { streams: [{ stream: TALK, events: [said('one')] }] });
    // What is left where the process dies between the two commits: the command is recorded, its keys are still there.
    first.files.keys.exec(`CREATE TRIGGER full BEFORE UPDATE ON body_key BEGIN SELECT raise(ABORT, 'disk full'); END`);
    await record(first.events, { streams: [], destroy: { streams: [TALK] } });
    expect(liveKeys(first.files.keys)).toEqual({ bodies: 1, streams: 1 });
    first.files.keys.exec('DROP TRIGGER full');
    await first.close();
    const second = await openFolder(folder);
    expect(liveKeys(second.files.keys)).toEqual({ bodies: 0, streams: 0 });
    expect(await words(second.events, TALK)).toEqual([null]);
  });

  it('ES5 seals nothing while keys are due to be destroyed and cannot be', async () => {
    const { events, files } = await openFolder(dataFolder());
    await record(events, { streams: [{ stream: TALK, events: [said('one')] }] });
    files.keys.exec(`CREATE TRIGGER full BEFORE UPDATE ON body_key BEGIN SELECT raise(ABORT, 'disk full'); END`);
    await record(events, { streams: [], destroy: { streams: [TALK] } });
    await expect(record(events, { streams: [{ stream: TALK, events: [said('two')] }] })).rejects.toThrow('disk full');
    files.keys.exec('DROP TRIGGER full');
    await record(events, { streams: [{ stream: TALK, events: [said('three')] }] });
    expect(await words(events, TALK)).toEqual([null, text('three')]);
  });

  it('ES5 destroys again what an older copy of the events brought back', async () => {
    const folder = dataFolder();
    const path = join(folder, 'turnward.db');
    const first = await openFolder(folder);
    await record(first.events, { streams: [{ stream: TALK, events: [said('one'), said('two')] }] });
    await first.close();
    copyFileSync(path, `${path}.backup`);
    const second = await openFolder(folder);
    await record(second.events, { streams: [], destroy: { events: [{ stream: TALK, seq: 1 }] } });
    await second.close();
    renameSync(`${path}.backup`, path);
    const third = await openFolder(folder);
    expect(third.files.events.prepare('SELECT count(*) AS bodies FROM body').get()).toEqual({ bodies: 1 });
    await record(third.events, { streams: [{ stream: TALK, events: [said('three')] }] });
    expect(await words(third.events, TALK)).toEqual([null, text('two'), text('three')]);
  });
});

describe('SQLite after one author’s words were destroyed', () => {
  it('ES5 finishes what a crash left half done, for that author alone', async () => {
    const folder = dataFolder();
    const first = await openFolder(folder);
    await twoAuthors(first.events);
    first.files.keys.exec(
      `CREATE TRIGGER full BEFORE UPDATE ON stream_key BEGIN SELECT raise(ABORT, 'disk full'); END`,
    );
    await record(first.events, { streams: [], destroy: { authors: [{ stream: TALK, author: 'ada' }] } });
    expect(liveKeys(first.files.keys)).toEqual({ bodies: 3, streams: 2 });
    first.files.keys.exec('DROP TRIGGER full');
    await first.close();
    const second = await openFolder(folder);
    expect(liveKeys(second.files.keys)).toEqual({ bodies: 1, streams: 1 });
    expect(await words(second.events, TALK)).toEqual([null, text('ben'), null]);
  });

  it('ES5 destroys them again in an older copy of the events that was put back', async () => {
    const folder = dataFolder();
    const path = join(folder, 'turnward.db');
    const first = await openFolder(folder);
    await twoAuthors(first.events);
    await first.close();
    copyFileSync(path, `${path}.backup`);
    const second = await openFolder(folder);
    await record(second.events, { streams: [], destroy: { authors: [{ stream: TALK, author: 'ada' }] } });
    await second.close();
    renameSync(`${path}.backup`, path);
    const third = await openFolder(folder);
    expect(third.files.events.prepare('SELECT count(*) AS bodies FROM body').get()).toEqual({ bodies: 1 });
    expect(await words(third.events, TALK)).toEqual([null, text('ben'), null]);
    await record(third.events, { author: 'ada', streams: [{ stream: TALK, events: [said('anew')] }] });
    expect(await words(third.events, TALK)).toEqual([null, text('ben'), null, text('anew')]);
  });
});

describe('SQLite after older copies of both databases were put back (fault 20)', () => {
  it('ES5 destroys again what was destroyed since, and takes no id twice', async () => {
    const folder = dataFolder();
    const paths = ['turnward.db', 'keys.db'].map((name) => join(folder, name));
    const first = await openFolder(folder);
    await twoAuthors(first.events);
    await record(first.events, { author: 'ben', streams: [{ stream: OWN, events: [said('taken back')] }] });
    await first.close();
    for (const path of paths) copyFileSync(path, `${path}.backup`);
    const second = await openFolder(folder);
    await record(second.events, { author: 'ada', streams: [{ stream: TALK, events: [said('since')] }] });
    await record(second.events, { streams: [], destroy: { authors: [{ stream: TALK, author: 'ada' }] } });
    await record(second.events, { streams: [], destroy: { events: [{ stream: OWN, seq: 1 }] } });
    await second.close();
    for (const path of paths) renameSync(`${path}.backup`, path);
    const third = await openFolder(folder);
    expect(liveKeys(third.files.keys)).toEqual({ bodies: 1, streams: 2 });
    expect(third.files.events.prepare('SELECT count(*) AS bodies FROM body').get()).toEqual({ bodies: 1 });
    expect(await words(third.events, TALK)).toEqual([null, text('ben'), null]);
    expect(await words(third.events, OWN)).toEqual([null]);
    await record(third.events, { author: 'ada', streams: [{ stream: TALK, events: [said('anew')] }] });
    const ids = 'SELECT max(id) AS id FROM body';
    expect(third.files.events.prepare(ids).get()).toEqual({ id: 6 });
    await third.close();
    const fourth = await openFolder(folder);
    expect(await words(fourth.events, TALK)).toEqual([null, text('ben'), null, text('anew')]);
  });

  it('ES5 passes over a line that a crash cut short, and writes the file anew where it is gone', async () => {
    const folder = dataFolder();
    const log = join(folder, 'destroyed.log');
    const first = await openFolder(folder);
    await twoAuthors(first.events);
    await record(first.events, { streams: [], destroy: { events: [{ stream: TALK, seq: 1 }] } });
    await first.close();
    const whole = readFileSync(log, 'utf8').trim();
    expect(whole).toMatch(/^1 body 1:[\w-]{16} 1000$/);
    writeFileSync(log, whole.slice(0, 14));
    await (await openFolder(folder)).close();
    expect(readFileSync(log, 'utf8')).toContain(`\n${whole}\n`);
  });

  it('ES5 destroys nothing in one copy that was let go in another which was tried before', async () => {
    const folder = dataFolder();
    const monday = join(dataFolder(), 'monday');
    const tuesday = join(dataFolder(), 'tuesday');
    const first = await openFolder(folder);
    await record(first.events, { streams: [{ stream: TALK, events: [said('monday')] }] });
    const { incarnation } = await first.documents.open(DECK, 's1');
    await first.close();
    copyBoth(folder, monday);
    const second = await openFolder(folder);
    for (const stream of talks('kept')) await record(second.events, { streams: [{ stream, events: [said('kept')] }] });
    await second.documents.append(DECK, incarnation, update('kept'));
    await second.close();
    copyBoth(folder, tuesday);
    copyBoth(monday, folder);
    const third = await openFolder(folder);
    // The same ids again, and the same document: its key goes when it is compacted.
    for (const stream of talks('tried'))
      await record(third.events, { author: 'ben', streams: [{ stream, events: [said('let go')] }] });
    const row = await appended(third.documents, DECK, incarnation, 'tried');
    await third.documents.compact(DECK, incarnation, [row], update('tried'));
    await record(third.events, { streams: [], destroy: { streams: talks('tried') } });
    await record(third.events, { streams: [], destroy: { events: [{ stream: TALK, seq: 1 }] } });
    await third.close();
    copyBoth(tuesday, folder);
    const fourth = await openFolder(folder);
    for (const stream of talks('kept')) expect(await words(fourth.events, stream)).toEqual([text('kept')]);
    expect(await saysNow(fourth.documents, DECK)).toEqual(['kept']);
    // What was let go in the copy that was tried, and is here too, stays so.
    expect(await words(fourth.events, TALK)).toEqual([null]);
    await record(fourth.events, { streams: [{ stream: TALK, events: [said('anew')] }] });
    expect(await words(fourth.events, TALK)).toEqual([null, text('anew')]);
  });

  it('ES5 follows lines from before there were tags, in copies from then', async () => {
    const folder = dataFolder();
    const first = await openFolder(folder);
    await twoAuthors(first.events);
    first.files.keys.exec('UPDATE stream_key SET tag = NULL');
    await first.close();
    writeFileSync(join(folder, 'destroyed.log'), '\n1 body 1 1000\n\n2 stream_key 2 1000\n');
    const second = await openFolder(folder);
    expect(liveKeys(second.files.keys)).toEqual({ bodies: 2, streams: 1 });
    expect(await words(second.events, TALK)).toEqual([null, null, text('ada again')]);
  });

  it('ES12 brings keys from before there were tags up to date, and destroys them as ever', async () => {
    const folder = dataFolder();
    const first = await openFolder(folder);
    await twoAuthors(first.events);
    first.files.keys.exec('ALTER TABLE stream_key DROP COLUMN tag');
    first.files.keys.exec('ALTER TABLE shred_log DROP COLUMN tag');
    first.files.keys.exec("DELETE FROM kysely_migration WHERE name = '0003-tags'");
    await first.close();
    const before = join(dataFolder(), 'before');
    copyBoth(folder, before);
    const second = await openFolder(folder);
    expect(await words(second.events, TALK)).toEqual([text('ada'), text('ben'), text('ada again')]);
    await record(second.events, { streams: [], destroy: { authors: [{ stream: TALK, author: 'ada' }] } });
    await second.close();
    copyBoth(before, folder);
    const third = await openFolder(folder);
    expect(liveKeys(third.files.keys)).toEqual({ bodies: 1, streams: 1 });
    expect(await words(third.events, TALK)).toEqual([null, text('ben'), null]);
  });
});

const talks = (name: string) => [1, 2, 3].map((number) => `talk:${name}-${number}` as const);

/** Both databases; `destroyed.log` stays where it is, as docs/privacy.md asks. */
function copyBoth(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of ['turnward.db', 'keys.db']) copyFileSync(join(from, name), join(to, name));
}

async function twoAuthors(store: EventStore): Promise<void> {
  await record(store, { author: 'ada', streams: [{ stream: TALK, events: [said('ada')] }] });
  await record(store, { author: 'ben', streams: [{ stream: TALK, events: [said('ben')] }] });
  await record(store, { author: 'ada', streams: [{ stream: TALK, events: [said('ada again')] }] });
}

describe('SQLite when something fails', () => {
  const statements = [
    ['keys', 'stream_key', 'INSERT'],
    ['keys', 'body_key', 'INSERT'],
    ['events', 'stream', 'INSERT'],
    ['events', 'event', 'INSERT'],
    ['events', 'body', 'INSERT'],
    ['events', 'shred_due', 'INSERT'],
    ['events', 'body', 'DELETE'],
  ] as const;

  it.each(statements)(
    'ES10 records nothing of a group where %s.%s refuses an %s (security 31)',
    async (file, table, act) => {
      const { events, files } = await openFolder(dataFolder());
      await record(events, { author: 'cleo', streams: [{ stream: OWN, events: [said('before')] }] });
      files[file].exec(
        `CREATE TRIGGER failpoint BEFORE ${act} ON ${table} BEGIN SELECT raise(ABORT, 'disk full'); END`,
      );
      const group = () => [
        append({ commandId: 'g1', streams: [{ stream: TALK, events: [said('one')] }] }),
        append({
          commandId: 'g2',
          streams: [
            { stream: OWN, events: [bare()] },
            { stream: TALK, events: [copy(OWN, 1)] },
          ],
        }),
        append({ commandId: 'g3', streams: [{ stream: TALK, events: [bare()] }], destroy: { streams: [OWN] } }),
      ];
      const failed = await Promise.allSettled(group().map((each) => events.append(each)));
      expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
      expect(await heads(events, TALK, OWN)).toEqual([0, 1]);
      expect(await words(events, OWN)).toEqual([text('before')]);
      files[file].exec('DROP TRIGGER failpoint');
      const worked = await Promise.all(group().map((each) => events.append(each)));
      expect(worked.map(({ outcome }) => outcome)).toEqual(['appended', 'appended', 'appended']);
      expect(await words(events, TALK)).toEqual([text('one'), text('before'), undefined]);
      expect(await words(events, OWN)).toEqual([null, undefined]);
    },
  );

  it('ES10 refuses while the disk is full, and goes on once there is room', async () => {
    const { events, files } = await openFolder(dataFolder());
    await record(events, { streams: [{ stream: TALK, events: [said('one')] }] });
    const { page_count } = files.events.prepare('PRAGMA page_count').get() as { page_count: number };
    files.events.exec(`PRAGMA max_page_count = ${page_count}`);
    const large = 'much to say '.repeat(2_000);
    await expect(record(events, { streams: [{ stream: TALK, events: [said(large)] }] })).rejects.toThrow('full');
    expect(await words(events, TALK)).toEqual([text('one')]);
    files.events.exec('PRAGMA max_page_count = 1000000');
    await record(events, { streams: [{ stream: TALK, events: [said(large)] }] });
    expect(await words(events, TALK)).toEqual([text('one'), text(large)]);
  });
});

describe('SQLite at start', () => {
  it('ES11 refuses a second process on the same folder, in words, and the first goes on', async () => {
    const folder = dataFolder();
    const { events } = await openFolder(folder);
    await expect(openFolder(folder)).rejects.toThrow('Another Turnward is running');
    await record(events, { streams: [{ stream: TALK, events: [said('one')] }] });
  });

  it('ES11 says so where a file is not a database', async () => {
    const folder = dataFolder();
    writeFileSync(
      join(folder, 'turnward.db'),
      'not a database, but long enough to be looked at as if it were one'.repeat(20),
    );
    await expect(openFolder(folder)).rejects.toThrow('damaged, or is not a database of Turnward');
  });

  it.each([
    ['3.44.5', false],
    ['3.44.6', true],
    ['3.45.9', false],
    ['3.49.2', false],
    ['3.50.6', false],
    ['3.50.7', true],
    ['3.51.2', false],
    ['3.51.3', true],
    ['3.53.4', true],
    ['4.0.0', true],
  ])('ES11 takes SQLite %s for safe: %s', (version, safe) => {
    expect(isSafeSqlite(version)).toBe(safe);
  });

  it('ES12 copies a database that is in use before it changes it, and keeps what it holds', async () => {
    const path = join(dataFolder(), 'some.db');
    const database = openDatabase(path);
    expect(await migrate(database, path, { '0001-first': first })).toEqual({});
    expect(await migrate(database, path, { '0001-first': first })).toEqual({});
    const copy = `${path}.before-0002-second`;
    expect(await migrate(database, path, { '0001-first': first, '0002-second': second })).toEqual({ copy });
    expect(database.prepare('SELECT kept, added FROM thing').all()).toEqual([{ kept: 'yes', added: null }]);
    database.close();
    const before = new DatabaseSync(copy, { readOnly: true });
    expect(before.prepare('SELECT * FROM thing').all()).toEqual([{ kept: 'yes' }]);
    before.close();
    expect(filesBelow(join(path, '..')).map(({ mode }) => mode)).toEqual([0o600, 0o600]);
  });

  it('ES12 leaves a database as it was where a change fails, or where a newer Turnward wrote it', async () => {
    const path = join(dataFolder(), 'some.db');
    const database = openDatabase(path);
    await migrate(database, path, { '0001-first': first, '0002-second': second });
    await expect(migrate(database, path, { '0001-first': first })).rejects.toThrow('newer Turnward');
    const half: Migration = {
      async up(db) {
        await db.schema.dropTable('thing').execute();
        await db.selectFrom('nowhere').selectAll().execute();
      },
    };
    const changes = { '0001-first': first, '0002-second': second, '0003-half': half };
    await expect(migrate(database, path, changes)).rejects.toThrow('could not be brought up to date');
    expect(existsSync(`${path}.before-0003-half`)).toBe(true);
    expect(database.prepare('SELECT kept FROM thing').all()).toEqual([{ kept: 'yes' }]);
    database.close();
  });
});

type Migration = Parameters<typeof migrate>[2][string];

const first: Migration = {
  async up(db) {
    await db.schema.createTable('thing').addColumn('kept', 'text').execute();
    await db.insertInto('thing').values({ kept: 'yes' }).execute();
  },
};

const second: Migration = {
  async up(db) {
    await db.schema.alterTable('thing').addColumn('added', 'text').execute();
  },
};

function liveKeys(keys: DatabaseSync) {
  const count = (query: string) => keys.prepare(query).get()?.n;
  return {
    bodies: count('SELECT count(*) AS n FROM body_key WHERE wrapped <> zeroblob(length(wrapped))'),
    streams: count('SELECT count(*) AS n FROM stream_key WHERE wrapped <> zeroblob(length(wrapped))'),
  };
}
