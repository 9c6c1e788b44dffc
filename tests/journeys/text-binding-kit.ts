import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { launchBrowser, newPage } from '../kit/browser.ts';
import { type ModulePage, servePage } from '../kit/page-of.ts';
import type { BindingPage } from './text-binding-page.ts';

export type BoundBox = {
  page: () => Page;
  /** The text of the box, with `|` where the caret is and `[ ]` around a selection. */
  shown: () => Promise<string>;
  /** What the box, its text, and the text on the other device say. */
  said: () => Promise<ReturnType<BindingPage['said']>>;
  /** All three say the same: the box, its text, and the text on the other device. */
  allSay: (words: string) => Promise<void>;
  select: (start: number, end?: number) => Promise<void>;
  theyInsert: (at: number, words: string) => Promise<void>;
  theyDelete: (at: number, count: number) => Promise<void>;
  /** What an input method shows of a word that is not finished; the caret is at its end. */
  compose: (words: string) => Promise<void>;
  /** Finishes the word; an input method may finish another than it showed. */
  commit: (words: string) => Promise<void>;
};

/** A box in a real browser, bound to a text that another device edits too, with the focus, for each test of a file. */
export function aBoundBox(): BoundBox {
  let served: ModulePage | undefined;
  let browser: Browser | undefined;
  let opened: { page: Page; devtools: CDPSession } | undefined;
  const now = () => {
    if (!opened) throw new Error('The page is not open yet.');
    return opened;
  };

  beforeAll(async () => {
    served = await servePage('tests/journeys/text-binding-page.ts');
    browser = await launchBrowser();
    const page = await newPage(browser);
    await page.goto(served.url);
    await page.waitForFunction(() => 'bindAnew' in window);
    opened = { page, devtools: await page.context().newCDPSession(page) };
  });
  beforeEach(() => now().page.evaluate(() => window.bindAnew()));
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  const said = () => now().page.evaluate(() => window.binding.said());

  return {
    page: () => now().page,
    shown: () => now().page.evaluate(() => window.binding.shown()),
    said,
    async allSay(words) {
      expect(await said()).toEqual({ box: words, mine: words, theirs: words });
    },
    select: (start, end = start) =>
      now().page.evaluate(([from, to]) => window.binding.area.setSelectionRange(from, to), [start, end] as const),
    theyInsert: (at, words) =>
      now().page.evaluate(([place, said]) => window.binding.theyInsert(place, said), [at, words] as const),
    theyDelete: (at, count) =>
      now().page.evaluate(([place, gone]) => window.binding.theyDelete(place, gone), [at, count] as const),
    async compose(text) {
      const { length } = text;
      await now().devtools.send('Input.imeSetComposition', { text, selectionStart: length, selectionEnd: length });
    },
    async commit(text) {
      await now().devtools.send('Input.insertText', { text });
    },
  };
}
