import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { wordsOn } from './journey-cards.ts';

/** These cards, in this order, on each of these pages. */
export async function sameDeck(pages: readonly Page[], words: readonly string[]): Promise<void> {
  for (const page of pages) await expect.poll(() => wordsOn(page), { timeout: 15_000 }).toEqual(words);
}
