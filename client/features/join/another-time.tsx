import { useText } from '../../i18n/text.ts';
import { useTimes } from '../../i18n/times.ts';
import { Page } from '../../ui/page.tsx';

/** Consumes nothing and tells nobody. */
export function AnotherTime({ until }: { until: number }) {
  const t = useText();
  const times = useTimes();
  return (
    <Page title={t('join.later.title')} lead={t('join.later.lead', { moment: times.moment(until) })}>
      <p>{t('join.later.close')}</p>
    </Page>
  );
}
