import type { DocumentRef } from '@turnward/shared/documents/names.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesBelow } from '../contracts/data-folder.ts';
import { memberIdOf, SPACE, type Who } from '../kit/paired-run-room.ts';
import { Ears, type Transcript } from '../kit/paired-run-tap.ts';
import { until } from '../kit/person.ts';
import { holds, keepingLog, socketsWith } from './documents-canary.ts';
import { atRest, CanaryTalk, PEOPLE, WORDS } from './documents-canary-talk.ts';

const ALL = Object.entries(WORDS).map(([which, { words, readers }]) => ({
  which,
  words,
  readers: new Set<Who>(readers),
}));

/** Row 40, and the canaries of row 19: words that are found again wherever they went. */
describe('canaries in drafts, notes, answers, cards and stories', () => {
  const log = keepingLog();
  let talk: CanaryTalk;
  let heard: Transcript;
  let whileOpen: ReturnType<typeof filesBelow>;
  beforeAll(async () => {
    talk = await CanaryTalk.play(log.log);
    heard = talk.ears.transcript();
    whileOpen = filesBelow(talk.room.dataDir);
  }, 60_000);
  afterAll(() => talk.remove());

  it.each(ALL)('DO14 PR3 $which reaches those it is for, and nobody else', ({ words, readers }) => {
    for (const who of PEOPLE) {
      const reached = socketsWith(heard, who, words);
      if (!readers.has(who)) expect(reached, who).toEqual([]);
      // What one writes in a document is not sent back to the line that wrote it: see below.
      else if (readers.size > 1) expect(reached.length, who).toBeGreaterThan(0);
    }
  });

  it('DO14 comes back to its author’s other devices, so that what is looked for can be found', async () => {
    const { conversationId } = talk;
    const own: [Who, DocumentRef, string][] = [
      ['a', { kind: 'draft', conversationId, seat: 'a' }, WORDS.draftOfA.words],
      ['b', { kind: 'draft', conversationId, seat: 'b' }, WORDS.draftOfB.words],
      ['facilitator', { kind: 'notes', spaceId: SPACE, memberId: memberIdOf('facilitator') }, WORDS.notes.words],
    ];
    for (const [who, ref, words] of own) {
      const ears = new Ears();
      const phone = await talk.member(who).line(ref, 8_000, ears.tap(`${who}: phone`));
      await atRest(phone);
      await phone.leave();
      expect(socketsWith(ears.transcript(), who, words)).toEqual([`${who}: phone`]);
    }
  });

  it('DK2 nobody is sent a mark of the other', () => {
    const marks = [...heard].flatMap(([socket, frames]) =>
      frames
        .filter((frame) => frame.includes('CardMarked'))
        .map((frame) => [socket.split(':')[0], /"CardMarked","seat":"(.)"/.exec(frame)?.[1]]),
    );
    expect(marks.length).toBeGreaterThan(3);
    for (const [reader, author] of marks) expect(reader).toBe(author);
  });

  it('R22 no word is given to the log, at any level, with any error (row 40)', () => {
    const said = log.said();
    for (const { which, words } of ALL) expect(holds(said, words), which).toBe(false);
  });

  it('DO7 KP2 what versions start from goes with its document, so that nobody finds out words by guessing', {
    timeout: 30_000,
  }, async () => {
    const lives = [talk.incarnationOf('deck'), talk.incarnationOf('story')];
    const where = () => filesBelow(talk.room.dataDir).filter(({ bytes }) => lives.some((life) => bytes.includes(life)));
    expect(where()).not.toEqual([]);
    await talk.playTo('end');
    await until(() => expect(where().map(({ path }) => path)).toEqual([]));
  });

  it('KE1 DS6 no word lies readable in any file, while the server runs and after (row 40)', async () => {
    await talk.room.stop();
    for (const files of [whileOpen, filesBelow(talk.room.dataDir)]) {
      expect(files.some(({ bytes }) => bytes.includes(talk.conversationId))).toBe(true);
      for (const { words } of ALL) {
        expect(files.filter(({ bytes }) => holds(bytes, words)).map(({ path }) => path)).toEqual([]);
      }
    }
  });

  const spelt: [form: string, spell: (words: string) => Buffer][] = [
    ['UTF-8', (words) => Buffer.from(words)],
    ['UTF-16', (words) => Buffer.from(words, 'utf16le')],
    ['UTF-16, the other way round', (words) => Buffer.from(words, 'utf16le').swap16()],
    ['base64', (words) => Buffer.from(Buffer.from(words).toString('base64'))],
    ['base64 for addresses', (words) => Buffer.from(Buffer.from(words).toString('base64url'))],
    ['hex', (words) => Buffer.from(Buffer.from(words).toString('hex'))],
    ['JSON', (words) => Buffer.from(JSON.stringify({ words }))],
    ['percent signs', (words) => Buffer.from(encodeURIComponent(words))],
  ];
  it.each(spelt)('KE1 would have found words spelt in %s', (_form, spell) => {
    for (const before of ['', '1', '12']) {
      for (const { words } of ALL) expect(holds(spell(`${before}${words} and more`), words)).toBe(true);
    }
  });
});
