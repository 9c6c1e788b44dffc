import { addCard, cardsOf, MOST_CARDS } from '@turnward/shared/documents/deck.ts';
import { DOCUMENT_CLOSE, MAX_DOCUMENT, MAX_DOCUMENT_FRAME, STRIKES } from '@turnward/shared/wire/document-line.ts';
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { DocumentCouple } from '../kit/document-couple.ts';
import type { DocumentDevice } from '../kit/document-device.ts';
import { DocumentLine, edit, syncBytes } from '../kit/document-line.ts';
import { until } from '../kit/person.ts';
import { seeded } from '../kit/seeded.ts';
import { startServer, type TestServer } from '../kit/server.ts';

const MB = 1024 * 1024;
/** In ms, whatever was tried just before. */
const ANSWERS_WITHIN = 250;
const type =
  (text: string, name = 'card/x') =>
  (doc: Y.Doc) =>
    doc.getText(name).insert(0, text);

/** B sits before a's deck with a client of their own making; a's device is the official one and must notice nothing. */
describe('a hostile device before a document', () => {
  let server: TestServer;
  let two: DocumentCouple;
  let a: DocumentDevice;
  let hostile: DocumentLine;
  const unhandled: unknown[] = [];
  const note = (error: unknown) => void unhandled.push(error);
  beforeAll(async () => {
    process.on('unhandledRejection', note).on('uncaughtException', note);
    server = await startServer();
  });
  afterAll(async () => {
    await server.close();
    process.off('unhandledRejection', note).off('uncaughtException', note);
  });
  beforeEach(async () => {
    two = await DocumentCouple.gather(server);
    a = await two.device('a');
    a.text('card/x').insert(0, 'mine');
    await a.saved();
    hostile = await two.line('b');
  });
  afterEach(async () => {
    // Whatever was tried: a's line was never closed, what a writes is taken, and what is stored is what a sees.
    expect(a.closes).toEqual([]);
    a.text('card/x').insert(0, 'still ');
    await a.saved();
    const seen = a.text('card/x').toString();
    const late = await two.device('a');
    expect(late.text('card/x').toString()).toBe(seen);
    const asked = performance.now();
    expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
    expect(performance.now() - asked).toBeLessThan(ANSWERS_WITHIN);
    expect(unhandled).toEqual([]);
    two.leave();
  });
  const words = () => a.text('card/x').toString();

  it('DO11 writes nothing under the id of another member, whichever way it comes', async () => {
    const id = a.doc.clientID;
    const { doc } = a;
    const forged = edit(type('forged '), id, Y.encodeStateAsUpdate(doc));
    hostile.update(forged);
    hostile.sync(1, forged);
    hostile.update(Y.mergeUpdates([forged, edit(type('by b', 'card/y'), 77)]));
    hostile.eyes([id, 99, '{"on":"x"}']);
    hostile.update(forged);
    await until(() => expect(a.text('card/y').toString()).toBe('by b'));
    expect((await hostile.content()).getText('card/x').toString()).toBe('mine');
    expect(words()).toBe('mine');
    expect(hostile.open).toBe(true);
  });

  it('DO11 an id stays its member’s while they are away, over a restart', async () => {
    const id = a.doc.clientID;
    await a.goOffline();
    a.text('card/x').insert(4, ' offline');
    await server.restart();
    const again = await two.line('b');
    again.eyes([id, 1, '{"on":"x"}']);
    again.update(edit(type('forged '), id, Y.encodeStateAsUpdate(new Y.Doc())));
    const held = await again.content();
    again.update(edit((doc) => doc.getText('card/x').insert(4, 'forged'), id, Y.encodeStateAsUpdate(held)));
    expect((await again.content()).getText('card/x').toString()).toBe('mine');
    a.closes.length = 0;
    a.provider.connect();
    await a.saved();
    expect((await again.content()).getText('card/x').toString()).toBe('mine offline');
  });

  it('DO11 keeps 10,000 ids at most, half of them from one member, and has room for others', async () => {
    const before = process.memoryUsage().rss;
    let refused = 0;
    for (let from = 1_000, line = hostile; from < 101_000 && refused < 3; from += 2_000) {
      line.sync(from % 4_000 === 0 ? 1 : 2, oneLetterEach(from, 2_000));
      // Answered, or closed for being too much.
      await Promise.race([line.content().catch(() => undefined), line.closed()]);
      if (line.open) continue;
      refused += 1;
      expect(await line.closed()).toBe(DOCUMENT_CLOSE.full);
      server.advance(10_000);
      line = await two.line('b');
    }
    expect(refused).toBe(3);
    expect(a.doc.store.clients.size).toBeLessThanOrEqual(5_002);
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * MB);
  });

  it('DO4 rewrites nobody’s eyes, with 20,000 entries neither', async () => {
    const b = await two.device('b');
    a.provider.awareness.setLocalState({ on: 'mine' });
    await until(() => expect(b.others()).toMatchObject([{ on: 'mine' }]));
    const many = Array.from({ length: 4_000 }, (_, at) => [at + 1, 1, '{}'] as [number, number, string]);
    hostile.eyes([a.doc.clientID, 1e15, 'null']);
    for (let time = 0; time < 5; time++) hostile.eyes(...many);
    hostile.eyes([a.doc.clientID, 1e15, '{"on":"forged"}'], ...many);
    await hostile.content();
    await until(() => expect(b.others()).toHaveLength(2));
    expect(b.others()).toContainEqual(expect.objectContaining({ on: 'mine' }));
    expect(a.others().length).toBeLessThanOrEqual(2);
  });

  it('DO8 closes after the third message that can’t be read, whatever its bytes', async () => {
    const random = seeded(8);
    const real = syncBytes(2, edit(type('cut short, this is')));
    const unread: (Uint8Array | string)[] = [
      new Uint8Array(),
      'text',
      Uint8Array.of(2, 0),
      Uint8Array.of(4, 1, 0, 0),
      Uint8Array.of(9),
      Uint8Array.of(0, 3, 0),
      Uint8Array.of(0, 0, 200),
      Uint8Array.of(1, 200),
      Uint8Array.of(...real, 0),
      ...Array.from({ length: 12 }, (_, at) => real.slice(0, 3 + at)),
      ...Array.from({ length: 12 }, () =>
        Uint8Array.of(0, 2, 40, ...Array.from({ length: 40 }, () => random.below(256))),
      ),
    ];
    for (let at = 0; at + STRIKES <= unread.length; at += STRIKES) {
      const line = await two.line('b');
      for (const bytes of unread.slice(at, at + STRIKES)) line.raw(bytes);
      expect(await line.closed(), `from ${at}`).toBe(DOCUMENT_CLOSE.malformed);
      server.advance(10_000);
    }
    hostile.raw('text');
    hostile.raw('text');
    expect((await hostile.content()).getText('card/x').toString()).toBe('mine');
    expect(hostile.open).toBe(true);
  });

  it('DO8 takes text and plain values, and nothing that has an inside', async () => {
    let deep: unknown = 0;
    for (let depth = 0; depth < 2_000; depth++) deep = [deep];
    const shapes: ((doc: Y.Doc) => void)[] = [
      (doc) => doc.getMap('aside').set('x', new Y.Doc()),
      (doc) => doc.getMap('aside').set('x', new Y.Map()),
      (doc) => doc.getMap('aside').set('x', new Y.Text('in')),
      (doc) => doc.getMap('aside').set('x', { a: 1 }),
      (doc) => doc.getMap('aside').set('x', deep),
      (doc) => doc.getArray('aside').insert(0, [new Uint8Array(10)]),
      (doc) => doc.getText('card/x').insert(0, 'bold', { bold: true }),
      (doc) => doc.getText('card/x').insertEmbed(0, { image: 'x' }),
      (doc) => doc.getXmlFragment('x').insert(0, [new Y.XmlElement('p')]),
    ];
    for (const shape of shapes) {
      const line = await two.line('b');
      for (let time = 0; time < STRIKES; time++) line.update(edit(shape));
      expect(await line.closed(), String(shape)).toBe(DOCUMENT_CLOSE.malformed);
      server.advance(10_000);
    }
    hostile.update(edit((doc) => doc.getMap('aside').set('x', true)));
    expect((await hostile.content()).getMap('aside').toJSON()).toEqual({ x: true });
  });

  it('DO8 refuses clocks that could be written and never be read again', async () => {
    const far = Uint8Array.of(1, 1, 77, 0, 1, 1, 1, 0x78, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f, 0);
    const lone = Uint8Array.of(0, 1, 77, 1, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f);
    const itself = Uint8Array.of(1, 1, 77, 0, 0x84, 77, 5, 1, 0x78, 0);
    const empty = Uint8Array.of(1, 1, 77, 0, 4, 1, 1, 0x78, 0, 0);
    for (const update of [far, lone, itself, empty]) {
      const line = await two.line('b');
      for (let time = 0; time < STRIKES; time++) line.update(update);
      expect(await line.closed(), `${update}`).toBe(DOCUMENT_CLOSE.malformed);
      server.advance(10_000);
    }
  });

  it('DO8 closes on a frame of more than 64 KiB', async () => {
    hostile.update(edit(type('x'.repeat(MAX_DOCUMENT_FRAME))));
    expect(await hostile.closed()).toBe(1009);
    expect(words()).toBe('mine');
  });

  it('DO8 holds no more than 1 MiB, half of it from one member, measured without history, and what was there stays', async () => {
    const before = process.memoryUsage().rss;
    const chunk = 'x'.repeat(60_000);
    const writer = new Y.Doc();
    let line = hostile;
    let sent = 0;
    for (; line.open && sent < 40; sent++) {
      const state = Y.encodeStateVector(writer);
      writer.getText('y').insert(0, chunk);
      line.update(Y.encodeStateAsUpdate(writer, state));
      if (sent % 5 === 4) {
        await Promise.race([line.content().catch(() => undefined), line.closed()]);
        server.advance(10_000);
      }
    }
    expect(await line.closed()).toBe(DOCUMENT_CLOSE.full);
    const full = await (await two.line('b')).content();
    expect(full.getText('y').length).toBeGreaterThan(MAX_DOCUMENT / 2 - 2 * chunk.length);
    expect(Y.encodeStateAsUpdate(full).byteLength).toBeLessThanOrEqual(MAX_DOCUMENT / 2);
    // What is deleted makes room: the limit is on what there is, not on what there was.
    line = await two.line('b');
    line.update(
      edit((doc) => doc.getText('y').delete(0, full.getText('y').length), undefined, Y.encodeStateAsUpdate(full)),
    );
    line.update(edit(type(chunk, 'z')));
    expect((await line.content()).getText('z').length).toBe(chunk.length);
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * MB);
  });

  it('DO8 has 500 cards at most, the guide’s own among them', async () => {
    const writer = new Y.Doc();
    const guideCards: string[] = [];
    Y.applyUpdate(writer, Y.encodeStateAsUpdate(a.doc));
    const add = (line: DocumentLine, cards: number) => {
      const state = Y.encodeStateVector(writer);
      const at = cardsOf(writer, guideCards).length;
      for (let card = 0; card < cards; card++) addCard(writer, guideCards, `own-${at + card}`, 'words');
      line.update(Y.encodeStateAsUpdate(writer, state));
    };
    add(hostile, 490);
    expect((await hostile.content()).getMap('places').size).toBe(490);
    add(hostile, 10);
    expect(await hostile.closed()).toBe(DOCUMENT_CLOSE.full);
    expect(a.doc.getMap('places').size).toBe(490);
    // One that waits behind a gap is a card, too.
    const line = await two.line('b');
    const tricky = new Y.Doc();
    tricky.getText('gap').insert(0, 'x');
    const gap = Y.encodeStateVector(tricky);
    for (let card = 0; card < 20; card++) tricky.getMap('places').set(`gap-${card}`, 'a');
    line.update(Y.encodeStateAsUpdate(tricky, gap));
    expect(await line.closed()).toBe(DOCUMENT_CLOSE.full);
    expect(cardsOf(a.doc, []).length).toBeLessThan(MOST_CARDS);
  });

  it('DO8 keeps little that waits for what never comes', async () => {
    const before = process.memoryUsage().rss;
    const writer = new Y.Doc();
    let closed = 0;
    for (let at = 0, line = hostile; at < 60 && closed < 2; at++) {
      writer.getText('lost').insert(0, 'gap');
      const state = Y.encodeStateVector(writer);
      writer.getText('y').insert(0, 'w'.repeat(10_000));
      line.update(Y.encodeStateAsUpdate(writer, state));
      if (at % 10 !== 9) continue;
      await Promise.race([line.content().catch(() => undefined), line.closed()]);
      server.advance(10_000);
      if (line.open) continue;
      closed += 1;
      expect(await line.closed()).toBe(DOCUMENT_CLOSE.full);
      line = await two.line('b');
    }
    expect(closed).toBe(2);
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * MB);
  });

  it('DO16 refuses a flood, and takes again what a person writes', async () => {
    const update = edit(type('flood', 'y'));
    for (let at = 0; at < 6_000; at++) hostile.update(update);
    expect(await hostile.closed()).toBe(DOCUMENT_CLOSE.tooMany);
    const again = await DocumentLine.open(two.couple.b, two.name('deck'));
    expect(await again.closed()).toBe(DOCUMENT_CLOSE.tooMany);
    expect(again.heard).toEqual([]);
    server.advance(10_000);
    const back = await two.device('b');
    back.text('card/z').insert(0, 'as a person does');
    await back.saved();
  });

  it('DO13 thirty lines that say nothing at once leave nothing behind', async () => {
    const lines = await Promise.all(Array.from({ length: 30 }, () => two.line('b')));
    for (const line of lines) line.leave();
    await until(() => expect(hostile.open).toBe(true));
    expect((await hostile.content()).getText('card/x').toString()).toBe('mine');
  });
});

/** An update in which so many client ids write a letter each: by hand, since no client would. */
function oneLetterEach(from: number, ids: number): Uint8Array {
  const encoder = createEncoder();
  writeVarUint(encoder, ids);
  for (let id = from; id < from + ids; id++) {
    for (const number of [1, id, 0, 4, 1]) writeVarUint(encoder, number);
    writeVarString(encoder, 'y');
    writeVarString(encoder, 'x');
  }
  writeVarUint(encoder, 0);
  return toUint8Array(encoder);
}
