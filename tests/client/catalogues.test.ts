import { I18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { compile, type Token } from '@turnward/client/i18n/compile.ts';
import { catalogue as de } from '@turnward/client/i18n/de.ts';
import { en as everybodys } from '@turnward/client/i18n/en.ts';
import { enAccount } from '@turnward/client/i18n/en-account.ts';
import { enFit } from '@turnward/client/i18n/en-fit.ts';
import { enGuests } from '@turnward/client/i18n/en-guests.ts';
import { enHelpers } from '@turnward/client/i18n/en-helpers.ts';
import { enMyData } from '@turnward/client/i18n/en-my-data.ts';
import { enParks } from '@turnward/client/i18n/en-parks.ts';
import { enShelter } from '@turnward/client/i18n/en-shelter.ts';
import { enTakeOut } from '@turnward/client/i18n/en-take-out.ts';
import { enWhoReads } from '@turnward/client/i18n/en-who-reads.ts';
import { enWords } from '@turnward/client/i18n/en-words.ts';
import { describe, expect, it } from 'vitest';

const en: Record<string, string> = {
  ...everybodys,
  ...enAccount,
  ...enFit,
  ...enGuests,
  ...enHelpers,
  ...enMyData,
  ...enParks,
  ...enShelter,
  ...enTakeOut,
  ...enWhoReads,
  ...enWords,
};
const catalogues: Record<string, Record<string, string>> = { en, de };

/** The names of the places that a message leaves for names and numbers, each once. */
function placeholders(message: string): string[] {
  const namesIn = (tokens: Token[]): string[] =>
    tokens.flatMap((token) =>
      typeof token === 'string' ? [] : [token[0], ...Object.values(token[2] ?? {}).flatMap((part) => namesIn(part))],
    );
  return [...new Set(namesIn(compile(message)))].toSorted();
}

const formatted = (message: string, compiler: typeof compileMessage, count: number): string => {
  const i18n = new I18n({ locale: 'en', messages: { en: { message } } }).setMessagesCompiler(compiler);
  return i18n._('message', { name: 'Ada', count, minutes: count });
};

describe.each(Object.entries(catalogues))('the sentences in %s', (_language, messages) => {
  it('LA1 read the same as with Lingui’s own compiler', () => {
    for (const message of Object.values(messages)) {
      for (const count of [0, 1, 7]) {
        expect(formatted(message, compile as typeof compileMessage, count)).toBe(
          formatted(message, compileMessage, count),
        );
      }
    }
  });

  it('LA2 hold no straight apostrophe, no straight quotation mark and no double space', () => {
    expect(Object.entries(messages).filter(([, message]) => /['"]| {2}/.test(message))).toEqual([]);
  });

  it('LA3 have their full stops and their buttons’ plain ends: no exclamation marks', () => {
    expect(Object.entries(messages).filter(([, message]) => message.includes('!'))).toEqual([]);
  });
});

describe('the German sentences', () => {
  it('LA4 have the same ids and the same places for names and numbers as the English ones', () => {
    for (const [id, message] of Object.entries(en)) {
      expect([id, placeholders(de[id] ?? '')]).toEqual([id, placeholders(message)]);
    }
  });
});

describe('compiling', () => {
  it.each([
    ['plain', {}, 'plain'],
    ['{name} waits', { name: 'Ada' }, 'Ada waits'],
    ['{n, plural, =0 {none} one {# left} other {# left of {all}}}', { n: 5, all: 9 }, '5 left of 9'],
    ['{n, plural, =0 {none} one {# left} other {# left}}.', { n: 0 }, 'none.'],
    ['{who, select, me {mine} other {of {name}}}', { who: 'you', name: 'Ben' }, 'of Ben'],
  ])('LA1 %s', (message, values, expected) => {
    const i18n = new I18n({ locale: 'en', messages: { en: { message } } }).setMessagesCompiler(compile as never);
    expect(i18n._('message', values)).toBe(expected);
  });

  it('LA1 a message with a missing brace is a defect, not a guess', () => {
    expect(() => compile('{n, plural, one {# left')).toThrow('brace');
  });
});
