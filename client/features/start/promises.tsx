import { Hourglass, Lock, WifiOff } from 'lucide-react';
import { useText } from '../../i18n/text.ts';
import styles from './start.module.css';

/** What holds for one's words today: three sentences, each of them true of this version. */
export function Promises() {
  const t = useText();
  return (
    <ul className={styles.promises}>
      <li>
        <Hourglass aria-hidden="true" size={20} />
        {t('start.privacy.kept')}
      </li>
      <li>
        <Lock aria-hidden="true" size={20} />
        {t('start.privacy.sealed')}
      </li>
      <li>
        <WifiOff aria-hidden="true" size={20} />
        {t('start.privacy.alone')}
      </li>
    </ul>
  );
}
