import { useText } from '../../i18n/text.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Page } from '../../ui/page.tsx';
import { OnlyYou } from './only-you.tsx';

/** FI5. Where every set of answers ends that worries nobody, whatever it opens or leaves closed. */
export function AllAsked({ spaceId }: { spaceId: string }) {
  const t = useText();
  return (
    <Page title={t('fit.done.title')} lead={t('fit.done.lead')}>
      <OnlyYou />
      <p>{t('fit.done.anytime')}</p>
      <div>
        <ButtonLink href={`/space/${spaceId}`} kind="primary">
          {t('fit.room')}
        </ButtonLink>
      </div>
    </Page>
  );
}
