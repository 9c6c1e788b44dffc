import { guideById } from '@turnward/shared/guides/all-guides.ts';
import type { ListedConversation } from '@turnward/shared/space/state.ts';
import { useGuideText, useText } from '../../i18n/text.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Card } from '../../ui/card.tsx';

/** The one talk that is open: opened by either, there for both. */
export function OpenTalk({ talk }: { talk: ListedConversation }) {
  const t = useText();
  const guideText = useGuideText();
  const guide = guideText(talk.guideId, 'title', guideById(talk.guideId)?.title ?? '');
  return (
    <Card labelledBy="open-talk">
      <h2 id="open-talk">{t('space.open.title')}</h2>
      <p>{t('space.open.lead', { guide })}</p>
      <div>
        <ButtonLink kind="primary" href={`/talk/${talk.conversationId}`}>
          {t('space.open.go')}
        </ButtonLink>
      </div>
    </Card>
  );
}
