import { i18n } from '@lingui/core';
import { useLingui } from '@lingui/react';
import { compile } from './compile.ts';
import { en } from './en.ts';

export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each language in its own words. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', de: 'Deutsch' };

const KEY = 'language';
const isLanguage = (value: string | null | undefined): value is Language => LANGUAGES.some((known) => known === value);

i18n.setMessagesCompiler(compile as never);
i18n.load('en', en);

/** Shows the page in the language chosen before, else the browser's, else English. Resolves once it can be read. */
export function startLanguage(): Promise<void> {
  return activate(remembered() ?? navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'en');
}

/** Switches the language and remembers it on this device. */
export function chooseLanguage(language: Language): Promise<void> {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Storage is switched off: the choice lasts as long as the page.
  }
  return activate(language);
}

export function useLanguage(): Language {
  return useLingui().i18n.locale as Language;
}

async function activate(language: Language): Promise<void> {
  try {
    if (language === 'de') i18n.load('de', (await import('./de.ts')).catalogue);
    i18n.activate(language);
  } catch {
    i18n.activate('en');
  }
  document.documentElement.lang = i18n.locale;
}

function remembered(): Language | undefined {
  try {
    const value = localStorage.getItem(KEY);
    return isLanguage(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
