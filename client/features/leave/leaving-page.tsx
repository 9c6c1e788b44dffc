import '../../i18n/en-shelter.ts';
import { useText } from '../../i18n/text.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Frame } from '../../ui/frame.tsx';
import { Actions, Page, Section } from '../../ui/page.tsx';
import { useTitle } from '../../ui/use-title.ts';

/** LQ4. Says what Leave quickly does and, as plainly, what it does not (R5). */
export function LeavingPage() {
  const t = useText();
  useTitle(t('frame.leave'));
  return (
    <Frame>
      <Page title={t('leave.title')} lead={t('leave.lead')}>
        <Section title={t('leave.ways')}>
          <ul>
            <li>{t('leave.ways.button')}</li>
            <li>{t('leave.ways.shift')}</li>
            <li>{t('leave.ways.tab')}</li>
          </ul>
        </Section>
        <Section title={t('leave.does')}>
          <ul>
            <li>{t('leave.does.blank')}</li>
            <li>{t('leave.does.back')}</li>
            <li>{t('leave.does.signOut')}</li>
            <li>{t('leave.does.offline')}</li>
            <li>{t('leave.does.partner')}</li>
          </ul>
        </Section>
        <Section title={t('leave.doesNot')}>
          <ul>
            <li>{t('leave.doesNot.history')}</li>
            <li>{t('leave.doesNot.unsent')}</li>
            <li>{t('leave.doesNot.device')}</li>
          </ul>
        </Section>
        <Section title={t('leave.back')}>
          <p>{t('leave.back.words')}</p>
        </Section>
        <Actions>
          <ButtonLink kind="primary" href="/">
            {t('leave.on')}
          </ButtonLink>
          <ButtonLink href="/help">{t('leave.help')}</ButtonLink>
        </Actions>
      </Page>
    </Frame>
  );
}
