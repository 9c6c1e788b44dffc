import { Lock } from 'lucide-react';
import { useText } from '../../i18n/text.ts';
import styles from './fit.module.css';

/** Who sees it, said on every screen of these questions. */
export function OnlyYou() {
  const t = useText();
  return (
    <p className={styles.only}>
      <Lock size={18} aria-hidden="true" />
      {t('fit.only')}
    </p>
  );
}
