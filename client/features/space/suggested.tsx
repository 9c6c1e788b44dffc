import { useText } from '../../i18n/text.ts';
import type { Space } from '../../space/replica.ts';
import { useSend } from '../../space/use-send.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import styles from './space.module.css';

/** That somebody suggests this talk until the next meeting (ME10). A suggestion: it counts nothing and reminds nobody. */
export function Suggested({ by, space }: { by: string; space: Space }) {
  const t = useText();
  const { ask, refusal } = useSend(space.send);
  return (
    <Notice>
      <div className={styles.suggested}>
        <p>{t('homework.line', { name: space.names[by] ?? t('request.unnamed') })}</p>
        <Button kind="quiet" onClick={() => ask({ type: 'SetHomework', guideId: null })}>
          {t('homework.away')}
        </Button>
      </div>
      <RefusalNotice refusal={refusal} />
    </Notice>
  );
}
