import { Link } from 'wouter';
import { useText } from '../i18n/text.ts';

/** R2. Who should not use this now, said in a sentence, with the whole of it a tap away. */
export function NotNow() {
  const t = useText();
  return (
    <p>
      {t('start.notNow')} <Link href="/not-now">{t('start.notNow.go')}</Link>
    </p>
  );
}
