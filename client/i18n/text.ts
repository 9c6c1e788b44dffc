import { i18n } from '@lingui/core';
import { useLingui } from '@lingui/react';
import type { en } from './en.ts';
import type { enAccount } from './en-account.ts';
import type { enFit } from './en-fit.ts';
import type { enGuests } from './en-guests.ts';
import type { enHelpers } from './en-helpers.ts';
import type { enMyData } from './en-my-data.ts';
import type { enParks } from './en-parks.ts';
import type { enShelter } from './en-shelter.ts';
import type { enTakeOut } from './en-take-out.ts';
import type { enWhoReads } from './en-who-reads.ts';
import type { enWords } from './en-words.ts';

/** The id of a sentence: a key of the English catalogues. An id that no catalogue holds does not compile. */
export type TextId =
  | keyof typeof en
  | keyof typeof enAccount
  | keyof typeof enFit
  | keyof typeof enGuests
  | keyof typeof enHelpers
  | keyof typeof enMyData
  | keyof typeof enParks
  | keyof typeof enShelter
  | keyof typeof enTakeOut
  | keyof typeof enWhoReads
  | keyof typeof enWords;
export type Values = Record<string, string | number>;
export type Translate = (id: TextId, values?: Values) => string;

/** The sentences in the language of the page; draws again when the language changes. */
export function useText(): Translate {
  return useLingui()._ as Translate;
}

/**
 * A text of a guide in the language of the page, else its English source. `textId` is what follows `guide.<guideId>.`;
 * the steps of a second round (`~2`) share the texts of the first, and all guides those of the steps put in between.
 */
export function guideText(guideId: string, textId: string, english: string): string {
  const id = textId.startsWith('between.') ? `guide.${textId}` : `guide.${guideId}.${textId.replaceAll('~2', '')}`;
  return i18n.locale !== 'en' && Object.hasOwn(i18n.messages, id) ? i18n._(id) : english;
}

/** `guideText` for a component: draws again when the language changes. */
export function useGuideText(): typeof guideText {
  useLingui();
  return guideText;
}
