import { guideById } from '@turnward/shared/guides/all-guides.ts';
import type { ListedConversation } from '@turnward/shared/space/state.ts';
import { useGuideText, useText } from '../../i18n/text.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Card } from '../../ui/card.tsx';

/** The talk that is open with this couple, whoever opened it. */
export function TalkOn({ talk }: { talk: ListedConversation }) {
  const t = useText();
  const g = useGuideText();
  const guide = g(talk.guideId, 'title', guideById(talk.guideId)?.title ?? '');
  return (
    <Card labelledBy="talk-on">
      <h2 id="talk-on">{t('couple.on')}</h2>
      <p>{t('couple.on.lead', { guide })}</p>
      <div>
        <ButtonLink kind="primary" href={`/lead/${talk.conversationId}`}>
          {t('caseload.join')}
        </ButtonLink>
      </div>
    </Card>
  );
}
