import '../../i18n/en-who-reads.ts';
import { DEFAULT_RETENTION } from '@turnward/shared/space/retention.ts';
import { useText } from '../../i18n/text.ts';
import { useHost } from '../../space/host.ts';
import { Frame } from '../../ui/frame.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useTitle } from '../../ui/use-title.ts';
import { ReadersTable } from './readers-table.tsx';

const LIMITS = ['reads.limits.device', 'reads.limits.pictures', 'reads.limits.not'] as const;

/** PR9, screen 19. What the other, a facilitator and the host can read, in a table; how long it stays; what no page can do. For everybody. */
export function WhoReadsPage() {
  const t = useText();
  const { contact } = useHost();
  useTitle(t('reads.title'));
  return (
    <Frame>
      <Page title={t('reads.title')} lead={t('reads.lead')}>
        <ReadersTable />
        {contact && <p>{t('reads.host.contact', { contact })}</p>}
        <Section title={t('reads.long')}>
          <p>{t('reads.long.not')}</p>
          <p>{t('reads.long.kept', { days: DEFAULT_RETENTION })}</p>
          <p>{t('reads.long.mine')}</p>
        </Section>
        <Section title={t('reads.limits')}>
          {LIMITS.map((id) => (
            <p key={id}>{t(id)}</p>
          ))}
        </Section>
      </Page>
    </Frame>
  );
}
