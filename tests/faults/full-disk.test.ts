import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aCouple, accepted, type Couple, open } from '../kit/couple.ts';
import { newCommandId, Person, until } from '../kit/person.ts';
import { type ServerProcess, startProcess } from '../kit/process.ts';
import { RawLine } from '../wire/raw-line.ts';

/** Words that occur nowhere but in what was said here. */
const CANARY = 'Zaunkönig-Quittenmus-4711';
const NAME = 'Xanthippe-Kanari';
const SPACE = 'Quetzal-Stube';

/** A disk of which so many blocks of 512 bytes are left for each file: enough to begin, not for long. */
const BLOCKS = 700;

describe.runIf(process.platform === 'linux')('the disk is full', () => {
  let server: ServerProcess;
  let couple: Couple;
  let conversationId: string;
  beforeEach(async () => {
    server = await startProcess({ env: { LOG_LEVEL: 'debug' }, fileLimit: BLOCKS });
    const a = new Person(server.origin);
    const names = { spaceName: SPACE, memberName: NAME, practice: false, language: 'en' };
    await a.door('POST', '/api/spaces', names);
    couple = await aCouple(server);
    conversationId = await open(couple, 'five-part-check-in');
    for (const person of [couple.a, couple.b]) {
      accepted(await person.do(conversationId, { type: 'SetReady', ready: true }));
    }
    accepted(await couple.a.do(conversationId, { type: 'Begin' }));
    for (const person of [couple.a, couple.b]) {
      accepted(
        await person.do(conversationId, { type: 'Contribute', turnId: 't1', answer: { scales: { stirred: 3 } } }),
      );
    }
  });
  afterEach(() => server.remove());

  const rate = (person: Person, sentence: string, commandId = newCommandId()) =>
    person.do(conversationId, { type: 'Return', pauseId: 'p1', stirred: 9, sentence }, commandId);
  const follows = () => [
    { to: 'space', id: couple.spaceId } as const,
    { to: 'conversation', id: conversationId } as const,
  ];

  it('ES10 KE1 answers unavailable and publishes nothing; given room again, it has what was acked, once (WR2)', {
    timeout: 60_000,
  }, async () => {
    accepted(await couple.a.do(conversationId, { type: 'Pause' }));
    let round = 0;
    let lost = '';
    // Round after round of "not calm yet", each with as many words as fit, until the disk is full.
    for (; lost === '' && round < 400; round++) {
      for (const person of [couple.a, couple.b]) {
        const commandId = newCommandId();
        const reply = await rate(person, `${CANARY} ${'x'.repeat(240)}`, commandId);
        if (reply.ok) continue;
        expect(reply).toEqual({ ok: false, refusal: 'unavailable' });
        lost = commandId;
        break;
      }
    }
    expect(lost).not.toBe('');
    await couple.a.caughtUp().catch(() => undefined);
    const acked = couple.a.seen.length;
    expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
    expect(await rate(couple.a, CANARY)).toMatchObject({ ok: false });
    await malformed();
    expect(couple.a.seen).toHaveLength(acked);

    const { code } = await server.end('SIGTERM');
    expect([0, 1]).toContain(code);
    await server.start();
    const before = couple.b.seen.length;
    for (const person of [couple.a, couple.b]) await person.reconnect(...follows());
    expect(couple.b.seen.length).toBe(before);
    const fresh = await new Person(server.origin, couple.b.cookie).connect();
    await fresh.follow('conversation', conversationId);
    expect(fresh.eventsOf(conversationId)).toEqual(couple.b.eventsOf(conversationId));
    fresh.disconnect();
    const { pause } = couple.a.stateOf(conversationId);
    expect(pause?.round).toBe(couple.b.stateOf(conversationId).pause?.round);
    const again = [await rate(couple.a, CANARY), await rate(couple.b, CANARY)];
    expect(again.some(({ ok }) => ok)).toBe(true);
    logHoldsNoWords();
    await filesHoldNoWords();
  });

  /** Frames that can't be read, with words in them. */
  const malformed = async () => {
    const line = await RawLine.enter(server.origin, couple.a.cookie);
    line.send(`42["command",{"text":"${CANARY}"}]`);
    line.send(`{${CANARY}`);
    await until(() => expect(line.open).toBe(false));
    await couple.a.door('POST', '/api/spaces', { spaceName: CANARY, memberName: 5 });
  };

  const secrets = () => [CANARY, NAME, SPACE, couple.a.cookie.split('=')[1] ?? '', couple.b.cookie.split('=')[1] ?? ''];

  const logHoldsNoWords = () => {
    expect(server.output()).toContain('A message could not be answered.');
    for (const secret of secrets()) expect(server.output()).not.toContain(secret);
  };

  /** Security rows 38 and 40: in no file, in no form that a search would find. */
  const filesHoldNoWords = async () => {
    const files = await readdir(server.dataDir, { recursive: true, withFileTypes: true });
    const read = files.filter((file) => file.isFile());
    expect(read.length).toBeGreaterThan(2);
    for (const file of read) {
      const bytes = await readFile(path.join(file.parentPath, file.name));
      for (const secret of secrets()) {
        for (const form of formsOf(secret)) expect(bytes.includes(form), `${file.name}: ${secret}`).toBe(false);
      }
    }
  };
});

function formsOf(secret: string): Buffer[] {
  const plain = Buffer.from(secret);
  const base64 = [0, 1, 2].map((shift) =>
    Buffer.from(
      Buffer.concat([Buffer.alloc(shift), plain])
        .toString('base64')
        .slice(4, -4),
    ),
  );
  return [plain, Buffer.from(secret, 'utf16le'), Buffer.from(plain.toString('hex')), ...base64];
}
