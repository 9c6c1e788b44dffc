import { openDrafts } from '@turnward/client/conversation/drafts.ts';
import { flowIn, mirror, onceMayFlow } from '@turnward/client/features/talk/draft-flow.ts';
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
    drafts.answered('share', { text: 'I miss you.' });
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
    drafts.answered('share', { text: 'Shared.' });
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
});

describe('words for a step that was answered on my other device', () => {
  const late = (words: string) => [{ stepId: 'share', fieldId: 'text', text: words, late: true }];

  it('CL5 stay in this page where it alone has them, and go into no box again', () => {
    const drafts = openDrafts();
    drafts.set('share', 'text', 'Too late.');
    drafts.answered('share', { text: 'Other words.' });
    expect(drafts.unsent()).toEqual(late('Too late.'));
    expect(drafts.get('share', 'text')).toBe('');
    expect(drafts.onlyHere()).toEqual([]);
    drafts.letGo(drafts.unsent());
    expect(drafts.unsent()).toEqual([]);
  });

  it('CL5 DP4 stay where they were typed offline into the document, before or after it is known that it is gone', () => {
    for (const goneFirst of [true, false]) {
      const drafts = openDrafts();
      const doc = new Y.Doc();
      const stop = mirror(doc, drafts);
      draftBox(doc, 'share', 'text').insert(0, 'I feel alone.');
      draftBox(doc, 'share', 'text').insert(13, ' And an hour of words.');
      const gone = () => {
        stop();
        drafts.unkeep();
      };
      if (goneFirst) gone();
      drafts.answered('share', { text: 'I feel alone.' });
      if (!goneFirst) gone();
      const next = new Y.Doc();
      mirror(next, drafts);
      flowIn(next, drafts, never);
      expect(drafts.unsent()).toEqual(late('I feel alone. And an hour of words.'));
      expect(text(next)).toEqual({});
    }
  });

  it('CL5 are gone where they were said, all of them or the beginning that had come here', () => {
    for (const here of ['I feel alone.', 'I feel alo', ' I feel alone. ']) {
      const drafts = openDrafts();
      mirror(new Y.Doc(), drafts);
      drafts.set('share', 'text', here);
      drafts.answered('share', { text: 'I feel alone.' });
      expect(drafts.unsent()).toEqual([]);
    }
  });

  it('DO12 are gone where they only came from my other device', () => {
    const drafts = openDrafts();
    const doc = new Y.Doc();
    draftBox(doc, 'share', 'text').insert(0, 'Once written on my phone, then changed.');
    mirror(doc, drafts);
    drafts.answered('share', { text: 'Shared from my phone.' });
    expect(drafts.unsent()).toEqual([]);
  });

  it('DO12 wait with the document that began anew until it is known here what was answered', async () => {
    const drafts = openDrafts();
    const doc = new Y.Doc();
    draftBox(doc, 'share', 'text').insert(0, 'Shared from my phone.');
    const stop = mirror(doc, drafts);
    stop();
    drafts.unkeep();
    const next = new Y.Doc();
    const { promise, resolve } = Promise.withResolvers<void>();
    const flow = () => {
      mirror(next, drafts);
      flowIn(next, drafts, never);
    };
    onceMayFlow(drafts, () => promise, flow);
    expect(text(next)).toEqual({});
    expect(drafts.get('share', 'text')).toBe('Shared from my phone.');
    drafts.answered('share', { text: 'Shared from my phone.' });
    resolve();
    await promise;
    expect(text(next)).toEqual({});
    expect(drafts.unsent()).toEqual([]);
  });

  it('DP4 nobody waits where this page has no words', () => {
    let flowed = 0;
    onceMayFlow(
      openDrafts(),
      () => new Promise(() => undefined),
      () => {
        flowed += 1;
      },
    );
    expect(flowed).toBe(1);
  });
});
