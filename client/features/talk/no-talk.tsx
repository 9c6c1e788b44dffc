import type { NoConversation } from '../../conversation/replica.ts';
import { useText } from '../../i18n/text.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Actions, Page } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';

/** A talk that is still on its way here, or that this person can't open. */
export function NoTalk({ conversation, conversationId }: { conversation: NoConversation; conversationId: string }) {
  const t = useText();
  if (conversation.phase === 'connecting') {
    return <Page title={t('waiting.title')} lead={t(`talk.line.${conversation.connection}`)} />;
  }
  const { sitsElsewhere } = conversation;
  if (sitsElsewhere && sitsElsewhere !== 'partner') {
    const place = sitsElsewhere === 'facilitator' ? 'lead' : 'observe';
    return (
      <Page title={t('talk.elsewhere')}>
        <Actions>
          <ButtonLink kind="primary" href={`/${place}/${conversationId}`}>
            {t('talk.elsewhere.go')}
          </ButtonLink>
        </Actions>
      </Page>
    );
  }
  return (
    <Page title={t('talk.refused')}>
      <RefusalNotice refusal={conversation.refusal} />
      <Actions>
        <ButtonLink href="/">{t('missing.start')}</ButtonLink>
      </Actions>
    </Page>
  );
}
