import * as Y from 'yjs';

/** Letters that one client put into a text at once: `length` of them from `clock` on. */
type Beginning = { client: number; clock: number; length: number };

/** Map `begun`: which letters of a text were there to begin with, by its key and client: `<clock>/<length>`. */
const begun = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('begun');

/**
 * Puts words that nobody typed into the text `<prefix><key>`, for people to go on from. Whose letters they are is noted,
 * since two who begin at once, or one of them offline, put them there twice.
 */
export function beginText(doc: Y.Doc, prefix: string, key: string, words: string): void {
  const { clientID } = doc;
  const clock = Y.getState(doc.store, clientID);
  doc.getText(prefix + key).insert(0, words);
  begun(doc).set(`${key}/${clientID}`, `${clock}/${words.length}`);
}

/** Whether somebody began this text that way, whatever has become of the words. */
export const isBegun = (doc: Y.Doc, key: string): boolean =>
  [...begun(doc).keys()].some((name) => name.slice(0, name.lastIndexOf('/')) === key);

/** So many beginnings of one text are looked at, those of the lowest client ids: more than two people with their devices make. */
const MOST_BEGINNINGS = 8;

/**
 * Where the words that a text began with stand in it more than once, leaves them once: those of the lowest client id, so that
 * whoever settles leaves the same ones. What anybody wrote beside them stays. To be called after the document changed.
 */
export function settleTexts(doc: Y.Doc, prefix: string): void {
  const twice = [...beginnings(doc, prefix)].flatMap(([key, all]) => {
    if (all.length < 2) return [];
    const text = doc.getText(prefix + key);
    const looked = all.sort((one, other) => one.client - other.client).slice(0, MOST_BEGINNINGS);
    const standing = lettersOf(text, looked);
    const [first] = looked.filter(({ client }) => standing.some((run) => run.client === client));
    const runs = standing.filter(({ client }) => client !== first?.client);
    return runs.length > 0 ? [{ text, runs }] : [];
  });
  if (twice.length === 0) return;
  doc.transact(() => {
    for (const { text, runs } of twice) {
      for (const { index, length } of runs.reverse()) text.delete(index, length);
    }
  }, 'settled');
}

/** Total: whatever somebody wrote into the map, what names no letters of a text is left out. */
function beginnings(doc: Y.Doc, prefix: string): Map<string, Beginning[]> {
  const all = new Map<string, Beginning[]>();
  for (const [name, value] of begun(doc).entries()) {
    const [, key = '', client] = /^(.+)\/(\d+)$/.exec(name) ?? [];
    const [, clock, length] = /^(\d+)\/(\d+)$/.exec(String(value)) ?? [];
    // A text that is not there would be made by asking for it.
    if (clock === undefined || !doc.share.has(prefix + key)) continue;
    const beginning = { client: Number(client), clock: Number(clock), length: Number(length) };
    const others = all.get(key);
    if (others) others.push(beginning);
    else all.set(key, [beginning]);
  }
  return all;
}

/** Where letters of beginnings still stand: whose, from which index, how many. */
function lettersOf(text: Y.Text, all: readonly Beginning[]): { client: number; index: number; length: number }[] {
  const byClient = new Map(all.map((each) => [each.client, each]));
  const runs: { client: number; index: number; length: number }[] = [];
  let index = 0;
  for (let item = text._start; item; item = item.right) {
    if (item.deleted || !item.countable) continue;
    const { client, clock } = item.id;
    const begun = byClient.get(client);
    const from = Math.max(begun?.clock ?? 0, clock);
    const to = Math.min(begun ? begun.clock + begun.length : 0, clock + item.length);
    if (from < to) runs.push({ client, index: index + from - clock, length: to - from });
    index += item.length;
  }
  return runs;
}
