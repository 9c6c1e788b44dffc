import { openConversation } from '@turnward/shared/space/state.ts';
import { Link } from 'wouter';
import { listed } from '../../i18n/listed.ts';
import { useText } from '../../i18n/text.ts';
import { useSpace } from '../../space/replica.ts';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { useFrameActions } from '../../ui/frame-actions.ts';
import { Actions, Page, Section } from '../../ui/page.tsx';
import { OnlyYou } from './only-you.tsx';

/** FI5, R3. Help after a worrying answer: people to call, leaving no trace, a way to tell somebody. It scores nothing and promises nothing. */
export function CareFirst({ spaceId }: { spaceId: string }) {
  const t = useText();
  const { openHelp, leaveQuickly } = useFrameActions();
  const { state, names } = useSpace(spaceId);
  const talk = openConversation(state);
  const helpers = state.members
    .filter(({ role }) => role === 'facilitator')
    .map(({ memberId }) => names[memberId] ?? '');
  return (
    <Page title={t('fit.help.title')} lead={t('fit.help.lead')}>
      <OnlyYou />
      <Actions>
        <Button kind="primary" onClick={openHelp}>
          {t('fit.help.lines')}
        </Button>
        <Button onClick={leaveQuickly}>{t('frame.leave')}</Button>
      </Actions>
      <Section title={t('fit.help.trace')}>
        <p>{t('fit.help.trace.history')}</p>
        <p>
          {t('fit.help.trace.quick')} <Link href="/leaving">{t('fit.help.trace.about')}</Link>
        </p>
      </Section>
      <Section title={t('fit.help.tell')}>
        <p>{t('fit.help.tell.words')}</p>
        {talk && helpers.length > 0 && (
          <div>
            <ButtonLink href={`/talk/${talk.conversationId}`}>
              {t('fit.help.tell.to', { name: listed(helpers) })}
            </ButtonLink>
          </div>
        )}
      </Section>
      <p>
        <Link href="/not-now">{t('notNow.title')}</Link>
      </p>
      <div>
        <ButtonLink href={`/space/${spaceId}`} kind="quiet">
          {t('fit.room')}
        </ButtonLink>
      </div>
    </Page>
  );
}
