import { type StoryText, storyView } from '@turnward/client/features/talk/story-view.ts';
import { describe, expect, it } from 'vitest';
import { versionOf } from '../kit/wordings.ts';

const TEXT = 'This time we stopped.';
const standing = (text: string, more: Partial<StoryText> = {}): StoryText => ({
  text,
  version: versionOf(text),
  max: 40,
  access: 'write',
  saved: 'saved',
  ...more,
});
const view = (approvals: Partial<Record<'a' | 'b', string>>, text = standing(TEXT)) =>
  storyView({ approvals }, 'a', text);

describe('a text that both write', () => {
  it('TU10 is agreed to by whoever approved exactly these words', () => {
    expect(view({})).toEqual({ mine: false, theirs: false, closed: null });
    expect(view({ a: versionOf(TEXT) })).toMatchObject({ mine: true, theirs: false });
    expect(view({ b: versionOf(TEXT) })).toMatchObject({ mine: false, theirs: true });
  });

  it('TU11 nobody agrees to words that were changed since', () => {
    const approvals = { a: versionOf(TEXT), b: versionOf(TEXT) };
    expect(view(approvals, standing(`${TEXT} Almost.`))).toMatchObject({ mine: false, theirs: false });
  });

  it('TU12 blank or too long it can’t be agreed to, and the reason is said', () => {
    expect(view({}, standing(' \n')).closed).toBe('blank');
    expect(view({}, standing('x'.repeat(41))).closed).toBe('long');
    expect(view({}, standing('x'.repeat(40))).closed).toBeNull();
  });

  it('DP1 nobody agrees to words that are not saved yet', () => {
    expect(view({}, standing(TEXT, { saved: 'saving' })).closed).toBe('unsaved');
    expect(view({}, standing(TEXT, { saved: 'not-saved' })).closed).toBe('unsaved');
  });

  it('DP5 where it may only be read, that is the reason', () => {
    expect(view({}, standing(TEXT, { access: 'read' })).closed).toBe('reading');
  });
});
