import { DOCUMENT_CLOSE } from '@turnward/shared/wire/document-line.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accepted } from '../kit/couple.ts';
import { DocumentCouple } from '../kit/document-couple.ts';
import { expectSame } from '../kit/document-device.ts';
import { until } from '../kit/person.ts';
import { type ServerProcess, startProcess } from '../kit/process.ts';

/** A disk of which so many blocks of 512 bytes are left for each file: enough to begin, not for long. */
const BLOCKS = 900;

describe.runIf(process.platform === 'linux')('the disk is full while two write in one document', () => {
  let server: ServerProcess;
  let two: DocumentCouple;
  beforeEach(async () => {
    server = await startProcess({ fileLimit: BLOCKS });
    two = await DocumentCouple.gather(server);
  });
  afterEach(async () => {
    two.leave();
    await server.remove();
  });

  it('DO10 says that it is not saved; given room again, everything comes in', { timeout: 90_000 }, async () => {
    const [a, b] = [await two.device('a'), await two.device('b')];
    let typed = '';
    for (let chunk = 0; chunk < 200 && a.closes.length === 0; chunk++) {
      const words = `${chunk}:${'x'.repeat(4_000)};`;
      a.text('card/x').insert(typed.length, words);
      typed += words;
      if (typed.length > 400_000) break;
      await until(() => expect(a.isSaved || a.closes.length > 0).toBe(true));
    }
    await until(() => expect(a.closes).toContain(DOCUMENT_CLOSE.notSaved));
    expect(a.isSaved).toBe(false);
    expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
    // The line of commands is still there, and answers as it can.
    expect(await two.couple.b.do(two.conversationId, { type: 'SetReady', ready: true })).toHaveProperty('ok');
    b.text('card/y').insert(0, 'Written on a full disk.');
    await until(() => expect(server.output()).toContain('A document could not be saved'));
    for (const secret of ['xxxx', 'full disk']) expect(server.output()).not.toContain(secret);

    expect([0, 1]).toContain((await server.end('SIGTERM')).code);
    await server.start();
    for (const device of [a, b]) await device.saved(20_000);
    await until(() => expectSame(a, b));
    const late = await two.device('b');
    expect(late.text('card/x').toString()).toBe(typed);
    expect(late.text('card/y').toString()).toBe('Written on a full disk.');
    await two.couple.a.reconnect({ to: 'conversation', id: two.conversationId });
    accepted(await two.couple.a.do(two.conversationId, { type: 'SetReady', ready: true }));
  });
});
