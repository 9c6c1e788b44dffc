import type { Guide } from '@turnward/shared/guides/guide.ts';
import { useGuideText, useText } from '../../i18n/text.ts';
import { useTimes } from '../../i18n/times.ts';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { useFrameActions } from '../../ui/frame-actions.ts';
import { Actions, Page } from '../../ui/page.tsx';

export type OpenWhenReadyProps = { guide: Guide; openedAt: number; spaceId: string; onOpen: () => void };

/** R20. What kind of talk this was, before any word of it is on the page. */
export function OpenWhenReady({ guide, openedAt, spaceId, onOpen }: OpenWhenReadyProps) {
  const t = useText();
  const g = useGuideText();
  const { date } = useTimes();
  const { openHelp } = useFrameActions();
  return (
    <Page
      key="gate"
      title={t('kept.gate.title')}
      lead={t('kept.gate.lead', { guide: g(guide.id, 'title', guide.title), date: date(openedAt) })}
    >
      <p>{t('kept.gate.words')}</p>
      <Actions>
        <Button kind="primary" onClick={onOpen}>
          {t('kept.gate.open')}
        </Button>
        <ButtonLink href={`/kept/${spaceId}`}>{t('kept.gate.notNow')}</ButtonLink>
        <Button kind="quiet" onClick={openHelp}>
          {t('frame.help')}
        </Button>
      </Actions>
    </Page>
  );
}
