import { SEATS } from '@turnward/shared/kernel/stream.ts';
import { EyeOff } from 'lucide-react';
import type { ReactNode } from 'react';
import type { GuestRoom } from '../../conversation/replica.ts';
import { useGuideText, useText } from '../../i18n/text.ts';
import { Person } from '../../ui/mark.tsx';
import styles from './guide-rail.module.css';
import type { PeekStep } from './peek-view.ts';

/** One step, read ahead: what it is for, what each of the two will read, who sees what is written there. */
export function Peek({ room, peek }: { room: GuestRoom; peek: PeekStep }) {
  const t = useText();
  const g = useGuideText();
  const { guide, names } = room;
  const { step, holders } = peek;
  const text = (id: string, english: string) => g(guide.id, `${step.id}.${id}`, english);
  const prompt = text('prompt', step.prompt);
  return (
    <div className={styles.peek} data-testid="peek">
      <p className={styles.only}>
        <EyeOff size={16} aria-hidden="true" />
        {t('lead.peek.only')}
      </p>
      <p>{text('purpose', step.purpose)}</p>
      <dl className={styles.reads}>
        {SEATS.map((seat) => (
          <Reads key={seat} who={<Person of={seat} name={t('lead.peek.reads', { name: names[seat] })} />}>
            {holders.includes(seat) ? prompt : text('listening', step.listening)}
            {holders.includes(seat) && step.hint && <span className={styles.hint}>{text('hint', step.hint)}</span>}
          </Reads>
        ))}
      </dl>
      <p className={styles.note}>{t(`lead.peek.${step.visibility}`)}</p>
      {step.heavy && <p className={styles.note}>{t('lead.peek.heavy')}</p>}
      {step.minReadSec > 0 && <p className={styles.note}>{t('lead.peek.reading', { seconds: step.minReadSec })}</p>}
      {step.waitsForFacilitator && <p className={styles.note}>{t('lead.peek.waits')}</p>}
      {step.pass === null && <p className={styles.note}>{t('lead.peek.no-pass')}</p>}
    </div>
  );
}

function Reads({ who, children }: { who: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt>{who}</dt>
      <dd>{children}</dd>
    </div>
  );
}
