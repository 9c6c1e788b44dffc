import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { chooseLanguage, LANGUAGE_NAMES, LANGUAGES, useLanguage } from '../../i18n/language.ts';
import { useText } from '../../i18n/text.ts';
import { changeAppearance, TEXT_SIZES, THEMES, useAppearance } from '../../ui/appearance.ts';
import { RadioCards } from '../../ui/radio-cards.tsx';

/** Text size, theme and language; each holds as soon as it is chosen. Below, what another feature lets one set. */
export function SettingsContent({ children }: { children: ReactNode }) {
  const t = useText();
  const { theme, text } = useAppearance();
  const language = useLanguage();
  return (
    <>
      <RadioCards
        label={t('settings.text')}
        inline
        value={text}
        onValue={(size) => changeAppearance({ text: size })}
        options={TEXT_SIZES.map((size) => ({ value: size, label: t(`settings.text.${size}`) }))}
      />
      <RadioCards
        label={t('settings.theme')}
        inline
        value={theme}
        onValue={(chosen) => changeAppearance({ theme: chosen })}
        options={THEMES.map((each) => ({ value: each, label: t(`settings.theme.${each}`) }))}
      />
      <RadioCards
        label={t('settings.language')}
        inline
        value={language}
        onValue={(chosen) => void chooseLanguage(chosen)}
        options={LANGUAGES.map((each) => ({ value: each, label: <span lang={each}>{LANGUAGE_NAMES[each]}</span> }))}
      />
      <p>{t('settings.where')}</p>
      {children}
      <p>
        <Link href="/account">{t('settings.account')}</Link>
      </p>
    </>
  );
}
