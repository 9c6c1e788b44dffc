import '../../i18n/en-fit.ts';
import { useText } from '../../i18n/text.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Frame } from '../../ui/frame.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useTitle } from '../../ui/use-title.ts';

const REASONS = ['fear', 'violence', 'affair', 'crisis', 'court', 'minor', 'pushed'] as const;

/** R2. Who should not use this now, and what may help instead: signed out too. */
export function NotNowPage() {
  const t = useText();
  useTitle();
  return (
    <Frame>
      <Page title={t('notNow.title')} lead={t('notNow.lead')}>
        <Section title={t('notNow.list')}>
          <ul>
            {REASONS.map((reason) => (
              <li key={reason}>{t(`notNow.${reason}`)}</li>
            ))}
          </ul>
        </Section>
        <Section title={t('notNow.instead')}>
          <p>{t('notNow.instead.words')}</p>
          <p>{t('notNow.free')}</p>
        </Section>
        <div>
          <ButtonLink href="/help" kind="primary">
            {t('notNow.help')}
          </ButtonLink>
        </div>
      </Page>
    </Frame>
  );
}
