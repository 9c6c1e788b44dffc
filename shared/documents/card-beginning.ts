import * as Y from 'yjs';
import { cardText } from './deck.ts';

/** Letters that one client put into a text at once: `length` of them from `clock` on. */
type Beginning = { client: number; clock: number; length: number };

/** Map `begun`: which letters of a card are the guide's, by card id and client: `<clock>/<length>`. */
const begun = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('begun');

/**
 * Puts the guide's words into a card of the guide, which its first change makes the couple's own. Whose letters they are is
 * noted, since two who begin at once, or one of them offline, put them there twice.
 */
export function beginWords(doc: Y.Doc, cardId: string, words: string): void {
  const { clientID } = doc;
  const clock = Y.getState(doc.store, clientID);
  cardText(doc, cardId).insert(0, words);
  begun(doc).set(`${cardId}/${clientID}`, `${clock}/${words.length}`);
}

/**
 * DO5. Where the words of the guide stand in a card more than once, leaves them once: those of the lowest client id, so that
 * whoever settles leaves the same ones. What anybody wrote beside them stays.
 */
export function settleBeginnings(doc: Y.Doc): void {
  const twice = [...beginnings(doc)].flatMap(([cardId, all]) => {
    const text = cardText(doc, cardId);
    const standing = all.filter((each) => lettersOf(text, each).length > 0);
    const others = standing.sort((one, other) => one.client - other.client).slice(1);
    return others.map((each) => ({ text, each }));
  });
  if (twice.length === 0) return;
  doc.transact(() => {
    for (const { text, each } of twice) {
      for (const [index, length] of lettersOf(text, each).reverse()) text.delete(index, length);
    }
  }, 'settled');
}

/** Total: whatever somebody wrote into the map, what names no letters is left out. */
function beginnings(doc: Y.Doc): Map<string, Beginning[]> {
  const all = new Map<string, Beginning[]>();
  for (const [key, value] of begun(doc).entries()) {
    const [, cardId, client] = /^(.+)\/(\d+)$/.exec(key) ?? [];
    const [, clock, length] = /^(\d+)\/(\d+)$/.exec(String(value)) ?? [];
    if (cardId === undefined || clock === undefined) continue;
    const beginning = { client: Number(client), clock: Number(clock), length: Number(length) };
    all.set(cardId, [...(all.get(cardId) ?? []), beginning]);
  }
  return all;
}

/** Where letters of a beginning still stand: from which index, how many. */
function lettersOf(text: Y.Text, { client, clock, length }: Beginning): [index: number, length: number][] {
  const runs: [number, number][] = [];
  let index = 0;
  for (let item = text._start; item; item = item.right) {
    if (item.deleted || !item.countable) continue;
    const from = Math.max(clock, item.id.clock);
    const to = Math.min(clock + length, item.id.clock + item.length);
    if (item.id.client === client && from < to) runs.push([index + from - item.id.clock, to - from]);
    index += item.length;
  }
  return runs;
}
