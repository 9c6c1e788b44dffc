import type { CheckIn } from '@turnward/shared/conversation/commands.ts';
import { useText } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Actions } from '../../ui/page.tsx';
import styles from './beside.module.css';
import type { Who } from './beside-view.ts';

export type ToldSoFarProps = { told: CheckIn; who: Who; onYes: () => void; onNo: () => void };

const BOXES = ['location', 'phone', 'contact', 'pauseWord'] as const;

/** What I told, to read again and to change. */
export function ToldSoFar({ told, who, onYes, onNo }: ToldSoFarProps) {
  const t = useText();
  const facts = BOXES.flatMap((box): [string, string][] => (told[box] ? [[t(`check.${box}`), told[box]]] : []));
  return (
    <div className={styles.form} data-testid="check-told" data-alone={told.alone}>
      <p role="status">{t(told.alone ? 'check.told' : 'check.no.told', who)}</p>
      {facts.length > 0 && <Facts facts={facts} />}
      <Actions>
        <Button kind="quiet" onClick={onYes}>
          {t(told.alone ? 'check.change' : 'check.no.back')}
        </Button>
        {told.alone && (
          <Button kind="quiet" onClick={onNo}>
            {t('check.changed')}
          </Button>
        )}
      </Actions>
    </div>
  );
}
