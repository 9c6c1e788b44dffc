import { DOCUMENT_CLOSE } from '@turnward/shared/wire/document-line.ts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accepted, begin, plainAnswer, playTo, stepNow } from '../kit/couple.ts';
import { DocumentCouple } from '../kit/document-couple.ts';
import { DocumentDevice } from '../kit/document-device.ts';
import { until } from '../kit/person.ts';
import { startServer, type TestServer } from '../kit/server.ts';

describe('a draft whose words were shared', () => {
  let server: TestServer;
  let two: DocumentCouple;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    two = await DocumentCouple.gather(server);
    await begin(two.couple, two.conversationId);
    await playTo(server, two.couple, two.conversationId, 'fear');
  });
  afterEach(() => two.leave());

  const share = async () => {
    const { a } = two.couple;
    const state = a.stateOf(two.conversationId);
    server.advance(60_000);
    accepted(await a.do(two.conversationId, plainAnswer(stepNow(state), state.turn?.turnId ?? '')));
  };

  it('DO12 DO7 is destroyed with its history; what belongs to other steps begins a draft of its own', async () => {
    const [desk, phone] = [await two.device('a', 'draft/a'), await two.device('a', 'draft/a')];
    desk.text('fear/text').insert(0, 'Some words, said now.');
    phone.text('hear.mirror/text').insert(0, 'For later.');
    await Promise.all([desk.saved(), phone.saved()]);
    const before = desk.standing.incarnation;
    await share();
    for (const device of [desk, phone]) await until(() => expect(device.closes).toEqual([DOCUMENT_CLOSE.gone]));

    const fresh = await two.device('a', 'draft/a');
    expect(fresh.standing.incarnation).not.toBe(before);
    expect(fresh.text('hear.mirror/text').toString()).toBe('For later.');
    expect(fresh.text('fear/text').toString()).toBe('');
    // Whoever still holds the old one is turned away with what it remembers.
    const old = new DocumentDevice(two.couple.a, two.name('draft/a'), { doc: desk.doc, of: before });
    await until(() => expect(old.closes).toEqual([DOCUMENT_CLOSE.gone]));
    old.provider.destroy();
    await server.restart();
    const later = await two.device('a', 'draft/a');
    expect([later.text('hear.mirror/text').toString(), later.text('fear/text').toString()]).toEqual(['For later.', '']);
    expect(later.standing.incarnation).toBe(fresh.standing.incarnation);
  });

  it('DO12 carries over what nobody has open, and what was typed while the words were on their way', async () => {
    const desk = await two.device('a', 'draft/a');
    desk.text('fear/text').insert(0, 'Said.');
    desk.text('plan/text').insert(0, 'Closed before.');
    await desk.saved();
    desk.close();
    await server.restart();
    for (const person of [two.couple.a, two.couple.b]) {
      await person.reconnect({ to: 'space', id: two.couple.spaceId }, { to: 'conversation', id: two.conversationId });
    }
    await share();
    const fresh = await two.device('a', 'draft/a');
    expect([fresh.text('plan/text').toString(), fresh.text('fear/text').toString()]).toEqual(['Closed before.', '']);
  });

  it('DO12 destroys nothing of the partner’s, and nothing where the answer was refused', async () => {
    const [mine, theirs] = [await two.device('a', 'draft/a'), await two.device('b', 'draft/b')];
    mine.text('fear/text').insert(0, 'Mine.');
    theirs.text('fear/text').insert(0, 'Theirs.');
    await Promise.all([mine.saved(), theirs.saved()]);
    const { turn } = two.couple.a.stateOf(two.conversationId);
    const empty = { type: 'Contribute', turnId: turn?.turnId ?? '', answer: {} } as const;
    expect(await two.couple.a.do(two.conversationId, empty)).toMatchObject({ ok: false });
    mine.text('fear/text').insert(5, ' Still.');
    await mine.saved();
    await share();
    await until(() => expect(mine.closes).toEqual([DOCUMENT_CLOSE.gone]));
    theirs.text('fear/text').insert(7, ' Still.');
    await theirs.saved();
    expect(theirs.closes).toEqual([]);
  });
});
