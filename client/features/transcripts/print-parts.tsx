import { Printer } from 'lucide-react';
import type { Conversation } from '../../conversation/replica.ts';
import { useText } from '../../i18n/text.ts';
import { useTimes } from '../../i18n/times.ts';
import { Button } from '../../ui/button.tsx';
import { Actions, Section } from '../../ui/page.tsx';
import styles from './transcript.module.css';

/** R24. Heads each print: whose talk it is, and what it is not for. */
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

/** Printing, without what only the reader may see unless they ask for it. */
export function PrintWays(props: { printPrivate: boolean; onPrintPrivate: (print: boolean) => void }) {
  const { printPrivate, onPrintPrivate } = props;
  const t = useText();
  return (
    <div className={styles.tools}>
      <Section title={t('kept.print.title')}>
        <p>{t('kept.print.not')}</p>
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={printPrivate}
            onChange={(event) => onPrintPrivate(event.currentTarget.checked)}
          />
          <span>{t('kept.print.private')}</span>
        </label>
        <Actions>
          <Button onClick={() => print()} icon={<Printer size={20} aria-hidden="true" />}>
            {t('kept.print.print')}
          </Button>
        </Actions>
      </Section>
    </div>
  );
}
