import { useText } from '../../i18n/text.ts';
import { announce } from '../../ui/announce.ts';
import styles from './caseload.module.css';
import { FILTERS, type Filter } from './caseload-order.ts';

type FiltersProps = { filter: Filter; counts: Record<Filter, number>; onFilter: (filter: Filter) => void };

/** Which couples the list shows, each with how many there are. */
export function Filters({ filter, counts, onFilter }: FiltersProps) {
  const t = useText();
  const choose = (each: Filter) => {
    onFilter(each);
    announce(t('caseload.shown', { count: counts[each] }));
  };
  return (
    <ul className={styles.filters} aria-label={t('caseload.filter')}>
      {FILTERS.map((each) => (
        <li key={each}>
          <button type="button" className={styles.filter} aria-pressed={each === filter} onClick={() => choose(each)}>
            {t(`caseload.filter.${each}`)} <span className={styles.count}>{counts[each]}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
