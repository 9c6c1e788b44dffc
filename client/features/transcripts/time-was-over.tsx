import { useText } from '../../i18n/text.ts';
import { useTimes } from '../../i18n/times.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Actions, Page } from '../../ui/page.tsx';

/** ER5. A talk whose words were destroyed because its time was over. `at` in ms. */
export function TimeWasOver({ at, spaceId }: { at: number; spaceId: string }) {
  const t = useText();
  const { date } = useTimes();
  return (
    <Page key="over" title={t('stays.over.title')} lead={t('stays.over.lead', { date: date(at) })}>
      <Actions>
        <ButtonLink kind="primary" href={`/kept/${spaceId}`}>
          {t('kept.list')}
        </ButtonLink>
      </Actions>
    </Page>
  );
}
