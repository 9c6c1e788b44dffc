import { openDrafts } from '@turnward/client/conversation/drafts.ts';
import { flowIn, mirror } from '@turnward/client/features/talk/draft-flow.ts';
import { boxesOf, draftBox } from '@turnward/shared/documents/draft.ts';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';

const never = () => false;
const text = (doc: Y.Doc) => Object.fromEntries(boxesOf(doc));

/** A document of the same draft, with what the first one has. */
const another = (from: Y.Doc): Y.Doc => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(from));
  return doc;
};

describe('words on their way into the private document', () => {
  it('DP4 what was typed before the document was there comes in', () => {
    const drafts = openDrafts();
    const doc = new Y.Doc();
    drafts.set('share', 'text', 'I feel');
    mirror(doc, drafts);
    flowIn(doc, drafts, never);
    expect(text(doc)).toEqual({ 'share/text': 'I feel' });
    expect(drafts.onlyHere()).toEqual([]);
    expect(drafts.get('share', 'text')).toBe('I feel');
  });

  it.each([
    ['I feel', 'I feel alone', 'I feel alone'],
    ['I feel alone', 'feel', 'I feel alone'],
    ['alone', 'I feel alone today', 'I feel alone today'],
    ['One thing.', 'Another.', 'One thing.\nAnother.'],
  ])('DP4 nothing of either is lost where both have words: “%s” and “%s”', (standing, typed, both) => {
    const drafts = openDrafts();
    const doc = new Y.Doc();
    draftBox(doc, 'share', 'text').insert(0, standing);
    drafts.set('share', 'text', typed);
    const stop = mirror(doc, drafts);
    flowIn(doc, drafts, never);
    expect(text(doc)).toEqual({ 'share/text': both });
    expect(drafts.get('share', 'text')).toBe(both);
    stop();
  });

  it('DP4 a document that began anew gets the words of steps that were not answered', () => {
    const drafts = openDrafts();
    const first = new Y.Doc();
    const stop = mirror(first, drafts);
    draftBox(first, 'share', 'text').insert(0, 'I miss you.');
    draftBox(first, 'underneath', 'fear').insert(0, 'Losing you.');
    stop();
    drafts.unkeep();
    drafts.answered('share');
    const second = new Y.Doc();
    mirror(second, drafts);
    flowIn(second, drafts, never);
    expect(text(second)).toEqual({ 'underneath/fear': 'Losing you.' });
  });

  it('DP4 words that stand in the new document already are not doubled', () => {
    const drafts = openDrafts();
    const first = new Y.Doc();
    const stop = mirror(first, drafts);
    draftBox(first, 'underneath', 'fear').insert(0, 'Losing you.');
    stop();
    drafts.unkeep();
    const second = another(first);
    mirror(second, drafts);
    flowIn(second, drafts, never);
    expect(text(second)).toEqual({ 'underneath/fear': 'Losing you.' });
  });

  it('DO12 words that are being given wait, and do not come back as a draft', () => {
    const drafts = openDrafts();
    const doc = new Y.Doc();
    mirror(doc, drafts);
    drafts.set('share', 'text', 'I feel alone.');
    flowIn(doc, drafts, (stepId) => stepId === 'share');
    expect(text(doc)).toEqual({});
    drafts.clear('share');
    flowIn(doc, drafts, never);
    expect(text(doc)).toEqual({});
  });

  it('DO12 what is answered or let go leaves the document too; other steps stay', () => {
    const drafts = openDrafts();
    const doc = new Y.Doc();
    mirror(doc, drafts);
    draftBox(doc, 'share', 'text').insert(0, 'Shared.');
    draftBox(doc, 'share~2', 'text').insert(0, 'Not yet.');
    drafts.answered('share');
    expect(text(doc)).toEqual({ 'share~2/text': 'Not yet.' });
    expect(drafts.unsent().map(({ stepId }) => stepId)).toEqual(['share~2']);
  });
});

describe('the document in the page’s memory', () => {
  it('DO5 shows what my other device writes, and what was written before', () => {
    const drafts = openDrafts();
    const doc = new Y.Doc();
    draftBox(doc, 'share', 'text').insert(0, 'Written');
    mirror(doc, drafts);
    expect(drafts.get('share', 'text')).toBe('Written');
    const laptop = another(doc);
    draftBox(laptop, 'share', 'text').insert(7, ' elsewhere.');
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(laptop));
    expect(drafts.get('share', 'text')).toBe('Written elsewhere.');
  });

  it('DO5 words that went on my other device while this page was away are gone here too', () => {
    const drafts = openDrafts();
    const doc = new Y.Doc();
    const stop = mirror(doc, drafts);
    draftBox(doc, 'share', 'text').insert(0, 'Written.');
    stop();
    mirror(new Y.Doc(), drafts);
    expect(drafts.unsent()).toEqual([]);
  });

  it('PR5 only what is typed here counts as writing', () => {
    const drafts = openDrafts();
    const doc = new Y.Doc();
    let typed = 0;
    drafts.onTyped(() => {
      typed += 1;
    });
    mirror(doc, drafts);
    const laptop = another(doc);
    draftBox(laptop, 'share', 'text').insert(0, 'From afar.');
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(laptop));
    drafts.answered('share');
    expect(typed).toBe(0);
    draftBox(doc, 'share', 'text').insert(0, 'x');
    expect(typed).toBe(1);
  });

  it('CL5 words that this page alone has outlive an answer from my other device', () => {
    const drafts = openDrafts();
    drafts.set('share', 'text', 'Too late.');
    drafts.answered('share');
    expect(drafts.get('share', 'text')).toBe('Too late.');
  });
});
