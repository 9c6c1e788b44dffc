import { storyText } from '@turnward/shared/documents/story.ts';
import { versionOf } from '@turnward/shared/documents/version.ts';
import { DOCUMENT_CLOSE } from '@turnward/shared/wire/document-line.ts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { accepted, begin, playTo } from '../kit/couple.ts';
import { DocumentCouple } from '../kit/document-couple.ts';
import { DocumentDevice } from '../kit/document-device.ts';
import { edit } from '../kit/document-line.ts';
import { until } from '../kit/person.ts';
import { startServer, type TestServer } from '../kit/server.ts';

describe('what a device may do with a document, as the talk goes on', () => {
  let server: TestServer;
  let two: DocumentCouple;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    two = await DocumentCouple.gather(server);
  });
  afterEach(() => two.leave());

  const pause = async (who: 'a' | 'b') => accepted(await two.couple[who].do(two.conversationId, { type: 'Pause' }));
  const resume = async () => {
    for (const who of ['a', 'b'] as const) {
      const { pause: on } = two.couple[who].stateOf(two.conversationId);
      await until(() => expect(two.couple[who].stateOf(two.conversationId).pause).not.toBeNull());
      const pauseId = on?.pauseId ?? 'p1';
      accepted(await two.couple[who].do(two.conversationId, { type: 'Return', pauseId, stirred: 1 }));
    }
  };
  const approve = (who: 'a' | 'b', story: Y.Doc, text: string) => {
    const turnId = two.couple.a.stateOf(two.conversationId).turn?.turnId ?? '';
    const version = versionOf(story.guid, turnId, text);
    return two.couple[who].do(two.conversationId, { type: 'ApproveVersion', turnId, version });
  };

  it('DO3 DO2 follows at once: who may only read changes nothing, and it comes in where writing opens again', async () => {
    await begin(two.couple, two.conversationId);
    const [a, b] = [await two.device('a'), await two.device('b')];
    a.text('card/x').insert(0, 'before');
    await a.saved();
    await pause('b');
    await until(() => expect(a.standing.access).toBe('read'));
    await until(() => expect(b.standing.access).toBe('read'));
    a.text('card/x').insert(6, ', while it was closed');
    await until(() => expect(a.closes).toEqual([]));
    const look = await two.line('b');
    expect((await look.content()).getText('card/x').toString()).toBe('before');
    expect(b.text('card/x').toString()).toBe('before');
    expect(a.isSaved).toBe(false);
    await resume();
    await until(() => expect(b.text('card/x').toString()).toBe('before, while it was closed'));
    await a.saved();
    expect(a.standings.map(({ access }) => access)).toEqual(['write', 'read', 'write']);
  });

  it('DO2 a reader’s edits of every kind are dropped without a strike, and answered', async () => {
    await begin(two.couple, two.conversationId);
    const b = await two.device('b');
    await pause('a');
    const line = await two.line('a');
    await line.next('standing');
    const update = edit((doc) => doc.getText('card/x').insert(0, 'not now'));
    for (let time = 0; time < 5; time++) {
      line.update(update);
      line.sync(1, update);
    }
    expect((await line.content()).share.size).toBe(0);
    await until(() => expect(line.all('saved').at(-1)?.heard).toBe(10));
    expect(line.all('saved').at(-1)?.stateVector.size).toBe(0);
    expect(line.open).toBe(true);
    expect(b.text('card/x').length).toBe(0);
  });

  it('DO3 opens the story at its step and closes everything with the talk', async () => {
    const [draft, deck] = [await two.device('a', 'draft/a'), await two.device('b')];
    await begin(two.couple, two.conversationId);
    const early = await two.device('a', 'story');
    expect(early.standing.access).toBe('read');
    await playTo(server, two.couple, two.conversationId, 'story');
    await until(() => expect(early.standing.access).toBe('write'));
    const late = await two.device('b', 'story');
    early.text('t').insert(0, 'We did it.');
    await until(() => expect(late.text('t').toString()).toBe('We did it.'));
    accepted(await two.couple.b.do(two.conversationId, { type: 'Stop' }));
    await playTo(server, two.couple, two.conversationId, 'end');
    for (const device of [draft, deck, early, late]) {
      await until(() => expect([DOCUMENT_CLOSE.gone, DOCUMENT_CLOSE.notFound]).toContain(device.closes.at(-1)));
    }
    const again = new DocumentDevice(two.couple.a, two.name('story'));
    await until(() => expect(again.closes).toEqual([DOCUMENT_CLOSE.notFound]));
    again.close();
  });

  it('SE3 DO3 a session that ends loses its documents at once, and no other does', async () => {
    const [a, b] = [await two.device('a', 'draft/a'), await two.device('b')];
    const phone = await two.couple.a.otherDevice();
    const onPhone = new DocumentDevice(phone, two.name('draft/a'));
    await onPhone.synced();
    await two.couple.a.door('POST', '/api/leave', {}).then(({ status }) => expect(status).toBe(204));
    await until(() => expect(a.closes).toEqual([DOCUMENT_CLOSE.signedOut]));
    expect(onPhone.provider.synced && b.provider.synced).toBe(true);
    onPhone.close();
    phone.disconnect();
  });

  it('TU11 an edit after an approval takes it back in the editor’s name', async () => {
    await begin(two.couple, two.conversationId);
    await playTo(server, two.couple, two.conversationId, 'story');
    const [a, b] = [await two.device('a', 'story'), await two.device('b', 'story')];
    const { turnId = '' } = two.couple.a.stateOf(two.conversationId).turn ?? {};
    a.text(turnId).insert(0, 'We listened.');
    await until(() => expect(storyText(b.doc, turnId).toString()).toBe('We listened.'));
    accepted(await approve('b', b.doc, 'We listened.'));
    await until(() => expect(two.couple.a.stateOf(two.conversationId).approvals).toHaveProperty('b'));
    a.text(turnId).insert(11, ' well');
    await until(() => expect(two.couple.b.stateOf(two.conversationId).approvals).toEqual({}));
    const taken = two.couple.b.seen.findLast(({ event }) => event.type === 'ApprovalsTakenBack');
    expect(taken?.event).toMatchObject({ turnId, by: 'a' });
    // TU10: what is agreed to is what the server holds.
    expect(await approve('b', b.doc, 'We listened.')).toEqual({ ok: false, refusal: 'text-changed' });
    for (const who of ['a', 'b'] as const) accepted(await approve(who, b.doc, 'We listened well.'));
    await until(() => {
      const agreed = two.couple.a.seen.findLast(({ event }) => event.type === 'Agreed');
      expect(Object.values(agreed?.words?.text ?? {})).toEqual(['We listened well.']);
    });
  });

  it('DO3 asks again for whoever comes while the talk ends', async () => {
    const ends = two.couple.a.do(two.conversationId, { type: 'Stop' });
    const devices = Array.from({ length: 8 }, () => new DocumentDevice(two.couple.b, two.name('deck')));
    accepted(await ends);
    const finals: number[] = [DOCUMENT_CLOSE.notFound, DOCUMENT_CLOSE.gone];
    for (const device of devices) {
      await until(() => expect(finals).toContain(device.closes.at(-1)));
      expect(Y.encodeStateVector(device.doc)).toEqual(Uint8Array.of(0));
      device.close();
    }
  });
});
