import { describe, expect, it } from 'vitest';
import { until } from '../kit/person.ts';
import { aBoundBox } from './text-binding-kit.ts';

const { page, shown, said, allSay, select, theyInsert, theyDelete, compose, commit } = aBoundBox();
const keys = () => page().keyboard;
/** What others wrote meanwhile comes in once the word is finished. */
const shows = (words: string) => until(async () => expect(await shown()).toBe(words));

describe('a word that is being composed', () => {
  it('DP2 is left alone while others write before and behind it, and neither is lost nor there twice: Japanese', async () => {
    await keys().insertText('今日は。');
    await select(3);
    await compose('に');
    await compose('にほ');
    await theyInsert(0, '「');
    await theyInsert(7, '」');
    expect(await shown()).toBe('今日はにほ|。');
    await compose('にほん');
    await compose('日本');
    expect(await shown()).toBe('今日は日本|。');
    await commit('日本');
    await shows('「今日は日本|。」');
    await allSay('「今日は日本。」');
    await compose('で');
    await commit('です');
    await allSay('「今日は日本です。」');
  });

  it('DP2 comes through where every word is composed, as on phones, letter by letter and from both sides', async () => {
    const words = ['I', 'was', 'afraid', 'to', 'ask'];
    for (const [at, word] of words.entries()) {
      for (let length = 1; length <= word.length; length += 1) {
        await compose(word.slice(0, length));
        await theyInsert(at, String(length));
      }
      await commit(word);
      await commit(' ');
    }
    await until(async () => {
      const { box, mine, theirs } = await said();
      expect([mine, theirs]).toEqual([box, box]);
      expect(box.replace(/\d/g, '')).toBe('I was afraid to ask ');
      expect(box.replace(/\D/g, '')).toHaveLength(words.join('').length);
    });
  });

  it('DP2 reaches the text while it is being composed, so that a closed page loses no word', async () => {
    await compose('unfin');
    await allSay('unfin');
    await page().evaluate(() => window.binding.unbind());
    expect((await said()).theirs).toBe('unfin');
  });

  it('DP2 may be given up, or finished as another word than was shown', async () => {
    await keys().type('So ');
    await compose('helo');
    await theyInsert(0, 'And ');
    await compose('');
    await shows('And So |');
    await allSay('And So ');
    await compose('helo');
    await theyInsert(0, 'x');
    await commit('hello');
    await shows('xAnd So hello|');
    await allSay('xAnd So hello');
  });

  it('DP2 keeps what was finished where others took the words around it away, and those under it', async () => {
    await keys().type('One two three');
    await select(4);
    await compose('and ');
    await theyDelete(0, 17);
    expect(await shown()).toBe('One and |two three');
    await compose('and a');
    await commit('and a half ');
    await shows('a half |');
    await allSay('a half ');
  });

  it('DP2 may replace a selection in which others write meanwhile', async () => {
    await keys().type('One two three');
    await select(4, 7);
    await compose('t');
    await page().evaluate(() => window.binding.apart());
    await compose('tw');
    await theyInsert(5, '!');
    await page().evaluate(() => window.binding.together());
    await commit('twelve');
    await until(async () => {
      const { box, mine, theirs } = await said();
      expect([mine, theirs]).toEqual([box, box]);
      expect(box.replace('!', '')).toBe('One twelve three');
    });
  });

  it('DP2 is finished by going elsewhere in the box or out of it', async () => {
    await compose('word');
    await theyInsert(0, 'A ');
    await page().evaluate(() => window.binding.area.blur());
    await until(() => allSay('A word'));
  });
});

describe('undo', () => {
  it('DP3 takes back what I wrote and leaves what others wrote, and the caret goes where it happens', async () => {
    await keys().type('Mine');
    await theyInsert(0, 'Theirs. ');
    await theyInsert(12, ' And theirs.');
    await keys().press('Control+z');
    await allSay('Theirs.  And theirs.');
    expect(await shown()).toBe('Theirs. | And theirs.');
    await keys().press('Control+z');
    await allSay('Theirs.  And theirs.');
    await keys().press('Control+Shift+z');
    await allSay('Theirs. Mine And theirs.');
    expect(await shown()).toBe('Theirs. Mine| And theirs.');
    await keys().press('Control+z');
    await keys().press('Control+y');
    await allSay('Theirs. Mine And theirs.');
  });

  it('DP3 brings back what I took away, and never what others took away', async () => {
    await theyInsert(0, 'One two three');
    await theyDelete(0, 4);
    await page().evaluate(() => window.binding.area.focus());
    await select(0, 3);
    await keys().press('Delete');
    await allSay(' three');
    await keys().press('Control+z');
    await allSay('two three');
    await keys().press('Control+z');
    await allSay('two three');
  });

  it('DP3 is the same from the menu of the browser and from a button', async () => {
    const menu = (inputType: string) =>
      page().evaluate(
        (type) =>
          window.binding.area.dispatchEvent(new InputEvent('beforeinput', { inputType: type, cancelable: true })),
        inputType,
      );
    await keys().type('Mine');
    await theyInsert(4, ', theirs');
    expect(await menu('historyUndo')).toBe(false);
    await allSay(', theirs');
    expect(await menu('historyRedo')).toBe(false);
    await allSay('Mine, theirs');
    await page().evaluate(() => window.binding.undo());
    await allSay(', theirs');
    await page().evaluate(() => window.binding.redo());
    await allSay('Mine, theirs');
  });

  it('DP3 takes back a beginning that this page put in for me', async () => {
    await theyInsert(0, '.');
    await page().evaluate(() => window.binding.iInsertByProgram(0, 'When I think of it'));
    await keys().press('Control+z');
    await allSay('.');
  });

  it('DP3 leaves AltGr to those who write with it, and knows the key on other alphabets', async () => {
    const press = (
      init: { key: string; code: string } & Partial<Record<'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey', true>>,
    ) =>
      page().evaluate(
        (made) => window.binding.area.dispatchEvent(new KeyboardEvent('keydown', { ...made, cancelable: true })),
        init,
      );
    await keys().type('Mine');
    expect(await press({ key: 'ż', code: 'KeyZ', ctrlKey: true, altKey: true })).toBe(true);
    await allSay('Mine');
    expect(await press({ key: 'я', code: 'KeyZ', ctrlKey: true })).toBe(false);
    await allSay('');
    expect(await press({ key: 'Z', code: 'KeyY', metaKey: true, shiftKey: true })).toBe(false);
    await allSay('Mine');
  });
});
