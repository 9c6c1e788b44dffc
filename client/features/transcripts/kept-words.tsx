import type { Gone } from '@turnward/shared/transcript/afterwards.ts';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import { useTimes } from '../../i18n/times.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import styles from './transcript.module.css';

const STUBS = { withheld: 'kept.withheld', taken: 'own.taken', erased: 'own.erased' } as const;

export type KeptWordsProps = {
  name: string;
  mine: boolean;
  gone: Gone | undefined;
  folded: boolean;
  children: ReactNode;
};

/** The words as they stand today: in full, folded away by their author (ER1), or a dated stub (KP3, ER2, ER7). */
export function KeptWords({ name, mine, gone, folded, children }: KeptWordsProps) {
  const t = useText();
  const { date } = useTimes();
  if (gone) {
    return (
      <p className={styles.gone} data-gone={gone.why}>
        {t(STUBS[gone.why], { name, date: date(gone.at) })}
      </p>
    );
  }
  if (!folded) return children;
  return <Disclosure summary={t(mine ? 'own.folded.mine' : 'own.folded', { name })}>{children}</Disclosure>;
}
