import { trackEdits } from '@turnward/client/documents/edits.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';

let doc: Y.Doc;
let text: Y.Text;
let edits: ReturnType<typeof trackEdits>;
let sent: number;

/** A document on a socket that has just opened, with a word in it that is durable. */
beforeEach(() => {
  doc = new Y.Doc();
  text = doc.getText('words');
  text.insert(0, 'Word');
  edits = trackEdits();
  edits.gaveAll();
  sent = 1;
  doc.on('update', (_update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
    if (origin === 'others') return;
    edits.edited(transaction);
    sent += 1;
  });
});

const vector = () => Y.decodeStateVector(Y.encodeStateVector(doc));

describe('whether all that was edited here is durable', () => {
  it('DP1 is so where nothing was edited, and where only others edited', () => {
    expect(edits.waiting()).toBe(false);
    const other = new Y.Doc();
    other.getText('words').insert(0, 'Theirs');
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'others');
    expect(edits.waiting()).toBe(false);
  });

  it('DP1 is so once the durable vector covers what was inserted, and not before', () => {
    const before = vector();
    text.insert(4, 's');
    const between = vector();
    text.insert(5, '.');
    for (const early of [before, between]) {
      edits.durable(early, sent, sent);
      expect(edits.waiting()).toBe(true);
    }
    edits.durable(vector(), sent, sent);
    expect(edits.waiting()).toBe(false);
  });

  it('DP1 waits for a deletion, which moves no vector, until all that was sent is behind the server', () => {
    text.delete(0, 2);
    edits.durable(vector(), sent - 1, sent);
    expect(edits.waiting()).toBe(true);
    edits.durable(vector(), sent, sent);
    expect(edits.waiting()).toBe(false);
  });

  it('DP1 does not take a deletion for durable that was sent while writing was closed', () => {
    edits.mayBeRefused();
    text.delete(0, 2);
    edits.durable(vector(), sent, sent);
    expect(edits.waiting()).toBe(true);
    sent += 1;
    edits.gaveAll();
    edits.durable(vector(), sent - 1, sent);
    expect(edits.waiting()).toBe(true);
    edits.durable(vector(), sent, sent);
    expect(edits.waiting()).toBe(false);
  });

  it('DP1 does not take a deletion for durable that was on its way when writing ended or the line went', () => {
    text.delete(0, 2);
    edits.mayBeRefused();
    edits.durable(vector(), sent, sent);
    expect(edits.waiting()).toBe(true);
  });

  it('DP1 takes what was inserted for durable wherever the vector covers it', () => {
    text.insert(0, 'Offline. ');
    edits.mayBeRefused();
    edits.durable(vector(), 0, 0);
    expect(edits.waiting()).toBe(false);
  });
});
