import { ArrowLeft } from 'lucide-react';
import { useText } from '../../i18n/text.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Actions } from '../../ui/page.tsx';

export function BackToCaseload() {
  const t = useText();
  return (
    <Actions>
      <ButtonLink kind="quiet" href="/caseload" icon={<ArrowLeft size={20} aria-hidden="true" />}>
        {t('couple.back')}
      </ButtonLink>
    </Actions>
  );
}
