import { DOCUMENT_CLOSE } from '@turnward/shared/wire/document-line.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accepted } from '../kit/couple.ts';
import { DocumentCouple } from '../kit/document-couple.ts';
import type { DocumentDevice } from '../kit/document-device.ts';
import { type DocumentLine, edit } from '../kit/document-line.ts';
import { until } from '../kit/person.ts';
import { startServer, type TestServer } from '../kit/server.ts';

/** How long after the answer to leaving a byte may still arrive that was on its way before. In ms. */
const BOUND = 250;
/** Keystrokes between two looks, at about 100 in a second. */
const EVERY = 10;

/** Row 27. Somebody types all the while; what the other loses, they lose at once. */
describe('a right that ends in the middle of a stream of edits', () => {
  let server: TestServer;
  let two: DocumentCouple;
  let typist: DocumentDevice;
  let line: DocumentLine;
  let typing: NodeJS.Timeout;
  let lastByte: number;
  let typed: number;
  beforeEach(async () => {
    server = await startServer();
    two = await DocumentCouple.gather(server);
    typist = await two.device('a');
    line = await two.line('b');
    line.socket.on('message', () => {
      lastByte = performance.now();
    });
    typed = 0;
    typing = setInterval(() => typist.text('card/typed').insert(0, String(typed++ % 10)), EVERY);
    await until(() => expect(line.all('update').length).toBeGreaterThan(20));
  });
  afterEach(async () => {
    clearInterval(typing);
    two.leave();
    await server.close();
  });

  /** So many more keystrokes reach the server, and those of nobody else. */
  const goesOn = async (keystrokes = 60) => {
    const goal = typed + keystrokes;
    await until(() => expect(typed).toBeGreaterThan(goal));
    clearInterval(typing);
    await typist.saved();
  };
  const texts = async () => {
    const look = await two.line('a');
    const doc = await look.content();
    return { typed: doc.getText('card/typed').length, late: doc.getText('card/late').toString() };
  };

  it('DO3 SE3 the last byte to a session that ended comes within the bound, and none after', async () => {
    const left = await two.couple.b.door('POST', '/api/leave', {});
    const at = performance.now();
    expect(left.status).toBe(204);
    line.update(edit((doc) => doc.getText('card/late').insert(0, 'too late')));
    expect(await line.closed()).toBe(DOCUMENT_CLOSE.signedOut);
    const heard = line.heard.length;
    await goesOn();
    expect(lastByte - at).toBeLessThan(BOUND);
    expect(line.heard).toHaveLength(heard);
    expect(await texts()).toEqual({ typed, late: '' });
  });

  it('DO3 SE3 a session that expired gets nothing of the next edit, and writes nothing', async () => {
    clearInterval(typing);
    await typist.saved();
    const writes = await two.line('b');
    server.advance(89 * 86_400_000);
    const fresh = await two.couple.a.otherDevice();
    // The first sessions of both are over; what a signed in with last is not.
    server.advance(86_400_000);
    two.couple.a.cookie = fresh.cookie;
    const heard = line.heard.length;
    writes.update(edit((doc) => doc.getText('card/late').insert(0, 'too late')));
    expect(await writes.closed()).toBe(DOCUMENT_CLOSE.signedOut);
    const after = await two.line('a');
    after.update(edit((doc) => doc.getText('card/after').insert(0, 'not for b')));
    expect(await line.closed()).toBe(DOCUMENT_CLOSE.signedOut);
    expect(line.heard).toHaveLength(heard);
    expect((await after.content()).getText('card/after').toString()).toBe('not for b');
    expect(await texts()).toEqual({ typed, late: '' });
  });

  it('DO3 the last byte to a document whose talk has ended comes before the news of the end', async () => {
    accepted(await two.couple.a.do(two.conversationId, { type: 'Stop' }));
    expect([DOCUMENT_CLOSE.gone, DOCUMENT_CLOSE.notFound]).toContain(await line.closed());
    const heard = line.heard.length;
    clearInterval(typing);
    await until(() => expect(two.couple.b.stateOf(two.conversationId).phase).toBe('ended'));
    await two.couple.b.caughtUp();
    expect(line.heard).toHaveLength(heard);
    await until(() => expect([DOCUMENT_CLOSE.gone, DOCUMENT_CLOSE.notFound]).toContain(typist.closes.at(-1)));
  });
});
