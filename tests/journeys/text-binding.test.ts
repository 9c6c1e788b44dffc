import { describe, expect, it } from 'vitest';
import { until } from '../kit/person.ts';
import { aBoundBox } from './text-binding-kit.ts';

const { page, shown, said, allSay, select, theyInsert, theyDelete } = aBoundBox();
const keys = () => page().keyboard;

describe('what is written in a bound box', () => {
  it('DP2 is in the text, however it was written: keys, lines, emoji, deleting words, cutting and pasting', async () => {
    await keys().type('Hello there\nyou');
    await allSay('Hello there\nyou');
    await keys().press('Control+Backspace');
    await keys().insertText('😀 🧑‍🤝‍🧑');
    await allSay('Hello there\n😀 🧑‍🤝‍🧑');
    await select(0, 6);
    await keys().press('Control+x');
    await allSay('there\n😀 🧑‍🤝‍🧑');
    await keys().press('Control+End');
    await keys().press('Control+v');
    await allSay('there\n😀 🧑‍🤝‍🧑Hello ');
    await keys().press('Control+a');
    await keys().press('Delete');
    await allSay('');
  });

  it('DP2 follows a correction of the keyboard and words dragged elsewhere', async () => {
    await keys().type('I feel teh same way');
    await page().evaluate(() => {
      const { area } = window.binding;
      area.setRangeText('the', 7, 10, 'preserve');
      area.dispatchEvent(new InputEvent('input', { inputType: 'insertReplacementText', data: 'the', bubbles: true }));
    });
    await allSay('I feel the same way');
    expect(await shown()).toBe('I feel the same way|');
    await page().evaluate(() => {
      const { area } = window.binding;
      for (const [words, start, end, inputType] of [
        ['', 10, 15, 'deleteByDrag'],
        [' same', 1, 1, 'insertFromDrop'],
      ] as const) {
        area.setRangeText(words, start, end, 'select');
        area.dispatchEvent(new InputEvent('input', { inputType, bubbles: true }));
      }
    });
    await allSay('I same feel the way');
  });

  it('DP2 changes only what was changed: a letter among equal ones, and a whole emoji of a like pair', async () => {
    await keys().type('aaaa');
    await select(2);
    await theyInsert(3, 'b');
    await keys().press('Backspace');
    await allSay('aaba');
    await keys().type('c');
    await allSay('acaba');

    await select(0, 5);
    await keys().insertText('😀😀');
    await page().evaluate(() => window.binding.apart());
    await select(0, 2);
    await keys().insertText('😁');
    await theyInsert(2, 'x');
    await page().evaluate(() => window.binding.together());
    const { box } = await said();
    await allSay(box);
    expect(box.replace('x', '')).toBe('😁😀');
  });

  it('AN2 DP2 keeps its own words where something is too long for it, and says by how much; what others write comes in', async () => {
    const refused = () => page().evaluate(() => window.binding.refused());
    await page().evaluate(() => window.binding.limit(10));
    await keys().type('12345678');
    await select(2, 4);
    await keys().insertText('abcdef');
    await allSay('12345678');
    expect([await refused(), await shown()]).toEqual([2, '12[34]5678']);
    await keys().insertText('abcd');
    await allSay('12abcd5678');
    expect(await refused()).toBe(0);
    await select(0, 10);
    await keys().press('Control+x');
    await keys().press('Control+v');
    await allSay('12abcd5678');
    await keys().press('Control+v');
    await allSay('12abcd5678');
    expect([await refused(), await shown()]).toEqual([10, '12abcd5678|']);
    await theyInsert(0, 'longer than ten ');
    await keys().type('b');
    await allSay('longer than ten 12abcd5678');
    await keys().press('Backspace');
    await allSay('longer than ten 12abcd567');
    await keys().press('Control+z');
    await keys().press('Control+z');
    const { box } = await said();
    await allSay(box);
  });

  it('DP2 says the same once I write, whatever somebody put into the text: foreign line ends, things that are no letters', async () => {
    await theyInsert(0, 'One\r\ntwo\r');
    await page().evaluate(() => window.binding.theyPut(2));
    await keys().press('Control+End');
    await keys().type('three');
    await allSay('One\ntwo\nthree');
    await theyInsert(0, 'And: ');
    await keys().type('!');
    const { box } = await said();
    await allSay(box);
    expect(box.replace('!', '')).toBe('And: One\ntwo\nthree');
  });

  it('DP2 stays in the text and leaves the box alone once it is unbound', async () => {
    await keys().type('Before.');
    await page().evaluate(() => window.binding.unbind());
    await keys().type(' After.');
    await theyInsert(0, 'Theirs. ');
    expect(await said()).toEqual({ box: 'Before. After.', mine: 'Theirs. Before.', theirs: 'Theirs. Before.' });
  });

  it('DP5 is put back where the text may only be read, and others still come in', async () => {
    await keys().type('As it was.');
    await page().evaluate(() => {
      const { area } = window.binding;
      area.readOnly = true;
      area.value = 'Written all the same.';
      area.dispatchEvent(new InputEvent('input', { bubbles: true }));
      window.binding.undo();
    });
    await keys().press('Control+z');
    await allSay('As it was.');
    await theyInsert(10, ' More.');
    await allSay('As it was. More.');
  });
});

describe('the caret while others write', () => {
  type Edit = [name: string, mine: [number, number], theirs: () => Promise<void>, shown: string];
  const edits: Edit[] = [
    ['before it', [6, 6], () => theyInsert(0, 'Oh, '), 'Oh, Hello |there'],
    ['behind it', [6, 6], () => theyInsert(11, ' you'), 'Hello |there you'],
    ['right at it', [6, 6], () => theyInsert(6, 'over '), 'Hello |over there'],
    ['at the very beginning, where it is', [0, 0], () => theyInsert(0, 'Oh, '), '|Oh, Hello there'],
    ['at the very end, where it is', [11, 11], () => theyInsert(11, ' you'), 'Hello there| you'],
    ['into the selection', [0, 11], () => theyInsert(5, ' over'), '[Hello over there]'],
    ['right before the selection', [6, 11], () => theyInsert(6, 'over '), 'Hello over [there]'],
    ['right behind the selection', [0, 5], () => theyInsert(5, ' you'), '[Hello] you there'],
    ['something away before it', [6, 6], () => theyDelete(0, 3), 'lo |there'],
    ['something away around it', [6, 6], () => theyDelete(3, 5), 'Hel|ere'],
    ['the beginning of the selection away', [2, 8], () => theyDelete(0, 4), '[o th]ere'],
    ['the whole selection away', [6, 8], () => theyDelete(4, 6), 'Hell|e'],
    ['everything away', [2, 8], () => theyDelete(0, 11), '|'],
  ];
  it.each(edits)('DP2 is kept where others write or take %s', async (_name, [start, end], theirs, expected) => {
    await keys().type('Hello there');
    await select(start, end);
    await theirs();
    expect(await shown()).toBe(expected);
    await keys().press('ArrowRight');
    await keys().type('!');
    const { box, mine, theirs: other } = await said();
    expect([mine, other]).toEqual([box, box]);
  });

  it('DP2 keeps which end of a selection moves, and how far the box is scrolled', async () => {
    await keys().insertText(Array.from({ length: 60 }, (_, line) => `Line ${line}`).join('\n'));
    await keys().press('Control+Home');
    for (let line = 0; line < 20; line += 1) await keys().press('ArrowDown');
    const scrolled = () => page().evaluate(() => window.binding.area.scrollTop);
    const before = await scrolled();
    expect(before).toBeGreaterThan(0);
    await keys().press('Shift+ArrowUp');
    await theyInsert(0, 'X');
    expect(await page().evaluate(() => window.binding.area.selectionDirection)).toBe('backward');
    expect(await scrolled()).toBe(before);
  });

  it('DP2 is not brought back where the person has gone on to something else', async () => {
    await keys().type('Hello');
    const focused = await page().evaluate(() => {
      const button = document.body.appendChild(document.createElement('button'));
      button.focus();
      window.binding.theyInsert(0, 'Oh, ');
      return document.activeElement === button;
    });
    expect(focused).toBe(true);
    await allSay('Oh, Hello');
  });

  it('DO4 is seen by others where it is, behind the same letter whatever is written, and not once it has left', async () => {
    const seen = () => page().evaluate(() => window.binding.seenCaret());
    await keys().type('Hello there');
    await until(async () => expect(await seen()).toBe('Hello there|'));
    await select(6, 11);
    await until(async () => expect(await seen()).toBe('Hello [there]'));
    await theyInsert(0, 'Oh, ');
    expect(await seen()).toBe('Oh, Hello [there]');
    await select(10);
    await until(async () => expect(await seen()).toBe('Oh, Hello |there'));
    const before = await page().evaluate(() => window.binding.caretsSaid());
    await theyInsert(0, 'And so: ');
    expect(await page().evaluate(() => window.binding.caretsSaid())).toBe(before);
    await page().evaluate(() => window.binding.area.blur());
    await until(async () => expect(await seen()).toBe(null));
  });
});
