import type { Refusal } from '@turnward/shared/wire/protocol.ts';
import { Link } from 'wouter';
import { useText } from '../i18n/text.ts';
import { Notice } from './notice.tsx';

/** Why something was not possible, in a sentence near the button that asked for it. */
export function RefusalNotice({ refusal }: { refusal: Refusal | null | undefined }) {
  const t = useText();
  return refusal ? (
    <Notice tone="attention" live>
      <p data-refusal={refusal}>{t(`refusal.${refusal}`)}</p>
      {refusal === 'needs-a-factor' && (
        <p>
          <Link href="/account">{t('start.account')}</Link>
        </p>
      )}
      {refusal === 'signed-out' && (
        <p>
          <Link href="/sign-in">{t('start.signIn')}</Link>
        </p>
      )}
    </Notice>
  ) : null;
}
