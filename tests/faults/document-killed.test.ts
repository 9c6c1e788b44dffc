import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DocumentCouple } from '../kit/document-couple.ts';
import { DocumentDevice, expectSame } from '../kit/document-device.ts';
import { Person, until } from '../kit/person.ts';
import { freePort, type ServerProcess, startProcess } from '../kit/process.ts';
import { expectSavedWords, Typist } from '../kit/typist.ts';

describe('the server is killed while two type in one document', () => {
  let server: ServerProcess;
  beforeEach(async () => {
    server = await startProcess();
  });
  afterEach(() => server.remove());

  it('DO6 DO5 has every word that was reported saved, again and again, and all of them once both are back', async () => {
    const two = await DocumentCouple.gather(server);
    const deck = two.name('deck');
    const typists = [new Typist('a', two.couple.a, deck), new Typist('b', two.couple.b, deck)];
    for (let kill = 0; kill < 5; kill++) {
      for (const { device } of typists) device.provider.connect();
      await Promise.all(typists.map(({ device }) => device.synced()));
      for (const typist of typists) typist.begin(5);
      const before = typists.map(({ saved }) => saved.size);
      await until(() =>
        typists.forEach(({ saved }, at) => void expect(saved.size).toBeGreaterThan((before[at] ?? 0) + 8)),
      );
      await server.end('SIGKILL');
      for (const typist of typists) typist.rest();
      // While the server is away they go on, and nobody's memory is there when it is read.
      for (const typist of typists) {
        typist.word();
        await typist.device.goOffline();
      }
      await server.start();
      await expectSavedWords(two.couple.a, deck, typists);
    }
    for (const { device } of typists) device.provider.connect();
    for (const { device } of typists) await device.saved();
    await until(() => expectSame(...typists.map(({ device }) => device)));
    for (const typist of typists) for (const word of typist.typed) typist.saved.add(word);
    await expectSavedWords(two.couple.b, deck, typists);
    for (const typist of typists) typist.close();
    two.leave();
  });

  it('DO6 SIGTERM saves what was on its way, and says so to every device', async () => {
    const two = await DocumentCouple.gather(server);
    const a = await two.device('a', 'draft/a');
    a.text('fear/text').insert(0, 'Typed just before.');
    await two.line('a', 'draft/a').then((line) => line.content());
    expect(await server.end('SIGTERM')).toEqual({ code: 0, signal: null });
    await a.goOffline();
    expect(a.closes).toContain(4512);
    await server.start();
    const fresh = await two.device('a', 'draft/a');
    expect(fresh.text('fear/text').toString()).toBe('Typed just before.');
  });
});

/** A server that ends itself in the midst of its own saving: see document-server.ts. */
describe('the line of edits is killed at a moment of its own', () => {
  const running: ChildProcess[] = [];
  let dataDir: string;
  let origin: string;
  let port: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'turnward-'));
    port = String(await freePort());
    origin = `http://127.0.0.1:${port}`;
  });
  afterEach(async () => {
    for (const child of running.splice(0)) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
    }
    await rm(dataDir, { recursive: true, force: true });
  });

  /** Starts it; resolves once it listens. The answer waits for its end. */
  const start = async (at = '', which = 1): Promise<() => Promise<unknown>> => {
    const script = path.join(import.meta.dirname, 'document-server.ts');
    const child = spawn(process.execPath, [script, dataDir, port, at, String(which)], { stdio: 'inherit' });
    running.push(child);
    const exited = once(child, 'exit');
    await until(() => fetch(origin).then(({ ok }) => expect(ok).toBe(true)));
    return () => exited;
  };
  const person = (who: string) => Object.assign(new Person(origin), { cookie: who });

  const moments = [
    'append-before',
    'append-during',
    'append-after',
    'compact-before',
    'compact-during',
    'compact-after',
  ];
  it.each(moments)('DO6 loses nothing that was reported saved, killed at %s', async (at) => {
    const typists = [new Typist('a', person('a'), 'deck/c'), new Typist('b', person('b'), 'deck/c')];
    for (const which of [1, 3]) {
      const ended = await start(at, which);
      const killed = { yet: false };
      const end = ended().then(() => {
        killed.yet = true;
      });
      // Both write, save and leave, so that the rows are brought into one; again and again, until it is killed.
      for (let round = 0; round < 20 && !killed.yet; round++) {
        for (const { device } of typists) device.provider.connect();
        await until(() => expect(killed.yet || typists.every(({ device }) => device.provider.synced)).toBe(true));
        for (let save = 0; save < 2 && !killed.yet; save++) {
          for (const typist of typists) typist.word();
          await until(() => expect(killed.yet || typists.every(({ device }) => device.isSaved)).toBe(true));
        }
        for (const typist of typists) {
          typist.rest();
          await typist.device.goOffline();
        }
      }
      await end;
      const next = await start();
      await expectSavedWords(person('a'), 'deck/c', typists);
      running.at(-1)?.kill('SIGKILL');
      await next();
    }
    await start();
    for (const { device } of typists) device.provider.connect();
    for (const { device } of typists) await device.saved();
    await until(() => expectSame(...typists.map(({ device }) => device)));
    const late = await new DocumentDevice(person('b'), 'deck/c').synced();
    for (const { typed } of typists) for (const word of typed) expect(late.text('words').toString()).toContain(word);
    late.close();
    for (const typist of typists) typist.close();
  });
});
