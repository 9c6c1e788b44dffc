import { useText } from '../i18n/text.ts';
import { Mark } from '../ui/mark.tsx';
import styles from './facilitator-act.module.css';
import type { PlainLine } from './facilitator-lines.ts';

/** One act of a facilitator, or of one of the two where no words go with it, in the words that everybody in the talk reads. */
export function FacilitatorAct({ line }: { line: PlainLine }) {
  const t = useText();
  return (
    <p className={styles.act} data-testid="act" data-line={line.id} data-of={line.of}>
      <Mark of={line.of ?? 'facilitator'} />
      <span>{t(line.id, line.values)}</span>
    </p>
  );
}
