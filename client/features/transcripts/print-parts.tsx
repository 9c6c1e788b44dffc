import type { Conversation } from '../../conversation/replica.ts';
import { useText } from '../../i18n/text.ts';
import { useTimes } from '../../i18n/times.ts';
import styles from './transcript.module.css';

/** R24. Heads what a browser prints of this page: whose talk it is, and what it is not for. To take a talk out takes both (CO5). */
export function PrintHead({ conversation, title }: { conversation: Conversation; title: string }) {
  const t = useText();
  const { date } = useTimes();
  const { names, talk } = conversation;
  return (
    <div className={styles.printHead} aria-hidden="true">
      <p>{t('kept.print.head', { title, date: date(talk[0]?.at ?? 0), a: names.a, b: names.b })}</p>
      <p>{t('kept.print.not')}</p>
    </div>
  );
}
