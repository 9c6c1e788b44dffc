import { openDrafts } from '@turnward/client/conversation/drafts.ts';
import { answerOf, choicesNow, leadingChoice, missingIn } from '@turnward/client/features/talk/answer-draft.ts';
import { insert } from '@turnward/client/features/talk/starters.ts';
import { initialState } from '@turnward/shared/conversation/state.ts';
import { stepById } from '@turnward/shared/guides/all-guides.ts';
import { fivePartCheckIn } from '@turnward/shared/guides/five-part-check-in.ts';
import type { Guide, Step } from '@turnward/shared/guides/guide.ts';
import { heard } from '@turnward/shared/guides/heard.ts';
import { describe, expect, it } from 'vitest';

const step = (id: string, guide: Guide = heard): Step => stepById(guide, id) as Step;

describe('an answer in the making', () => {
  it('AN1 says which box, how many, or which number is missing', () => {
    const draft = openDrafts();
    const missing = (of: Step, choice?: string) => missingIn(of, answerOf(of, draft, choice), initialState);
    expect(missing(step('share'))).toEqual({ what: 'text', fieldId: 'text' });
    draft.set('share', 'text', 'x'.repeat(601));
    expect(missing(step('share'))).toEqual({ what: 'long', fieldId: 'text' });
    draft.set('share', 'text', 'Short.');
    expect(missing(step('share'))).toBeNull();
    expect(missing(step('rate'))).toEqual({ what: 'scale', scaleId: 'stirred' });
    draft.rate('rate', 'stirred', 0);
    expect(missing(step('rate'))).toBeNull();
    expect(missing(step('share', fivePartCheckIn))).toMatchObject({ what: 'some', atLeast: 4 });
  });

  it('CL3 keeps boxes of different steps apart, and forgets a step when it is done', () => {
    const draft = openDrafts();
    draft.set('share', 'text', 'One.');
    draft.set('plan', 'text', ' ');
    expect(draft.unsent()).toEqual([{ stepId: 'share', fieldId: 'text', text: 'One.' }]);
    draft.clear('share');
    expect(draft.unsent()).toEqual([]);
  });

  it('HE4 offers a smaller piece from the third time on', () => {
    const at = (visits: number) => choicesNow(step('hear.add'), { ...initialState, visits: { 'hear.add': visits } });
    expect(at(2).map(({ id }) => id)).toEqual(['this-piece']);
    expect(at(3).map(({ id }) => id)).toEqual(['this-piece', 'smaller']);
  });

  it('CL7 makes no answer to a question easier than another', () => {
    expect(leadingChoice(step('hear.check'))).toBeUndefined();
    expect(leadingChoice(step('ready'))).toBeUndefined();
    expect(leadingChoice(step('hear.add'))).toBe('this-piece');
  });

  it.each([
    ['', 'I feel…', 0, 'I feel |'],
    ['I feel ', 'alone', 7, 'I feel alone|'],
    ['I feel', 'alone', 6, 'I feel alone|'],
    ['I am. Yes', 'sad', 4, 'I am sad|. Yes'],
    ['I  here', 'am', 2, 'I am| here'],
  ])('CL3 puts a piece where the cursor is: %j + %j', (text, piece, at, expected) => {
    const placed = insert(text, piece, at, at);
    expect(`${placed.text.slice(0, placed.caret)}|${placed.text.slice(placed.caret)}`).toBe(expected);
  });
});
