import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { chooseLanguage, LANGUAGE_NAMES, LANGUAGES, useLanguage } from '../../i18n/language.ts';
import { useText } from '../../i18n/text.ts';
import { changeAppearance, TEXT_SIZES, THEMES, useAppearance } from '../../ui/appearance.ts';
import { RadioCards } from '../../ui/radio-cards.tsx';

/** What else is one's own to look after, on pages of their own. */
const OWN = [
  ['/account', 'settings.account'],
  ['/devices', 'settings.devices'],
  ['/my-data', 'settings.mine'],
  ['/who-reads', 'settings.reads'],
] as const;

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
      {OWN.map(([href, id]) => (
        <p key={href}>
          <Link href={href}>{t(id)}</Link>
        </p>
      ))}
    </>
  );
}
