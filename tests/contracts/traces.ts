import type { DatabaseSync } from 'node:sqlite';
import { filesBelow } from './data-folder.ts';

/** Which files show the sentence, in any of the spellings that a dump would give it. */
export function traces(folder: string, sentence: string): string[] {
  const utf8 = Buffer.from(sentence);
  const base64 = [0, 1, 2].map((skip) => utf8.subarray(skip, skip + 30).toString('base64'));
  const spellings = [utf8, Buffer.from(sentence, 'utf16le'), utf8.toString('hex'), ...base64];
  return filesBelow(folder)
    .filter(({ bytes }) => spellings.some((each) => bytes.includes(each)))
    .map(({ path }) => path);
}

/** How many of these bytes some file below the folder holds. */
export function held(folder: string, needles: Buffer[]): number {
  const files = filesBelow(folder);
  return needles.filter((each) => files.some(({ bytes }) => bytes.includes(each))).length;
}

/** The column `blob` of a query. */
export const blobs = (database: DatabaseSync, query: string): Buffer[] =>
  database
    .prepare(query)
    .all()
    .flatMap(({ blob }) => (blob ? [Buffer.from(blob as Uint8Array)] : []));

/** Swaps a column of the rows 1 and 2. */
export function swap(database: DatabaseSync, table: string, column: string, id: string): void {
  const value = (key: number) => database.prepare(`SELECT ${column} AS v FROM ${table} WHERE ${id} = ?`).get(key)?.v;
  const [one, two] = [value(1), value(2)];
  const put = database.prepare(`UPDATE ${table} SET ${column} = ? WHERE ${id} = ?`);
  put.run(two as Uint8Array, 1);
  put.run(one as Uint8Array, 2);
}
