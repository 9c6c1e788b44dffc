import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { makePrivate } from '../../keys/make-private.ts';
import type { KeyTables } from './schema.ts';

type Row = KeyTables['shred_log'];

/** The tag is in the middle, so that a line cut short never reads like one without. Older lines have none. */
const LINE = /^(\d+) (body|stream_key) (\d+)(?::([\w-]+))? (\d+)$/;

/**
 * ES5. What `shred_log` says, in a file of its own beside the databases: when older copies of both are put back, it still knows what
 * was destroyed since. A line for each row: its id, what it was, which (its id and tag), and when. Numbers and random
 * letters only.
 */
export class DestroyedLog {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
    closeSync(openSync(path, 'a', 0o600));
    makePrivate(path);
  }

  /** The rows after this id; a last line that was cut by a crash is passed over. */
  after(id: number): Row[] {
    const rows: Row[] = [];
    for (const line of readFileSync(this.#path, 'utf8').split('\n')) {
      const [, row, kind, object, tag = null, at] = LINE.exec(line) ?? [];
      if (!kind) continue;
      rows.push({ id: Number(row), kind: kind as Row['kind'], object_id: Number(object), at: Number(at), tag });
    }
    return rows.filter((row) => row.id > id);
  }

  /** Durable when it returns. */
  add(rows: readonly Row[]): void {
    if (rows.length === 0) return;
    const file = openSync(this.#path, 'a');
    try {
      // A line that was cut before must not swallow the next.
      writeSync(file, `${rows.map(asLine).join('')}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }
}

const asLine = ({ id, kind, object_id, at, tag }: Row): string =>
  `\n${id} ${kind} ${object_id}${tag === null ? '' : `:${tag}`} ${at}`;
