import { addCard, cardsOf, MOST_CARDS } from '@turnward/shared/documents/deck.ts';
import { DOCUMENT_CLOSE, MAX_DOCUMENT } from '@turnward/shared/wire/document-line.ts';
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { DocumentCouple } from '../kit/document-couple.ts';
import type { DocumentDevice } from '../kit/document-device.ts';
import { DocumentLine, edit } from '../kit/document-line.ts';
import { until } from '../kit/person.ts';
import { seeded } from '../kit/seeded.ts';
import { startServer, type TestServer } from '../kit/server.ts';

/** In ms, whatever was tried just before. */
const ANSWERS_WITHIN = 250;

/** B takes all room and time there is in a's deck; a can go on. */
describe('a document that is made dear or full', () => {
  let server: TestServer;
  let two: DocumentCouple;
  let a: DocumentDevice;
  let hostile: DocumentLine;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    two = await DocumentCouple.gather(server);
    a = await two.device('a');
    a.text('card/x').insert(0, 'mine');
    await a.saved();
    hostile = await two.line('b');
  });
  afterEach(async () => {
    const asked = performance.now();
    expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
    expect(performance.now() - asked).toBeLessThan(ANSWERS_WITHIN);
    a.text('card/x').insert(0, 'still ');
    await a.saved();
    expect(a.closes).toEqual([]);
    two.leave();
  });
  /** Sends an update and waits until it was dealt with; opens another line where it was closed. */
  const send = async (update: Uint8Array, step: 1 | 2 = 2): Promise<number | undefined> => {
    hostile.sync(step, update);
    await Promise.race([hostile.content().catch(() => undefined), hostile.closed()]);
    server.advance(10_000);
    if (hostile.open) return undefined;
    const code = await hostile.closed();
    hostile = await two.line('b');
    return code;
  };

  it.each([
    ['two ids that lean on nothing', (client: number, clock: number, count: number) => letters(client, clock, count)],
    [
      'one id that leans on its own letters',
      (client: number, clock: number, count: number) =>
        client === 1 ? run(clock, count) : beforeLetters(client, clock, count),
    ],
  ])(
    'DO8 refuses letters that would have to be searched through, from %s, and opens quickly again',
    async (_, make) => {
      const took: number[] = [];
      const timed = async (update: Uint8Array) => {
        const from = performance.now();
        await send(update);
        took.push(performance.now() - from);
      };
      for (let at = 0; at < 5; at++) await timed(make(1, at * 4_000, 4_000));
      for (let at = 0; at < 4; at++) await timed(make(2, at * 1_000, 1_000));
      expect(Math.max(...took)).toBeLessThan(2_000);
      await server.restart();
      const from = performance.now();
      hostile = await two.line('b');
      await hostile.content();
      expect(performance.now() - from).toBeLessThan(3_000);
      a.closes.length = 0;
      await a.synced();
    },
  );

  it('DO8 takes what a person wrote in a day offline, all over a text, in one piece', async () => {
    const random = seeded(3);
    const day = new Y.Doc();
    const text = day.getText('card/day');
    for (let at = 0; at < 1_500; at++) {
      text.insert(random.below(text.length + 1), 'word ');
      if (at % 5 === 0) text.delete(random.below(text.length - 3), 2);
    }
    expect(await send(Y.encodeStateAsUpdate(day), 1)).toBeUndefined();
    await until(() => expect(a.text('card/day').toString()).toBe(text.toString()));
  });

  it('DO8 whoever breaks it into pieces fills half of it; the other writes', async () => {
    const codes: (number | undefined)[] = [];
    const writer = new Y.Doc();
    for (let at = 0; at < 8; at++) {
      const before = Y.encodeStateVector(writer);
      for (let letter = 0; letter < 3_000; letter++) writer.getText('t').insert(0, 'x');
      codes.push(await send(Y.encodeStateAsUpdate(writer, before)));
    }
    expect(codes[0]).toBeUndefined();
    expect(codes.at(-1)).toBe(DOCUMENT_CLOSE.full);
    a.text('t').insert(0, 'room for me');
    await a.saved();
  });

  it('DO8 has a bounded number of texts', async () => {
    const codes: (number | undefined)[] = [];
    for (let at = 0; at < 5; at++) codes.push(await send(letters(1, at * 400, 400, (n) => n.toString(36))));
    expect(codes.slice(0, 2)).toEqual([undefined, undefined]);
    expect(codes.at(-1)).toBe(DOCUMENT_CLOSE.full);
    expect((await hostile.content()).share.size).toBeLessThanOrEqual(1_000);
  });

  it.each([1, 2] as const)(
    'DO8 whoever fills it (sync step %s) fills half of it; the other writes and deletes',
    async (step) => {
      let id = 500;
      let code: number | undefined;
      for (let size = 60_000; size > 100; size = code ? Math.floor(size / 2) : size)
        code = await send(
          edit((doc) => doc.getText('junk').insert(0, 'j'.repeat(size)), id++),
          step,
        );
      const full = Y.encodeStateAsUpdate(await hostile.content()).byteLength;
      expect(full).toBeGreaterThan(MAX_DOCUMENT / 2 - 2_000);
      expect(full).toBeLessThan(MAX_DOCUMENT / 2 + 2_000);
      a.text('card/x').insert(0, 'w'.repeat(50_000));
      await a.saved();
      await until(() => expect(a.text('junk').length).toBeGreaterThan(0));
      a.text('junk').delete(0, a.text('junk').length);
      await a.saved();
      expect((await hostile.content()).getText('junk').length).toBe(0);
    },
  );

  it('DO8 what is full takes a deletion', async () => {
    for (let at = 0; at < 8; at++) {
      a.text('card/x').insert(0, 'w'.repeat(60_000));
      await a.saved();
      server.advance(10_000);
    }
    const held = Y.encodeStateAsUpdate(await hostile.content());
    const own = await two.line('a');
    own.update(edit((doc) => doc.getText('card/x').insert(0, 'w'.repeat(60_000)), a.doc.clientID, held));
    expect(await own.closed()).toBe(DOCUMENT_CLOSE.full);
    const length = a.text('card/x').length;
    a.doc.transact(() => {
      a.text('card/x').delete(0, length);
      a.text('card/x').insert(0, 'short again '.repeat(4_000));
    });
    await a.saved();
    expect((await hostile.content()).getText('card/x').length).toBe(48_000);
  });

  it('DO8 counts the cards that are there, not those that were', async () => {
    const gone = edit((doc) => {
      for (let at = 0; at < 480; at++) {
        doc.getMap('places').set(`k${at}`, 'a0');
        doc.getMap('places').delete(`k${at}`);
      }
    }, 99);
    expect(await send(gone)).toBeUndefined();
    for (let at = 0; at < 40; at++) expect(addCard(a.doc, [], `mine-${at}`, 'words')).toBe(true);
    await a.saved();
    const again = edit(
      (doc) => {
        for (let at = 0; at < 480; at++) doc.getMap('places').set(`k${at}`, 'a0');
      },
      100,
      Y.encodeStateAsUpdate(await hostile.content()),
    );
    expect(await send(again)).toBe(DOCUMENT_CLOSE.full);
    expect(cardsOf(a.doc, []).length).toBeLessThan(MOST_CARDS);
  });

  it('DO16 asking for a large document costs what is answered', async () => {
    for (let at = 0; at < 8; at++) await send(edit((doc) => doc.getText('y').insert(0, 'y'.repeat(60_000)), 500 + at));
    for (let at = 0; at < 40 && hostile.open; at++)
      await Promise.race([hostile.content().catch(() => undefined), hostile.closed()]);
    expect(await hostile.closed()).toBe(DOCUMENT_CLOSE.tooMany);
    expect(hostile.all('step2').length).toBeLessThan(36);
    server.advance(10_000);
  });

  it('DO16 a member has 32 lines at most', async () => {
    const lines = await Promise.all(Array.from({ length: 31 }, () => two.line('b')));
    const more = await DocumentLine.open(two.couple.b, two.name('deck'));
    expect(await more.closed()).toBe(DOCUMENT_CLOSE.tooMany);
    for (const line of lines) line.leave();
    await until(async () => {
      const back = await DocumentLine.enter(two.couple.b, two.name('deck'));
      back.leave();
    });
  });

  it('DO13 lines without a session are refused without an upgrade once they are many', async () => {
    const knocks = Array.from({ length: 200 }, () =>
      DocumentLine.open(two.couple.b, two.name('deck'), { cookie: '' }).then(
        (line) => line.closed(),
        (error: Error) => error.message,
      ),
    );
    const answers = await Promise.all(knocks);
    expect(new Set(answers)).toEqual(new Set([DOCUMENT_CLOSE.signedOut, 'status 401']));
    expect(answers.filter((answer) => answer === DOCUMENT_CLOSE.signedOut).length).toBeLessThanOrEqual(100);
    server.advance(10_000);
  });
});

type Letter = { right?: number; root: string };

/** Letters of one client, each a piece of its own: by hand, since no client would. */
function pieces(client: number, clock: number, all: readonly Letter[]): Uint8Array {
  const encoder = createEncoder();
  for (const number of [1, all.length, client, clock]) writeVarUint(encoder, number);
  for (const { right, root } of all) {
    writeVarUint(encoder, right === undefined ? 4 : 4 | 64);
    if (right === undefined) {
      writeVarUint(encoder, 1);
      writeVarString(encoder, root);
    } else for (const number of [1, right]) writeVarUint(encoder, number);
    writeVarString(encoder, 'x');
  }
  writeVarUint(encoder, 0);
  return toUint8Array(encoder);
}

const letters = (client: number, clock: number, count: number, root: (n: number) => string = () => 't'): Uint8Array =>
  pieces(
    client,
    clock,
    Array.from({ length: count }, (_, at) => ({ root: root(clock + at) })),
  );

/** Text of client 1 that grows at its end. */
function run(clock: number, count: number): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = 1;
  doc.getText('t').insert(0, 'x'.repeat(clock));
  const before = Y.encodeStateVector(doc);
  doc.getText('t').insert(clock, 'x'.repeat(count));
  return Y.encodeStateAsUpdate(doc, before);
}

/** Letters that claim to begin the text and to stand before a letter of client 1 each, ever further on. */
const beforeLetters = (client: number, clock: number, count: number): Uint8Array =>
  pieces(
    client,
    clock,
    Array.from({ length: count }, (_, at) => ({ root: 't', right: clock + at + 1 })),
  );
