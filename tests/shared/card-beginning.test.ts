import { beginWords, settleBeginnings } from '@turnward/shared/documents/card-beginning.ts';
import { cardText } from '@turnward/shared/documents/deck.ts';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';

const WORDS = 'Tell what you miss.';

/** A device of its own; a lower id stands further ahead where two write in the same place. */
function device(clientID: number, before?: Y.Doc): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = clientID;
  if (before) Y.applyUpdate(doc, Y.encodeStateAsUpdate(before));
  return doc;
}

/** All have what each of them has, and each settles what it sees on the way. */
function meet(...docs: Y.Doc[]): string[] {
  for (const _ of docs) {
    for (const from of docs) for (const to of docs) Y.applyUpdate(to, Y.encodeStateAsUpdate(from));
    docs.forEach(settleBeginnings);
  }
  return docs.map((doc) => words(doc).toString());
}

const words = (doc: Y.Doc): Y.Text => cardText(doc, 'missing');

describe('the guide’s words in a card that is made the couple’s own', () => {
  it('DO5 stand once where two begin at the same moment, and what either wrote stays', () => {
    const [one, other] = [device(1), device(2)];
    for (const doc of [one, other]) beginWords(doc, 'missing', WORDS);
    words(one).insert(0, 'Softly: ');
    words(one).insert(8 + 4, ' me');
    words(other).insert(WORDS.length, ' Tonight.');
    expect(meet(one, other)).toEqual(Array(2).fill('Softly: Tell me what you miss. Tonight.'));
  });

  it('DO5 stand once where three begin, one of them hours ago and offline since', () => {
    const docs = [device(7), device(3), device(5)];
    for (const doc of docs) beginWords(doc, 'missing', WORDS);
    docs.forEach((doc, n) => {
      words(doc).insert(words(doc).length, ` ${n}.`);
    });
    const [said = ''] = new Set(meet(...docs));
    expect(said.split(WORDS).length - 1).toBe(1);
    expect([...said.replace(WORDS, '')].sort()).toEqual([...' 0. 1. 2.'].sort());
    expect(new Set(meet(...docs)).size).toBe(1);
  });

  it('DO5 stay as they are where one of two had taken hers out again, and where they are begun anew later', () => {
    const [one, other] = [device(1), device(2)];
    for (const doc of [one, other]) beginWords(doc, 'missing', WORDS);
    words(one).delete(0, WORDS.length);
    expect(meet(one, other)).toEqual([WORDS, WORDS]);
    words(other).delete(0, WORDS.length);
    meet(one, other);
    beginWords(one, 'missing', WORDS);
    expect(meet(one, other)).toEqual([WORDS, WORDS]);
  });

  it('DO5 are left alone whatever else somebody wrote into the map', () => {
    const doc = device(1);
    beginWords(doc, 'missing', WORDS);
    for (const [key, value] of [
      ['missing/2', 'x'],
      ['missing/1/1', '0/5'],
      ['/', 3],
      ['missing/9', '0/99999999999'],
    ] as const) {
      doc.getMap('begun').set(key, value);
    }
    settleBeginnings(doc);
    expect(words(doc).toString()).toBe(WORDS);
  });

  it('DO5 are settled by one look at a card, however many beginnings somebody made up for it', () => {
    const [one, other] = [device(1), device(2)];
    for (const doc of [one, other]) beginWords(doc, 'missing', WORDS);
    one.transact(() => {
      for (let n = 0; n < 5000; n += 1) {
        one.getMap('begun').set(`missing/${10 + n}`, '0/5');
        one.getMap('begun').set(`made-up-${n}/1`, '0/5');
      }
    });
    const roots = one.share.size;
    let looks = 0;
    const text = words(one);
    const first = text._start;
    Object.defineProperty(text, '_start', {
      configurable: true,
      get: () => {
        looks += 1;
        return first;
      },
    });
    settleBeginnings(one);
    expect(looks).toBe(1);
    expect(one.share.size).toBe(roots);
    Reflect.deleteProperty(text, '_start');
    text._start = first;
    expect(meet(one, other)).toEqual([WORDS, WORDS]);
  });
});
