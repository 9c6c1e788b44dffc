import * as deck from '@turnward/shared/documents/deck.ts';
import * as version from '@turnward/shared/documents/version.ts';

/** Versions of wordings where there is no document: for deciders, which compare them and know nothing else about them. */
const NO_DOCUMENT = { guid: 'no document' };

export const versionOf = (words: string): string => version.versionOf(NO_DOCUMENT.guid, 'text', words);

export const cardVersion = (cardId: string, words: string | null): string =>
  deck.cardVersion(NO_DOCUMENT, cardId, words);
