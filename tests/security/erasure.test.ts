import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { held } from '../contracts/traces.ts';
import { accepted } from '../kit/couple.ts';
import { aKeptTalk, readAfresh, saidBy } from '../kit/kept-talk.ts';
import { until } from '../kit/person.ts';
import { startServer, type TestServer } from '../kit/server.ts';

/** Key bytes must be in no file 60 s later; what is due is looked for until then. */
const GONE_IN = 60_000;

describe('what is destroyed is destroyed', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ SESSION_DAYS: '400' });
  });
  afterAll(() => server.close());

  /** The wrapped keys of the words of these streams, as they lie in the file of keys. */
  function keysOf(streams: readonly string[], seqs?: readonly number[]): Buffer[] {
    // The server keeps its files to itself, so this is read from a copy.
    const copy = mkdtempSync(join(tmpdir(), 'turnward-copy-'));
    cpSync(server.dataDir, copy, { recursive: true });
    const events = new DatabaseSync(join(copy, 'turnward.db'));
    const keys = new DatabaseSync(join(copy, 'keys.db'));
    try {
      const marks = streams.map(() => '?').join(', ');
      const rows = events
        .prepare(
          `SELECT seq, body_id FROM event JOIN stream ON stream.id = stream_id WHERE name IN (${marks}) AND body_id > 0`,
        )
        .all(...streams);
      const wrapped = keys.prepare('SELECT wrapped FROM body_key WHERE body_id = ?');
      return rows
        .filter(({ seq }) => !seqs || seqs.includes(Number(seq)))
        .flatMap(({ body_id }) => {
          const row = wrapped.get(Number(body_id));
          return row ? [Buffer.from(row['wrapped'] as Uint8Array)] : [];
        });
    } finally {
      events.close();
      keys.close();
      rmSync(copy, { recursive: true, force: true });
    }
  }
  const inFiles = (keys: Buffer[]) => held(server.dataDir, keys);
  const goneFromFiles = (keys: Buffer[]) => until(() => expect(inFiles(keys)).toBe(0), GONE_IN);

  it('R18 ER2 KE8 of words taken back no key is left in any file, and no other key is missing', {
    timeout: 90_000,
  }, async () => {
    const { a, b, conversationId } = await aKeptTalk(server);
    const seq =
      saidBy(await readAfresh(a, conversationId), 'a').find(({ event }) => event.type === 'Contributed')?.seq ?? 0;
    const talk = `talk:${conversationId}`;
    const [own, all] = [keysOf([talk], [seq]), keysOf([talk])];
    expect([own.length, inFiles(all)]).toEqual([1, all.length]);
    accepted(await a.do(conversationId, { type: 'WithdrawWords', seq }));
    await goneFromFiles(own);
    expect(inFiles(all)).toBe(all.length - 1);
    expect(
      (await readAfresh(b, conversationId)).find((each) => each.stream === talk && each.seq === seq)?.words,
    ).toBeNull();
  });

  it('R18 ER7 KE8 who has their words erased leaves no key of them; the other’s are all there', {
    timeout: 90_000,
  }, async () => {
    const { a, b, spaceId, conversationId } = await aKeptTalk(server);
    const said = await readAfresh(b, conversationId);
    const talk = `talk:${conversationId}`;
    const seqs = (seat: 'a' | 'b') => saidBy(said, seat).map(({ seq }) => seq);
    const mine = [...keysOf([`own/a:${conversationId}`]), ...keysOf([talk], seqs('a'))];
    const theirs = [...keysOf([`own/b:${conversationId}`]), ...keysOf([talk], seqs('b'))];
    expect(mine.length).toBeGreaterThan(5);
    accepted(await a.ask(spaceId, { type: 'LeaveSpace', erase: true }));
    // The words of the other are open still; what was mine is not, whatever is left of single keys: the key above them is gone.
    const after = await readAfresh(b, conversationId);
    expect(saidBy(after, 'a').every(({ words }) => words === null)).toBe(true);
    expect(inFiles(theirs)).toBe(theirs.length);
    await goneFromFiles(mine);
    expect(saidBy(await readAfresh(b, conversationId), 'b').every(({ words }) => words)).toBe(true);
  });

  it('R18 ER8 KE8 of a deleted space no key is left in any file, names and notes to it among them', {
    timeout: 90_000,
  }, async () => {
    const kept = await aKeptTalk(server);
    const { a, b, spaceId, conversationId } = kept;
    const streams = [
      `space:${spaceId}`,
      ...['talk', 'own/a', 'own/b', 'aside/a', 'aside/b'].map((kind) => `${kind}:${conversationId}`),
    ];
    const keys = keysOf(streams);
    expect(inFiles(keys)).toBe(keys.length);
    for (const person of [a, b]) {
      accepted(await person.ask(spaceId, { type: 'GiveConsent', what: 'delete-space', version: 1 }));
    }
    accepted(await a.ask(spaceId, { type: 'DeleteSpace' }));
    await goneFromFiles(keys);
    expect(keysOf(streams).filter((key) => key.some((byte) => byte !== 0))).toEqual([]);
  });

  it('R18 ER5 KE8 of a talk whose time is over no key is left in any file', { timeout: 90_000 }, async () => {
    const { a, conversationId } = await aKeptTalk(server);
    const keys = keysOf([`talk:${conversationId}`, `own/a:${conversationId}`]);
    server.advance(84 * 24 * 3_600_000);
    await until(() => expect(a.seen.some(({ event }) => event.type === 'ExpiryAnnounced')).toBe(true));
    server.advance(8 * 24 * 3_600_000);
    await until(() => expect(a.stateOf(conversationId).expired).toBe(true));
    await goneFromFiles(keys);
  });
});
