import { useText } from '../../i18n/text.ts';
import styles from './readers-table.module.css';

const READERS = ['partner', 'facilitator', 'observer', 'host', 'others'] as const;

/** A table on a wide screen, one reader below the other on a narrow one. The roles keep it a table for screen readers there, too. */
export function ReadersTable() {
  const t = useText();
  return (
    // biome-ignore lint/a11y/noRedundantRoles: a table that is laid out otherwise would lose its own.
    <table className={styles.table} role="table">
      {/* biome-ignore lint/a11y/noRedundantRoles: as above. */}
      <thead role="rowgroup">
        {/* biome-ignore lint/a11y/noRedundantRoles: as above. */}
        <tr role="row">
          {(['who', 'can', 'not'] as const).map((column) => (
            // biome-ignore lint/a11y/noRedundantRoles: as above.
            <th key={column} scope="col" role="columnheader">
              {t(`reads.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      {/* biome-ignore lint/a11y/noRedundantRoles: as above. */}
      <tbody role="rowgroup">
        {READERS.map((reader) => (
          // biome-ignore lint/a11y/noRedundantRoles: as above.
          <tr key={reader} role="row">
            {/* biome-ignore lint/a11y/noRedundantRoles: as above. */}
            <th scope="row" role="rowheader">
              {t(`reads.${reader}`)}
            </th>
            {(['can', 'not'] as const).map((what) => (
              // biome-ignore lint/a11y/noRedundantRoles: as above.
              <td key={what} role="cell">
                <span className={styles.label} aria-hidden="true">
                  {t(`reads.${what}`)}
                </span>
                {t(`reads.${reader}.${what}`)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
