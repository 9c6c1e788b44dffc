import { addCard, cardsOf } from '@turnward/shared/documents/deck.ts';
import { storyText, storyWords } from '@turnward/shared/documents/story.ts';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';

/** A document in one of its lives, with the same words in it. */
function document(guid: string): Y.Doc {
  const doc = new Y.Doc({ guid });
  addCard(doc, ['hope'], 'own-1', 'Ask about Sunday.');
  storyText(doc, 't9').insert(0, 'Yes.');
  return doc;
}
const versions = (doc: Y.Doc) => [
  ...cardsOf(doc, ['hope']).map(({ version }) => version),
  storyWords(doc, 't9').version,
];

describe('versions of wordings', () => {
  it('DK1 TU10 name the wording, its place and nothing else: every device of a document finds the same ones', () => {
    const here = document('first life');
    const there = new Y.Doc({ guid: 'first life' });
    Y.applyUpdate(there, Y.encodeStateAsUpdate(here));
    expect(versions(there)).toEqual(versions(here));
    expect(new Set(versions(here)).size).toBe(3);
    storyText(there, 't9').insert(4, ' ');
    expect(versions(there).slice(0, 2)).toEqual(versions(here).slice(0, 2));
    expect(versions(there)[2]).not.toBe(versions(here)[2]);
  });

  it('KP2 are others in another life of the document, so that they don’t tell what was said once it is destroyed', () => {
    const [one, other] = [versions(document('first life')), versions(document('second life'))];
    expect(new Set([...one, ...other]).size).toBe(6);
  });
});
